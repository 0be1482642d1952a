import { createCounter, type Counter } from '../../../database/counter';
import { enquirySettings } from '../spam/settings';

/**
 * Counts the requests of an address, whatever becomes of them: those that are refused or repeated do
 * not use up its enquiries, but cost us work.
 */
export function createRequestCounter(): Counter {
  const { limits } = enquirySettings();
  return createCounter({
    name: 'enquiries/requests',
    limit: limits.requests,
    seconds: limits.seconds,
    message: 'Too many requests came from your address. Try again later, or telephone us.',
    sweeps: true,
  });
}
