import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::cookie-policy.cookie-policy');
