import fc from 'fast-check';

import {
  LONGEST_RETRY_AFTER,
  readRetryAfter,
} from '../../../src/plugins/webhooks/server/src/sending/retry-after';
import {
  RETRY_WAITS,
  retryWait,
} from '../../../src/plugins/webhooks/server/src/sending/retry-schedule';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

describe('the schedule', () => {
  it('waits as Standard Webhooks recommends, which makes ten attempts in three days', () => {
    const middle = { scale: 1, random: () => 0.5 };
    const waits = RETRY_WAITS.map((_, index) => retryWait(index + 1, middle));
    expect(waits).toEqual([
      5 * SECOND,
      5 * MINUTE,
      30 * MINUTE,
      2 * HOUR,
      5 * HOUR,
      10 * HOUR,
      14 * HOUR,
      20 * HOUR,
      24 * HOUR,
    ]);
    expect(retryWait(10, middle)).toBeUndefined();
  });

  it('varies each wait by a tenth at most', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, random) => {
          const wait = retryWait(failures, { scale: 1, random: () => random }) ?? NaN;
          const regular = RETRY_WAITS[failures - 1] ?? NaN;
          expect(Math.abs(wait - regular)).toBeLessThanOrEqual(regular * 0.1 + 1e-6);
        },
      ),
    );
  });

  it('can be played faster', () => {
    expect(retryWait(2, { scale: 0.001, random: () => 0.5 })).toBeCloseTo(300);
  });
});

describe('Retry-After', () => {
  const now = new Date('2026-03-04T05:06:07Z');
  const read = (retryAfter: string | undefined, status = 429) =>
    readRetryAfter({ status, retryAfter }, now);

  it.each([
    ['120', 2 * MINUTE],
    [' 1 ', SECOND],
    ['Wed, 04 Mar 2026 05:07:07 GMT', MINUTE],
    ['Wednesday, 04-Mar-26 05:07:07 GMT', MINUTE],
  ])('is read in seconds and as a date: %s', (text, wait) => {
    expect(read(text)).toBe(wait);
    expect(read(text, 503)).toBe(wait);
  });

  it.each(['', '0', '-5', '1.5', 'soon', '12 parsecs', 'Wed, 04 Mar 2020 05:07:07 GMT'])(
    'is ignored where it makes no sense or has passed: %s',
    (text) => expect(read(text)).toBeUndefined(),
  );

  it.each([200, 301, 404, 500, 502])('is ignored on status %i', (status) => {
    expect(read('120', status)).toBeUndefined();
  });

  it('is a day at most, and never throws, whatever a receiver writes', () => {
    expect(read('99999999999999')).toBe(LONGEST_RETRY_AFTER);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.nat().map(String)), (text) => {
        const wait = read(text) ?? 1;
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(LONGEST_RETRY_AFTER);
      }),
    );
  });
});
