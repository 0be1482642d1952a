import fc from 'fast-check';

import { addWorkingDays } from '../../../src/lib/working-days';

const DAY = 24 * 60 * 60 * 1000;
const date = fc.date({
  min: new Date('1990-01-01'),
  max: new Date('2100-01-01'),
  noInvalidDate: true,
});
const days = fc.integer({ min: 0, max: 60 });

function isWorkingDay(time: Date): boolean {
  return ![0, 6].includes(time.getUTCDay());
}

/** Working days after `start`, up to and including the day of `end`. */
function countWorkingDays(start: Date, end: Date): number {
  let count = 0;
  for (let time = start.getTime() + DAY; time <= end.getTime(); time += DAY) {
    if (isWorkingDay(new Date(time))) count += 1;
  }
  return count;
}

describe('working days', () => {
  it.each([
    ['2026-03-02T09:30:00Z', 1, '2026-03-03T09:30:00Z'],
    ['2026-03-06T09:30:00Z', 1, '2026-03-09T09:30:00Z'],
    ['2026-03-07T09:30:00Z', 1, '2026-03-09T09:30:00Z'],
    ['2026-03-08T09:30:00Z', 2, '2026-03-10T09:30:00Z'],
    ['2026-03-06T09:30:00Z', 5, '2026-03-13T09:30:00Z'],
    ['2026-12-31T23:59:59Z', 1, '2027-01-01T23:59:59Z'],
  ])('from %s, %i later is %s', (start, count, end) => {
    expect(addWorkingDays(new Date(start), count)).toEqual(new Date(end));
  });

  it('end on a working day, at the same time of day', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 60 }), (start, count) => {
        const end = addWorkingDays(start, count);
        expect(isWorkingDay(end)).toBe(true);
        expect((end.getTime() - start.getTime()) % DAY).toBe(0);
      }),
    );
  });

  it('are as many as were asked for', () => {
    fc.assert(
      fc.property(date, days, (start, count) => {
        expect(countWorkingDays(start, addWorkingDays(start, count))).toBe(count);
      }),
    );
  });

  it('end later when there are more of them', () => {
    fc.assert(
      fc.property(date, days, (start, count) => {
        const end = addWorkingDays(start, count);
        expect(addWorkingDays(start, count + 1).getTime()).toBeGreaterThan(end.getTime());
      }),
    );
  });

  it('leave the start as it is', () => {
    const start = new Date('2026-03-06T09:30:00Z');
    addWorkingDays(start, 3);
    expect(start).toEqual(new Date('2026-03-06T09:30:00Z'));
    expect(addWorkingDays(start, 0)).not.toBe(start);
  });
});
