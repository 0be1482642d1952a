import { zonedTimeToUtc, formatInTimeZone } from 'date-fns-tz';
import { addWorkingDays } from '../../../src/lib/working-days';

/**
 * Times in the data files are relative to the moment of loading, so that the demo never ages:
 * `-26h`, `-50m`, `-9d at 08:30`, `21d at 09:00`.
 */
export const RELATIVE_TIME =
  /^(?<amount>-?\d+)(?<unit>[dhm])(?: at (?<clock>(?:[01]\d|2[0-3]):[0-5]\d))?$/;

const MILLISECONDS = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A calendar date, at midnight UTC whatever the time zone that it is meant in. */
function calendarDate(now: Date, timezone: string, days: number): Date {
  const date = new Date(formatInTimeZone(now, timezone, "yyyy-MM-dd'T'00:00:00'Z'"));
  return new Date(date.getTime() + days * MILLISECONDS.d);
}

function atClock(date: Date, clock: string, timezone: string): Date {
  return zonedTimeToUtc(`${date.toISOString().slice(0, 10)} ${clock}`, timezone);
}

/**
 * Turns a relative time into a moment.
 * @param timezone IANA zone in which the clock time is meant
 * @throws Error when the text is no relative time
 */
export function resolveTime(text: string, now: Date, timezone = 'UTC'): Date {
  const { amount, unit, clock } = RELATIVE_TIME.exec(text)?.groups ?? {};
  if (!amount || !unit) throw new Error(`"${text}" is no relative time such as 21d at 09:00.`);
  const count = Number(amount);
  if (clock) return atClock(calendarDate(now, timezone, count), clock, timezone);
  return new Date(now.getTime() + count * MILLISECONDS[unit as keyof typeof MILLISECONDS]);
}

/** When a session takes place, as its data file tells it. */
interface Schedule {
  /** First day and opening time, `21d at 09:00`. */
  starts: string;
  /** Closing time on the last day, `17:30`. */
  ends: string;
  /** How many working days it lasts. */
  days: number;
  timezone: string;
}

/**
 * The dates of a session, Monday to Friday. One that would start at a weekend, or be cut in two by
 * one although it fits in a week, starts on the Monday after.
 */
export function resolveSession(schedule: Schedule, now: Date): { startsAt: Date; endsAt: Date } {
  const { starts, ends, days, timezone } = schedule;
  const { amount = '0', clock = '09:00' } = RELATIVE_TIME.exec(starts)?.groups ?? {};
  const wished = calendarDate(now, timezone, Number(amount));
  const weekday = wished.getUTCDay() === 0 ? 7 : wished.getUTCDay();
  const fitsThisWeek = weekday <= 5 && (days > 5 || weekday + days - 1 <= 5);
  const first = fitsThisWeek ? wished : new Date(wished.getTime() + (8 - weekday) * MILLISECONDS.d);
  return {
    startsAt: atClock(first, clock, timezone),
    endsAt: atClock(addWorkingDays(first, days - 1), ends, timezone),
  };
}
