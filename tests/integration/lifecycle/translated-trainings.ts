import { createFactories, documentsOf, type Stored } from '../../helpers/factories';
import type { RunningStrapi } from '../../helpers/strapi';

/** Which documents a relation leads to, in its order. */
export const documentIds = (documents: unknown) =>
  (documents as Stored[]).map(({ documentId }) => documentId);

/** Makes trainings in two languages, and asks for their sessions. */
export function translatedTrainings({ strapi, request }: RunningStrapi) {
  const make = createFactories(strapi);
  return {
    /** A training in English and French, both published. */
    async makeTranslated(): Promise<{ documentId: string; english: Stored; french: Stored }> {
      const english = await make.training();
      const { documentId } = english;
      const french = await make.training({}, { documentId, locale: 'fr' });
      return { documentId, english, french };
    },

    /** The sessions that visitors, or the panel, see at a training. */
    async sessionsAt(documentId: string, locale = 'en', status = 'published'): Promise<string[]> {
      const training = await documentsOf(strapi, 'api::training.training').findOne({
        documentId,
        locale,
        status,
        populate: { sessions: { fields: ['startsAt'] } },
      });
      return documentIds(training?.sessions);
    },

    /** The same over the API. */
    async publicSessionsAt(documentId: string, locale: string): Promise<string[]> {
      const { body } = await request
        .get(`/api/trainings/${documentId}?populate=sessions&locale=${locale}`)
        .expect(200);
      return documentIds(body.data.sessions);
    },
  };
}
