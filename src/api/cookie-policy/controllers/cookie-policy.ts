import { factories } from '@strapi/strapi';
import { z } from 'zod';
import { findBySlug } from '../../../http/find-by-slug';
import { parseInput } from '../../../http/parse-input';
import { locale } from '../../../http/query';
import { policyPage } from '../populate';

const currentQuery = z.strictObject({ locale: locale.optional() });

export default factories.createCoreController('api::cookie-policy.cookie-policy', ({ strapi }) => ({
  /** `GET /api/cookie-policies/by-slug/:slug`: one policy with all that its page shows. */
  findBySlug: findBySlug({
    uid: 'api::cookie-policy.cookie-policy',
    contentType: 'cookie-policy',
    populate: () => policyPage,
  }),

  /** `GET /api/cookie-policies/current`: the version in force now. */
  async current(context) {
    const query = parseInput(currentQuery, context.query);
    const policy: object | undefined = await strapi
      .service('api::cookie-policy.cookie-policy')
      .current(query.locale);
    if (!policy) return context.notFound();
    return { data: policy, meta: {} };
  },
}));
