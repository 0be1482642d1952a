import { query } from '../../database/query';
import type { Method } from './chain';

/** How far back the counts go. */
const DAYS = 30;

/** How visitors answered, for the panel's home page. */
export interface ConsentSummary {
  /** Days that are counted, up to now. */
  days: number;
  /** Answers, by how they were given. */
  given: number;
  acceptedAll: number;
  refusedAll: number;
  ownChoices: number;
  /** Withdrawals, of whenever the answer was. */
  withdrawn: number;
  /** Optional categories, by how many of those who were asked accepted them. */
  categories: CategoryCount[];
}

/** How a category was answered. */
export interface CategoryCount {
  key: string;
  /** In the default language, where the policy in force has the category; else the key. */
  name: string;
  asked: number;
  accepted: number;
}

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
