import type { Core } from '@strapi/strapi';

/** Objects of its own for every route: Strapi writes into each the permission that it asks for. */
const limited = () => ({ middlewares: ['api::consent.limit-requests'] });

const routes: Core.RouterConfig = {
  type: 'content-api',
  routes: [
    { method: 'POST', path: '/consents', handler: 'consent.create', config: limited() },
    { method: 'GET', path: '/consents/:receipt', handler: 'consent.read', config: limited() },
    {
      method: 'DELETE',
      path: '/consents/:receipt',
      handler: 'consent.withdraw',
      config: limited(),
    },
  ],
};

export default routes;
