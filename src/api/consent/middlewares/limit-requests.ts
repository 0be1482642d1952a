import type { Core } from '@strapi/strapi';
import { addressPrefix } from '../../../lib/address-prefix';
import { createRequestCounter } from '../requests';

/** So many requests an hour from one address. */
const limitRequests: Core.MiddlewareFactory = () => {
  const counter = createRequestCounter();
  return async (context, next) => {
    await counter.take(addressPrefix(context.request.ip));
    await next();
  };
};

export default limitRequests;
