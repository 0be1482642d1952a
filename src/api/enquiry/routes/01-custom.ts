import type { Core } from '@strapi/strapi';
import { guardedReads } from '../../../http/read-guards';

const routes: Core.RouterConfig = {
  type: 'content-api',
  routes: [
    { method: 'GET', path: '/enquiries/form-token', handler: 'enquiry.formToken' },
    { method: 'GET', path: '/enquiries/export.csv', handler: 'enquiry.exportCsv' },
    {
      method: 'GET',
      path: '/enquiries/overdue',
      handler: 'enquiry.overdue',
      config: guardedReads().find,
    },
  ],
};

export default routes;
