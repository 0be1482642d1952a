import type { Core } from '@strapi/strapi';
import { routePath } from '../lib/route-path';

/** Settings of `global::request-log`. */
interface Config {
  /** Paths below which the rest of an address is a secret. */
  secretPaths: string[];
}

/**
 * Logs each request with its path and without its query, where e-mail addresses, tokens and search
 * words stand.
 */
const requestLog: Core.MiddlewareFactory<Config> = ({ secretPaths }, { strapi }) => {
  const shown = (path: string) => {
    const secret = secretPaths.find((prefix) => routePath(path).startsWith(`${prefix}/`));
    return secret === undefined ? path : `${secret}/…`;
  };
  return async (context, next) => {
    const start = performance.now();
    await next();
    const milliseconds = Math.ceil(performance.now() - start);
    const { method, path, status } = context;
    strapi.log.http(`${method} ${shown(path)} (${milliseconds} ms) ${status}`);
  };
};

export default requestLog;
