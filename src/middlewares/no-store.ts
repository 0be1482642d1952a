import type { Core } from '@strapi/strapi';
import { routePath } from '../lib/route-path';

/** Settings of `global::no-store`. */
interface Config {
  /** Paths whose answers, and those of all paths below them, may carry personal data. */
  paths: string[];
}

/**
 * Answers with personal data may not be kept by any cache on the way. A middleware of the routes
 * would come too late for refusals: Strapi checks permissions first, bodies and methods before that.
 */
const noStore: Core.MiddlewareFactory<Config> =
  ({ paths }) =>
  async (context, next) => {
    const path = `${routePath(context.path)}/`;
    if (paths.some((prefix) => path.startsWith(`${prefix}/`))) {
      context.set('Cache-Control', 'no-store');
    }
    await next();
  };

export default noStore;
