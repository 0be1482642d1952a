import type { Core } from '@strapi/strapi';
import { findJsonRoute, tooLarge, type BodyPolicyConfig } from './body-policy';

/** Where `strapi::body` leaves the text that it parsed, with `includeUnparsed`. */
const UNPARSED = Symbol.for('unparsedBody');

interface ParsedRequest {
  body?: { [UNPARSED]?: string };
}

/**
 * The limit of `global::body-policy` for bodies whose declared size does not tell: those that come
 * in chunks, and those that are compressed. The body parser's own limit has kept them small enough
 * to measure.
 */
const parsedBodyLimit: Core.MiddlewareFactory<BodyPolicyConfig> =
  (config) => async (context, next) => {
    const { body } = context.request as ParsedRequest;
    const text = body?.[UNPARSED];
    // It has served its purpose: whatever copies the body must not come by it.
    if (body) Reflect.deleteProperty(body, UNPARSED);
    const route = findJsonRoute(config, context.method, context.path);
    if (route && text !== undefined && Buffer.byteLength(text) > route.maxBytes)
      throw tooLarge(route.maxBytes);
    await next();
  };

export default parsedBodyLimit;
