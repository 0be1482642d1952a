import fc from 'fast-check';

import { addWorkingTime, type BusinessHours } from '../../../src/lib/business-hours';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const ZONES = [
  'UTC',
  'Europe/Paris',
  'America/New_York',
  'America/St_Johns',
  'Africa/Cairo', // its clocks jump over midnight
  'Asia/Kathmandu',
  'Australia/Lord_Howe', // its clocks jump by half an hour
  'Pacific/Auckland',
];

const PARIS: BusinessHours = {
  timeZone: 'Europe/Paris',
  week: Object.fromEntries(
    WEEKDAYS.slice(1, 6).map((day) => [day, { from: '09:00', to: '17:00' }]),
  ),
  closedDays: ['12-25', '2026-04-06'],
};

const formats = new Map(
  ZONES.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
  ]),
);

/** The day, the day of the week and the time that the clocks of a time zone show, by other means. */
function clockOf(time: Date, timeZone: string): { day: string; weekday: string; clock: string } {
  const shown = formats.get(timeZone)?.formatToParts(time) ?? [];
  const parts = Object.fromEntries(shown.map((part) => [part.type, part.value]));
  const { year, month, day, weekday = '', hour, minute } = parts;
  return { day: `${year}-${month}-${day}`, weekday, clock: `${hour}:${minute}` };
}

const two = (number: number) => String(number).padStart(2, '0');

/** Opening hours of whole and half hours, of two hours at least, after the clocks have jumped. */
const opening = fc
  .record({ from: fc.integer({ min: 8, max: 40 }), length: fc.integer({ min: 4, max: 20 }) })
  .map(({ from, length }) => {
    const clock = (half: number) => `${two(Math.floor(half / 2))}:${half % 2 ? '30' : '00'}`;
    return { from: clock(from), to: clock(Math.min(from + length, 47)) };
  });

const monthDay = fc
  .record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
  .map(({ month, day }) => `${two(month)}-${two(day)}`);
const closedDay = fc
  .record({ year: fc.constantFrom('', '2026-', '2027-'), day: monthDay })
  .map(({ year, day }) => year + day);

const businessHours: fc.Arbitrary<BusinessHours> = fc.record({
  timeZone: fc.constantFrom(...ZONES),
  week: fc
    .uniqueArray(fc.tuple(fc.constantFrom(...WEEKDAYS), opening), {
      selector: ([day]) => day,
      minLength: 1,
    })
    .map((days) => Object.fromEntries(days)),
  closedDays: fc.array(closedDay, { maxLength: 10 }),
});

const time = fc.date({
  min: new Date('2026-01-01'),
  max: new Date('2027-12-31'),
  noInvalidDate: true,
});
const span = fc.oneof(
  fc.record({ hours: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ days: fc.integer({ min: 0, max: 10 }) }),
);

describe('a working time ends', () => {
  it('within business hours, never on a day off', () => {
    fc.assert(
      fc.property(time, span, businessHours, (start, length, hours) => {
        const { day, weekday, clock } = clockOf(
          addWorkingTime(start, length, hours),
          hours.timeZone,
        );
        const open = hours.week[weekday as (typeof WEEKDAYS)[number]];
        expect(open).toBeDefined();
        expect(clock >= (open?.from ?? '') && clock <= (open?.to ?? '')).toBe(true);
        expect(hours.closedDays).not.toContain(day);
        expect(hours.closedDays).not.toContain(day.slice(5));
      }),
      { numRuns: 300 },
    );
  });

  it('later when it begins later, and when it is longer, and never before it begins', () => {
    fc.assert(
      fc.property(
        fc.tuple(time, time),
        fc.constantFrom('hours', 'days'),
        fc.integer({ min: 1, max: 20 }),
        businessHours,
        (times, unit, count, hours) => {
          const [earlier, later] = times.sort((a, b) => a.getTime() - b.getTime());
          const end = (start: Date, units: number) =>
            addWorkingTime(
              start,
              unit === 'hours' ? { hours: units } : { days: units },
              hours,
            ).getTime();
          expect(end(earlier, count)).toBeLessThanOrEqual(end(later, count));
          expect(end(earlier, count)).toBeLessThan(end(earlier, count + 1));
          expect(end(earlier, count)).toBeGreaterThan(earlier.getTime());
        },
      ),
      { numRuns: 300 },
    );
  });

  it('for two spans of hours as for one that is as long as both', () => {
    const count = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(time, count, count, businessHours, (start, first, second, hours) => {
        const between = addWorkingTime(start, { hours: first }, hours);
        expect(addWorkingTime(between, { hours: second }, hours)).toEqual(
          addWorkingTime(start, { hours: first + second }, hours),
        );
      }),
    );
  });
});

describe('in Paris, from nine to five,', () => {
  it.each([
    ['a Tuesday', '2026-02-03T10:30:00Z', { days: 1 }, '2026-02-04T10:30:00Z'],
    ['a Friday', '2026-02-06T10:30:00Z', { days: 1 }, '2026-02-09T10:30:00Z'],
    ['a Friday evening', '2026-02-06T19:00:00Z', { days: 1 }, '2026-02-10T08:00:00Z'],
    ['a Saturday', '2026-02-07T12:00:00Z', { days: 1 }, '2026-02-10T08:00:00Z'],
    ['before opening', '2026-02-03T04:00:00Z', { hours: 4 }, '2026-02-03T12:00:00Z'],
    ['an hour before closing', '2026-02-06T15:00:00Z', { hours: 4 }, '2026-02-09T11:00:00Z'],
    ['as long as the day is', '2026-02-03T08:00:00Z', { hours: 8 }, '2026-02-03T16:00:00Z'],
    ['the closing time', '2026-02-03T16:00:00Z', { hours: 1 }, '2026-02-04T09:00:00Z'],
    ['the days before Christmas', '2026-12-24T10:00:00Z', { days: 1 }, '2026-12-28T10:00:00Z'],
    ['over Easter and summer time', '2026-03-27T10:00:00Z', { days: 6 }, '2026-04-07T09:00:00Z'],
    ['over the end of summer time', '2026-10-23T09:00:00Z', { days: 1 }, '2026-10-26T10:00:00Z'],
    ['no time', '2026-02-07T12:00:00Z', { days: 0 }, '2026-02-09T08:00:00Z'],
  ])('from %s', (_, start, length, end) => {
    expect(addWorkingTime(new Date(start), length, PARIS)).toEqual(new Date(end));
  });
});

describe('a day', () => {
  const ALWAYS: BusinessHours = {
    timeZone: 'Africa/Cairo',
    week: Object.fromEntries(WEEKDAYS.map((day) => [day, { from: '00:00', to: '24:00' }])),
    closedDays: [],
  };

  it('begins after the clocks have jumped over its beginning', () => {
    // Cairo, 24 April 2026: midnight is followed by one o'clock, at 22:00 UTC of the day before.
    const evening = new Date('2026-04-23T20:00:00Z');
    expect(addWorkingTime(evening, { hours: 24 }, ALWAYS)).toEqual(
      new Date('2026-04-24T20:00:00Z'),
    );
    const closedBefore = { ...ALWAYS, closedDays: ['2026-04-23'] };
    expect(addWorkingTime(evening, { days: 0 }, closedBefore)).toEqual(
      new Date('2026-04-23T22:00:00Z'),
    );
  });

  it('must be among them on which somebody works', () => {
    const never = { ...ALWAYS, week: {} };
    expect(() => addWorkingTime(new Date(), { days: 1 }, never)).toThrow('no working day');
  });
});
