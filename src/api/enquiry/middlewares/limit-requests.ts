import type { Core } from '@strapi/strapi';
import { addressPrefix } from '../../../lib/address-prefix';
import { createCounter } from '../limits/counter';
import { enquirySettings } from '../spam/settings';

/**
 * So many requests an hour from one address, whatever becomes of them: those that are refused or
 * repeated do not use up its enquiries, but cost us work.
 */
const limitRequests: Core.MiddlewareFactory = () => {
  const { limits } = enquirySettings();
  const counter = createCounter({
    name: 'enquiries/requests',
    limit: limits.requests,
    seconds: limits.seconds,
    message: 'Too many requests came from your address. Try again later, or telephone us.',
    sweeps: true,
  });
  return async (context, next) => {
    await counter.take(addressPrefix(context.request.ip));
    await next();
  };
};

export default limitRequests;
