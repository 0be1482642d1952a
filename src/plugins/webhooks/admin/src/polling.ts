import type { Delivery } from '../../server/src/admin-api';

/**
 * How near an attempt has to be for somebody to wait for it at the screen, in milliseconds. One that
 * has been due for longer waits for its endpoint, and looking for it all the time would keep an
 * abandoned session alive.
 */
const SOON = 60_000;
/** Time between two looks, in milliseconds. */
const INTERVAL = 3_000;

/**
 * How often to look again at what is shown, in milliseconds: often while an attempt is about to be
 * made, so that a replay is seen to arrive; otherwise 0, never.
 */
export function pollingInterval(deliveries: Delivery[], now: number): number {
  const isExpected = deliveries.some(
    ({ nextAttemptAt }) =>
      nextAttemptAt !== null && Math.abs(Date.parse(nextAttemptAt) - now) < SOON,
  );
  return isExpected ? INTERVAL : 0;
}
