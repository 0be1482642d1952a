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
const clientAddress: Core.MiddlewareFactory<Config> = (config) => {
  const trust = proxyAddr.compile(config.trustedProxies);
  return async (context, next) => {
    context.request.ip = proxyAddr(context.req, trust);
    await next();
  };
};

export default clientAddress;
