import type { Core } from '@strapi/strapi';

/**
 * The website's home page answers at `/`, where Strapi would send visitors to the admin panel:
 * `strapi::public` has a redirect for exactly this address, and static files for all others.
 */
const homePage: Core.MiddlewareFactory = () => (context, next) => {
  if (context.path === '/') context.path = '/index.html';
  return next();
};

export default homePage;
