import type { Core } from '@strapi/strapi';
import proxyAddr from 'proxy-addr';

/** Settings of `global::client-address`. */
interface Config {
  /** Addresses or networks (CIDR) whose `X-Forwarded-For` is believed. */
  trustedProxies: string[];
}

/**
 * Sets `context.request.ip` to the visitor's address: the socket's, unless that is a proxy we
 * trust, then the nearest address in `X-Forwarded-For` that is not. Anybody can send the header, so
 * nobody else is believed.
 */
const clientAddress: Core.MiddlewareFactory<Config> = (config, { strapi }) => {
  const trust = proxyAddr.compile(config.trustedProxies);
  let isWarned = false;
  return async (context, next) => {
    const { headers, socket } = context.req;
    if (!isWarned && headers['x-forwarded-for'] && !trust(socket.remoteAddress ?? '', 0)) {
      isWarned = true;
      strapi.log.warn(
        'A request came with X-Forwarded-For from an address that TRUSTED_PROXIES does not name. ' +
          'If that is your proxy, name it: all visitors share its address until then, and its limits.',
      );
    }
    context.request.ip = proxyAddr(context.req, trust);
    await next();
  };
};

export default clientAddress;
