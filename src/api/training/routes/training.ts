import { factories } from '@strapi/strapi';
import { guardedReads } from '../../../http/read-guards';

export default factories.createCoreRouter('api::training.training', { config: guardedReads() });
