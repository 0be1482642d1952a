import type { Populate } from '../../populate/fragments';

/** Everything that the page of a cookie policy shows. */
export const policyPage = {
  categories: { populate: { cookies: true } },
} satisfies Populate<'api::cookie-policy.cookie-policy'>;
