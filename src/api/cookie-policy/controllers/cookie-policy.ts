import { factories } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { findBySlug } from '../../../http/find-by-slug';
import { parseInput } from '../../../http/parse-input';
import { locale } from '../../../http/query';
import { serviceOf } from '../../../http/service-of';
import { policyPage } from '../populate';
import type policyService from '../services/cookie-policy';

const POLICY = 'api::cookie-policy.cookie-policy';

const currentQuery = z.strictObject({ locale: locale.optional() });

export default factories.createCoreController(POLICY, () => ({
  /** `GET /api/cookie-policies/by-slug/:slug`: one policy with all that its page shows. */
  findBySlug: findBySlug({
    uid: POLICY,
    contentType: 'cookie-policy',
    populate: () => policyPage,
  }),

  /** `GET /api/cookie-policies/current`: the version in force now. */
  async current(context) {
    const query = parseInput(currentQuery, context.query);
    const data = await serviceOf<typeof policyService>(POLICY).current(query.locale);
    if (!data) throw new errors.NotFoundError('Not Found');
    return { data, meta: {} };
  },
}));
