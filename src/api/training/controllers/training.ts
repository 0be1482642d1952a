import { factories } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { findBySlug } from '../../../http/find-by-slug';
import { parseInput } from '../../../http/parse-input';
import { limit, locale } from '../../../http/query';
import { pathParameter, respond } from '../../../http/respond';
import { serviceOf } from '../../../http/service-of';
import { trainingPage } from '../populate';
import type relatedService from '../services/related';

const relatedQuery = z.strictObject({ limit: limit(6), locale: locale.optional() });

export default factories.createCoreController('api::training.training', () => ({
  /** `GET /api/trainings/by-slug/:slug`: one training with all that its page shows. */
  findBySlug: findBySlug({
    uid: 'api::training.training',
    contentType: 'training',
    populate: () => trainingPage(new Date()),
  }),

  /** `GET /api/trainings/:documentId/related`: what else may interest a visitor, and why. */
  async related(context) {
    const query = parseInput(relatedQuery, context.query);
    const documentId = pathParameter(context, 'documentId');
    const related = serviceOf<typeof relatedService>('api::training.related');
    const cards = await related.recommend({ ...query, documentId });
    if (!cards) throw new errors.NotFoundError('Not Found');
    return respond(this, context, cards);
  },
}));
