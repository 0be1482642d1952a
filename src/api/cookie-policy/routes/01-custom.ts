import type { Core } from '@strapi/strapi';

const routes: Core.RouterConfig = {
  type: 'content-api',
  routes: [
    { method: 'GET', path: '/cookie-policies/current', handler: 'cookie-policy.current' },
    { method: 'GET', path: '/cookie-policies/versions', handler: 'cookie-policy.versions' },
    { method: 'GET', path: '/cookie-policies/changes', handler: 'cookie-policy.changes' },
    {
      method: 'GET',
      path: '/cookie-policies/by-slug/:slug',
      handler: 'cookie-policy.findBySlug',
      config: { policies: ['global::published-only'] },
    },
  ],
};

export default routes;
