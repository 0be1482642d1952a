import type { Core } from '@strapi/strapi';
import { findJsonRoute, tooLarge, type BodyPolicyConfig } from './body-policy';

/**
 * The limit of `global::body-policy` for bodies that come in chunks and declare no size; the body
 * parser's own limit has kept them small enough to measure.
 */
const parsedBodyLimit: Core.MiddlewareFactory<BodyPolicyConfig> =
  (config) => async (context, next) => {
    const route = findJsonRoute(config, context.method, context.path);
    const { body } = context.request as { body?: unknown };
    if (route && context.get('Content-Length') === '' && body !== undefined) {
      const size = Buffer.byteLength(JSON.stringify(body));
      if (size > route.maxBytes) throw tooLarge(route.maxBytes);
    }
    await next();
  };

export default parsedBodyLimit;
