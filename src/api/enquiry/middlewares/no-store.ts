import type { Core } from '@strapi/strapi';

/** Answers about enquiries carry personal data: no cache on the way may keep them. */
const noStore: Core.MiddlewareFactory = () => async (context, next) => {
  context.set('Cache-Control', 'no-store');
  await next();
};

export default noStore;
