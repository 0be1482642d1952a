import { factories } from '@strapi/strapi';
import { guardedReads } from '../../../http/read-guards';

export default factories.createCoreRouter('api::cookie-policy.cookie-policy', {
  config: guardedReads(),
});
