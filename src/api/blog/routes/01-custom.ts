import type { Core } from '@strapi/strapi';

const routes: Core.RouterConfig = {
  type: 'content-api',
  routes: [
    { method: 'GET', path: '/blogs/latest', handler: 'blog.latest' },
    {
      method: 'GET',
      path: '/blogs/by-slug/:slug',
      handler: 'blog.findBySlug',
      config: { policies: ['global::published-only'] },
    },
  ],
};

export default routes;
