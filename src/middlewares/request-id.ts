import type { Core } from '@strapi/strapi';
import { randomUUID } from 'node:crypto';
import proxyAddr from 'proxy-addr';

/** Settings of `global::request-id`. */
interface Config {
  /** Addresses or networks (CIDR) of proxies whose `X-Request-Id` is believed. */
  trustedProxies: string[];
}

/** What a proxy may call a request: nothing that could end a line of the log, or fill it. */
const REQUEST_ID = /^[\w-]{8,64}$/;

/**
 * Names each request, in `context.state.requestId`, in the answer's `X-Request-Id` and behind every
 * line that is logged on its behalf: who reports a failed request can say which one it was. The
 * name is a trusted proxy's, where one gave it, so that its log and ours tell of the same request.
 */
const requestId: Core.MiddlewareFactory<Config> = ({ trustedProxies }) => {
  const trust = proxyAddr.compile(trustedProxies);
  return async (context, next) => {
    const given = context.get('X-Request-Id');
    const isBelieved = REQUEST_ID.test(given) && trust(context.req.socket.remoteAddress ?? '', 0);
    const name = isBelieved ? given : randomUUID();
    context.state.requestId = name;
    context.set('X-Request-Id', name);
    await next();
  };
};

export default requestId;
