import { factories } from '@strapi/strapi';
import { guardedReads } from '../../../http/read-guards';

export default factories.createCoreRouter('api::enquiry.enquiry', {
  only: ['find', 'findOne', 'create', 'update'],
  config: {
    ...guardedReads(),
    create: { middlewares: ['api::enquiry.limit-requests'] },
  },
});
