import { factories } from '@strapi/strapi';
import { z } from 'zod';
import { findBySlug } from '../../../http/find-by-slug';
import { parseInput } from '../../../http/parse-input';
import { limit, locale } from '../../../http/query';
import { respond } from '../../../http/respond';
import { trainingPage } from '../populate';

const relatedQuery = z.strictObject({ limit: limit(6), locale: locale.optional() });

export default factories.createCoreController('api::training.training', ({ strapi }) => ({
  /** `GET /api/trainings/by-slug/:slug`: one training with all that its page shows. */
  findBySlug: findBySlug({
    uid: 'api::training.training',
    contentType: 'training',
    populate: () => trainingPage(new Date()),
  }),

  /** `GET /api/trainings/:documentId/related`: what else may interest a visitor, and why. */
  async related(context) {
    const query = parseInput(relatedQuery, context.query);
    const documentId = String(context.params.documentId);
    const cards: unknown = await strapi
      .service('api::training.related')
      .recommend({ ...query, documentId });
    return cards === undefined ? context.notFound() : respond(this, context, cards);
  },
}));
