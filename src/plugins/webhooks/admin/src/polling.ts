import type { Delivery } from '../../server/src/admin-api';

/** How soon an attempt has to be for somebody to wait for it at the screen, in milliseconds. */
const SOON = 60_000;
/** Time between two looks, in milliseconds. */
const INTERVAL = 3_000;

/**
 * How often to look again at what is shown, in milliseconds: often while an attempt is about to be
 * made, so that a replay is seen to arrive; otherwise 0, never.
 */
export function pollingInterval(deliveries: Delivery[], now: number): number {
  const isExpected = deliveries.some(
    ({ state, nextAttemptAt }) =>
      state === 'waiting' && nextAttemptAt !== null && Date.parse(nextAttemptAt) - now < SOON,
  );
  return isExpected ? INTERVAL : 0;
}
