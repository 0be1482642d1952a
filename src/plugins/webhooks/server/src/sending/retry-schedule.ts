const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * Waits after each failed attempt before the next, in milliseconds: the example schedule of
 * Standard Webhooks 1.0.0, "Deliverability and reliability". With the first attempt at once they
 * make ten attempts in a little more than three days.
 */
export const RETRY_WAITS: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/**
 * Each wait is up to a tenth shorter or longer, so that deliveries which failed together do not all
 * come back together.
 */
const JITTER = 0.1;

/** How a schedule is played. */
export interface Tempo {
  /** 1 is real time; tests play it faster. */
  scale: number;
  /** A number from 0 to 1. */
  random: () => number;
}

/**
 * How long to wait after a failed attempt.
 * @param failures attempts of this schedule that have failed: 1 after the first
 * @returns milliseconds; undefined when the schedule is over
 */
export function retryWait(failures: number, { scale, random }: Tempo): number | undefined {
  const wait = RETRY_WAITS[failures - 1];
  if (wait === undefined) return undefined;
  return wait * scale * (1 + JITTER * (2 * random() - 1));
}
