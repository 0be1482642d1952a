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

/** The largest number that an integer column holds. */
const LARGEST_INTEGER = 2_147_483_647;

const NUMBER = 'Write the number of a version, such as 2.';
// Digits alone: Number() would also read an empty text, `1e3` and `0x10`.
const version = z
  .string(NUMBER)
  .regex(/^[1-9]\d{0,9}$/, NUMBER)
  .transform(Number)
  .refine((value) => value <= LARGEST_INTEGER, NUMBER);

const policy = {
  documentId: z
    .string('Write a documentId.')
    .regex(/^[a-z0-9]{20,32}$/, 'Write a documentId.')
    .optional(),
  locale: locale.optional(),
};
const versionsQuery = z.strictObject(policy);
const changesQuery = z.strictObject({ ...policy, from: version, to: version });

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

  /** `GET /api/cookie-policies/versions`: those that are or were in force, newest first. */
  async versions(context) {
    const query = parseInput(versionsQuery, context.query);
    return { data: await serviceOf<typeof policyService>(POLICY).versions(query), meta: {} };
  },

  /** `GET /api/cookie-policies/changes?from=&to=`: what changed between two versions. */
  async changes(context) {
    const { from, to, ...query } = parseInput(changesQuery, context.query);
    const data = await serviceOf<typeof policyService>(POLICY).changes(query, from, to);
    return { data, meta: {} };
  },
}));
