import type { Core } from '@strapi/strapi';

/**
 * Logs each request with its path and without its query, where e-mail addresses, tokens and search
 * words stand.
 */
const requestLog: Core.MiddlewareFactory =
  (_config, { strapi }) =>
  async (context, next) => {
    const start = performance.now();
    await next();
    const milliseconds = Math.ceil(performance.now() - start);
    const { method, path, status } = context;
    strapi.log.http(`${method} ${path} (${milliseconds} ms) ${status}`);
  };

export default requestLog;
