import { factories } from '@strapi/strapi';
import { guardedReads } from '../../../http/read-guards';

const noStore = { middlewares: ['api::enquiry.no-store'] };

export default factories.createCoreRouter('api::enquiry.enquiry', {
  only: ['find', 'findOne', 'create', 'update'],
  config: {
    find: { ...guardedReads.find, ...noStore },
    findOne: { ...guardedReads.findOne, ...noStore },
    create: { middlewares: ['api::enquiry.no-store', 'api::enquiry.limit-per-address'] },
    update: noStore,
  },
});
