import { isClosedDay, parseOpeningWeek, weekdayOf } from '../../../src/lib/opening-hours';

const NINE_TO_FIVE = { from: '09:00', to: '17:00' };

describe('opening hours', () => {
  it('are read day by day', () => {
    expect(parseOpeningWeek('Mon-Thu 09:00-17:00, Sat 10:30-24:00')).toEqual({
      Mon: NINE_TO_FIVE,
      Tue: NINE_TO_FIVE,
      Wed: NINE_TO_FIVE,
      Thu: NINE_TO_FIVE,
      Sat: { from: '10:30', to: '24:00' },
    });
  });

  it('go over the end of the week', () => {
    expect(Object.keys(parseOpeningWeek('Sat-Mon 09:00-17:00') ?? {})).toEqual([
      'Sat',
      'Sun',
      'Mon',
    ]);
    expect(Object.keys(parseOpeningWeek('Sun-Sat 00:00-24:00') ?? {})).toHaveLength(7);
  });

  it.each([
    '',
    'always',
    'Mon-Fri',
    '09:00-17:00',
    'mon-fri 09:00-17:00',
    'Mon-Fun 09:00-17:00',
    'Mon-Fri 9:00-17:00',
    'Mon-Fri 09:00-24:30',
    'Mon-Fri 09:60-17:00',
    'Mon-Fri 17:00-09:00',
    'Mon-Fri 09:00-09:00',
    'Mon 09:00-12:00, Mon 13:00-17:00',
    'Mon-Wed 09:00-17:00, Tue 09:00-17:00',
    'Mon-Fri 09:00-17:00,',
    'constructor 09:00-17:00',
  ])('make no sense as %j', (text) => {
    expect(parseOpeningWeek(text)).toBeUndefined();
  });
});

describe('a closed day', () => {
  it.each(['2026-12-24', '12-25', '02-29', '2028-02-29'])('may be %s', (day) => {
    expect(isClosedDay(day)).toBe(true);
  });

  it.each([
    '',
    '25.12.',
    '12-32',
    '13-01',
    '2026-02-30',
    '2026-02-29',
    '26-12-24',
    '2026-12-24T00',
  ])('is not %j', (day) => {
    expect(isClosedDay(day)).toBe(false);
  });
});

it('is known which day of the week a day is', () => {
  expect(['2026-01-31', '2026-02-01', '2000-02-29'].map(weekdayOf)).toEqual(['Sat', 'Sun', 'Tue']);
});
