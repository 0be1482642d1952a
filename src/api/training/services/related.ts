import type { Core } from '@strapi/strapi';
import { defaultLocale } from '../../../database/locale';
import { trainingCard } from '../../../populate/fragments';
import { RELATED_TRAININGS, type RelatedRow } from '../related-query';

const TRAINING = 'api::training.training';

/** Which trainings to recommend beside which. */
interface RelatedQuery {
  documentId: string;
  locale?: string | undefined;
  limit: number;
}

/** Why a training is recommended: what it has in common with the one that is shown. */
export type Reason =
  | { kind: 'pinned' }
  | { kind: 'category'; label: string }
  | { kind: 'tag'; label: string }
  | { kind: 'level'; label: string }
  | { kind: 'text' };

function toReasons(row: RelatedRow): Reason[] {
  return [
    ...(row.is_pinned ? [{ kind: 'pinned' } as const] : []),
    ...(row.category ? [{ kind: 'category', label: row.category } as const] : []),
    ...row.tags.map((label) => ({ kind: 'tag', label }) as const),
    ...(row.level ? [{ kind: 'level', label: row.level } as const] : []),
    ...(row.is_similar ? [{ kind: 'text' } as const] : []),
  ];
}

/** Recommends trainings. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Recommends trainings beside one; see the query for the order.
   * @returns cards, best first, each with its `reasons`; undefined where the training itself is not
   *   published in the locale
   */
  async recommend({ documentId, limit, locale: wanted }: RelatedQuery) {
    const locale = wanted ?? (await defaultLocale());
    const documents = strapi.documents(TRAINING);
    const origin = await documents.findOne({ documentId, locale, status: 'published', fields: [] });
    if (!origin) return undefined;

    const { rows } = await strapi.db.connection.raw<{ rows: RelatedRow[] }>(RELATED_TRAININGS, {
      documentId,
      locale,
      limit,
      now: new Date(),
    });
    const cards = await documents.findMany({
      ...trainingCard,
      locale,
      status: 'published',
      filters: { documentId: { $in: rows.map((row) => row.document_id) } },
    });
    const byDocument = new Map(cards.map((card) => [card.documentId, card]));
    return rows.flatMap((row) => {
      const card = byDocument.get(row.document_id);
      return card ? [{ ...card, reasons: toReasons(row) }] : [];
    });
  },
});
