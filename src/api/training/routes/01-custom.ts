import type { Core } from '@strapi/strapi';

const routes: Core.RouterConfig = {
  type: 'content-api',
  routes: [
    {
      method: 'GET',
      path: '/trainings/by-slug/:slug',
      handler: 'training.findBySlug',
      config: { policies: ['global::published-only'] },
    },
    { method: 'GET', path: '/trainings/:documentId/related', handler: 'training.related' },
  ],
};

export default routes;
