import type { Core } from '@strapi/strapi';

const routes: Core.RouterConfig = {
  type: 'content-api',
  routes: [
    {
      method: 'GET',
      path: '/enquiries/export.csv',
      handler: 'enquiry.exportCsv',
      config: { middlewares: ['api::enquiry.no-store'] },
    },
  ],
};

export default routes;
