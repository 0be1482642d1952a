import { query } from '../../database/query';
import type { CategoryCount, ConsentSummary } from '../../lib/consent-summary';
import type { Method } from './chain';

/** How far back the counts go. */
const DAYS = 30;

/** What is needed of the policy in force. */
interface Policy {
  categories: { key: string; name: string; required: boolean }[];
}

const COUNT = `
  SELECT coalesce(method, 'withdrawn') AS method, count(*)::integer AS count
    FROM consent_records
   WHERE recorded_at > now() - make_interval(days => :days)
   GROUP BY 1`;

const COUNT_CATEGORIES = `
  SELECT choice.key, count(*)::integer AS asked,
         (count(*) FILTER (WHERE choice.value = 'true'))::integer AS accepted
    FROM consent_records CROSS JOIN LATERAL jsonb_each(choices) choice
   WHERE kind = 'given' AND recorded_at > now() - make_interval(days => :days)
   GROUP BY choice.key
   ORDER BY choice.key`;

/**
 * Counts the answers of the last 30 days.
 * @param policy the one in force, for names and for what nobody is asked about
 */
export async function countConsents(policy: Policy | undefined): Promise<ConsentSummary> {
  const connection = strapi.db.connection;
  const values = { days: DAYS };
  const rows = await query<{ method: Method | 'withdrawn'; count: number }>(
    connection,
    COUNT,
    values,
  );
  const counts = new Map(rows.map(({ method, count }) => [method, count]));
  const countOf = (method: Method | 'withdrawn') => counts.get(method) ?? 0;
  const [acceptedAll, refusedAll, ownChoices] = [
    countOf('accept-all'),
    countOf('reject-all'),
    countOf('choices'),
  ];
  const known = new Map(policy?.categories.map((category) => [category.key, category]));
  const categories = await query<Omit<CategoryCount, 'name'>>(connection, COUNT_CATEGORIES, values);
  return {
    days: DAYS,
    given: acceptedAll + refusedAll + ownChoices,
    acceptedAll,
    refusedAll,
    ownChoices,
    withdrawn: countOf('withdrawn'),
    categories: categories
      .filter(({ key }) => !known.get(key)?.required)
      .map((category) => ({ ...category, name: known.get(category.key)?.name ?? category.key })),
  };
}
