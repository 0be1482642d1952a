import { factories } from '@strapi/strapi';
import { z } from 'zod';
import { findBySlug } from '../../../http/find-by-slug';
import { parseInput } from '../../../http/parse-input';
import { limit, locale } from '../../../http/query';
import { respond } from '../../../http/respond';
import { serviceOf } from '../../../http/service-of';
import { blogPage } from '../populate';
import type blogService from '../services/blog';

const latestQuery = z.strictObject({ limit: limit(5), locale: locale.optional() });

export default factories.createCoreController('api::blog.blog', () => ({
  /** `GET /api/blogs/by-slug/:slug`: one blog with all that its page shows. */
  findBySlug: findBySlug({ uid: 'api::blog.blog', contentType: 'blog', populate: () => blogPage }),

  /** `GET /api/blogs/latest`: the newest blogs as cards, newest first. */
  async latest(context) {
    const query = parseInput(latestQuery, context.query);
    const blogs = await serviceOf<typeof blogService>('api::blog.blog').latest(query);
    return respond(this, context, blogs);
  },
}));
