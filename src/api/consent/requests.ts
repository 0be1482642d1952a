import { createCounter, type Counter } from '../../database/counter';
import { consentSettings } from './settings';

/** Counts the requests of an address, on all routes together: each costs us work. */
export function createRequestCounter(): Counter {
  const { limits } = consentSettings();
  return createCounter({
    name: 'consents/requests',
    limit: limits.requests,
    seconds: limits.seconds,
    message: 'Too many requests came from your address. Try again later.',
  });
}
