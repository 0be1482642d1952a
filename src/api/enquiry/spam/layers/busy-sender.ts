import type { Layer, Rate } from '../facts';

/** Whether so much came from one sender lately that more than a share of the limit is used up. */
function isBusy({ count, limit }: Rate, share: number): boolean {
  // The first enquiry is nobody's fault, however narrow the limit is.
  return count > Math.max(1, limit * share);
}

/** Much came from the same address lately, though not so much yet that it is refused. */
export const busyAddress: Layer = (_enquiry, facts, { points, busyShare }) =>
  isBusy(facts.address, busyShare)
    ? { reason: 'busy-address', points: points['busy-address'] }
    : undefined;

/** Much came with the same e-mail address lately. */
export const busyEmail: Layer = (_enquiry, facts, { points, busyShare }) =>
  isBusy(facts.email, busyShare)
    ? { reason: 'busy-email', points: points['busy-email'] }
    : undefined;
