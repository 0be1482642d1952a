import { factories } from '@strapi/strapi';
import { blogCard } from '../populate';

/** Which of the newest blogs to read. */
interface LatestQuery {
  limit: number;
  locale?: string | undefined;
}

export default factories.createCoreService('api::blog.blog', ({ strapi }) => ({
  /** The blogs that were published first most recently, newest first, as cards. */
  async latest({ limit, locale }: LatestQuery) {
    return strapi.documents('api::blog.blog').findMany({
      ...blogCard,
      status: 'published',
      ...(locale ? { locale } : {}),
      sort: ['firstPublishedAt:desc', 'id:desc'],
      limit,
    });
  },
}));
