import { formatInTimeZone } from 'date-fns-tz';
import fc from 'fast-check';

import { resolveSession, resolveTime } from '../../scripts/demo/content/relative-time';

const now = new Date('2026-03-20T15:30:00Z');

describe('a relative time', () => {
  it.each([
    ['-26h', '2026-03-19T13:30:00.000Z'],
    ['-50m', '2026-03-20T14:40:00.000Z'],
    ['2d', '2026-03-22T15:30:00.000Z'],
    ['-9d at 08:30', '2026-03-11T08:30:00.000Z'],
  ])('%s counts from the moment of loading', (text, expected) => {
    expect(resolveTime(text, now).toISOString()).toBe(expected);
  });

  it('means the clock of the time zone, also after the clocks have changed', () => {
    expect(resolveTime('1d at 09:00', now, 'Europe/Paris').toISOString()).toBe(
      '2026-03-21T08:00:00.000Z',
    );
    expect(resolveTime('14d at 09:00', now, 'Europe/Paris').toISOString()).toBe(
      '2026-04-03T07:00:00.000Z',
    );
  });

  it('counts days from the date in the time zone', () => {
    const evening = new Date('2026-03-20T23:30:00Z');
    expect(resolveTime('1d at 09:00', evening, 'Asia/Tokyo').toISOString()).toBe(
      '2026-03-22T00:00:00.000Z',
    );
  });

  it.each(['', 'tomorrow', '3w', '1d at 25:00', '1d at 9:00'])('refuses "%s"', (text) => {
    expect(() => resolveTime(text, now)).toThrow('no relative time');
  });
});

describe('a session', () => {
  const paris = { ends: '17:30', timezone: 'Europe/Paris' };

  it('stays on its day where the day is a working day', () => {
    const { startsAt, endsAt } = resolveSession({ ...paris, starts: '3d at 09:00', days: 5 }, now);
    expect(startsAt.toISOString()).toBe('2026-03-23T08:00:00.000Z');
    expect(endsAt.toISOString()).toBe('2026-03-27T16:30:00.000Z');
  });

  it.each(['1d at 09:00', '2d at 09:00'])('moves from the weekend to Monday (%s)', (starts) => {
    const { startsAt } = resolveSession({ ...paris, starts, days: 1 }, now);
    expect(startsAt.toISOString()).toBe('2026-03-23T08:00:00.000Z');
  });

  it('moves to Monday rather than being cut in two by a weekend', () => {
    const { startsAt } = resolveSession({ ...paris, starts: '5d at 09:00', days: 4 }, now);
    expect(startsAt.toISOString()).toBe('2026-03-30T07:00:00.000Z');
  });

  it('counts working days where it is longer than a week', () => {
    const { endsAt } = resolveSession({ ...paris, starts: '4d at 08:00', days: 30 }, now);
    expect(endsAt.toISOString()).toBe('2026-05-04T15:30:00.000Z');
  });

  it('lies ahead, from Monday to Friday, at its own hours, whenever the demo is loaded', () => {
    const zones = ['Europe/Paris', 'Europe/London', 'America/Toronto', 'Asia/Kolkata'];
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2024-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom(...zones),
        (moment, ahead, days, timezone) => {
          const schedule = { starts: `${ahead}d at 09:15`, ends: '17:45', days, timezone };
          const { startsAt, endsAt } = resolveSession(schedule, moment);
          const [first, last] = [startsAt, endsAt].map((date) =>
            formatInTimeZone(date, timezone, 'i HH:mm').split(' '),
          );
          expect(startsAt.getTime()).toBeGreaterThan(moment.getTime());
          expect([first?.[1], last?.[1]]).toEqual(['09:15', '17:45']);
          expect(Number(last?.[0]) - Number(first?.[0])).toBe(days - 1);
          expect(Number(last?.[0])).toBeLessThanOrEqual(5);
        },
      ),
    );
  });
});
