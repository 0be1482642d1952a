import type { Core } from '@strapi/strapi';

const routes: Core.RouterConfig = {
  type: 'content-api',
  routes: [
    { method: 'GET', path: '/enquiries/form-token', handler: 'enquiry.formToken' },
    { method: 'GET', path: '/enquiries/export.csv', handler: 'enquiry.exportCsv' },
  ],
};

export default routes;
