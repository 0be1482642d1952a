import { dateInName, parseDate, withoutDate } from '../../../scripts/import/dates';

it.each([
  ['2024-03-09', '2024-03-09T00:00:00.000Z'],
  ['2024/3/9', '2024-03-09T00:00:00.000Z'],
  ['2024-03-09 14:30', '2024-03-09T14:30:00.000Z'],
  ['2024-03-09T14:30:05Z', '2024-03-09T14:30:05.000Z'],
  ['2024-03-09T14:30:05.123Z', '2024-03-09T14:30:05.000Z'],
  ['2024-03-09 00:30:00 +0100', '2024-03-08T23:30:00.000Z'],
  ['2024-03-09T20:00:00-05:00', '2024-03-10T01:00:00.000Z'],
])('reads %s', (text, expected) => {
  expect(parseDate(text)?.date.toISOString()).toBe(expected);
});

it.each([
  '',
  'soon',
  '09.03.2024',
  '03/09/2024',
  '2023-02-29',
  '2024-13-01',
  '0204-03-09',
  '2024-03-09 25:00',
])('does not read %j', (text) => {
  expect(parseDate(text)).toBeUndefined();
});

it('takes the time of day from a field of its own', () => {
  expect(parseDate('2024-03-09', '9:05')?.date.toISOString()).toBe('2024-03-09T09:05:00.000Z');
});

it('takes midnight for a time that is none, and says so', () => {
  const parsed = parseDate('2024-03-09', 'hh:mm:ss');
  expect(parsed?.date.toISOString()).toBe('2024-03-09T00:00:00.000Z');
  expect(parsed?.isTimeUnclear).toBe(true);
});

it.each([
  ['2024-03-09-title', '2024-03-09', 'title'],
  ['2024-03-title', '2024-03-01', 'title'],
  ['2024-03-2024-03-09-title', '2024-03-09', 'title'],
  ['2024-03-2024_report', '2024-03-01', '2024_report'],
  ['2024-03-09-', '2024-03-09', '2024-03-09-'],
])('finds the date in the name %s', (name, date, rest) => {
  expect(dateInName(name)?.toISOString().slice(0, 10)).toBe(date);
  expect(withoutDate(name)).toBe(rest);
});

it.each(['title', '2024', '2024-20-title', 'about-2024-03-09'])('finds no date in %s', (name) => {
  expect(dateInName(name)).toBeUndefined();
  expect(withoutDate(name)).toBe(name);
});
