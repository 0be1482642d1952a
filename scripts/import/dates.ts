const DATE = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:(?:T|\s+|\s*,\s*)(\d{1,2}:\d{2}.*))?$/i;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;

/** Years before this one are slips of the keyboard. */
const EARLIEST_YEAR = 1900;

/** A time of day, in milliseconds from midnight UTC; it may lie outside the day. */
function parseTime(text: string): number | undefined {
  const parts = TIME.exec(text.trim());
  if (!parts) return undefined;
  const [, hours = '0', minutes = '0', seconds = '0', zone = 'Z'] = parts;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const milliseconds = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return milliseconds - zoneOffset(zone);
}

/** How far a zone such as `+0100` is ahead of UTC, in milliseconds. */
function zoneOffset(zone: string): number {
  const parts = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!parts) return 0;
  const [, sign, hours = '0', minutes = '0'] = parts;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** Midnight UTC of a date that exists. */
function parseDay(year: number, month: number, day: number): number | undefined {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= EARLIEST_YEAR ? time : undefined;
}

/** A moment, and whether a time of day was given but not understood. */
export interface ParsedDate {
  date: Date;
  isTimeUnclear: boolean;
}

/**
 * Reads a date, with or without a time of day: `2024-03-09`, `2024/3/9 14:30`,
 * `2024-03-09T14:30:00+01:00`. Without a zone it is UTC, without a time midnight. Day-first and
 * month-first dates are not understood: nobody can tell them apart.
 * @param time a time of day from a field of its own; it counts where the date has none
 * @returns undefined where the text is no such date, or no such day exists
 */
export function parseDate(text: string, time?: string): ParsedDate | undefined {
  const parts = DATE.exec(text.trim());
  if (!parts) return undefined;
  const [, year, month, day, ownTime] = parts;
  const midnight = parseDay(Number(year), Number(month), Number(day));
  if (midnight === undefined) return undefined;
  if (ownTime !== undefined) {
    const timeOfDay = parseTime(ownTime);
    if (timeOfDay === undefined) return undefined;
    return { date: new Date(midnight + timeOfDay), isTimeUnclear: false };
  }
  const timeOfDay = time === undefined ? 0 : parseTime(time);
  return { date: new Date(midnight + (timeOfDay ?? 0)), isTimeUnclear: timeOfDay === undefined };
}

/**
 * The date with which a file's name begins, such as `2024-03-09-title` or `2024-03-title` (the first
 * of the month). Where several follow each other, the last full one counts.
 */
export function dateInName(name: string): Date | undefined {
  const dates = [...(DATES_IN_NAME.exec(name)?.[0] ?? '').matchAll(DATE_IN_NAME)];
  const found = dates.findLast(([, , , day]) => day !== undefined) ?? dates[0];
  if (!found) return undefined;
  const [, year, month, day = '1'] = found;
  const time = parseDay(Number(year), Number(month), Number(day));
  return time === undefined ? undefined : new Date(time);
}

const DATE_IN_NAME = /(\d{4})-(0[1-9]|1[0-2])-(?:(0[1-9]|[12]\d|3[01])-)?/g;
const DATES_IN_NAME = /^(?:\d{4}-(?:0[1-9]|1[0-2])-(?:(?:0[1-9]|[12]\d|3[01])-)?)+/;

/** A file's name without the dates with which it begins; the name itself where nothing is left. */
export function withoutDate(name: string): string {
  const rest = name.replace(DATES_IN_NAME, '');
  return rest === '' ? name : rest;
}
