import { formatInTimeZone, zonedTimeToUtc } from 'date-fns-tz';
import { weekdayOf, type OpeningWeek } from './opening-hours';

/** When people are at work. */
export interface BusinessHours {
  /** IANA name, such as Europe/Paris. */
  timeZone: string;
  week: OpeningWeek;
  /** Days off: of one year, `2026-12-24`, or of every year, `12-25`. */
  closedDays: readonly string[];
}

/** How long something may take, counted while people are at work. */
export type WorkingTime = { hours: number } | { days: number };

/** A time of work without a break; the end is the first moment after it. */
interface Period {
  start: Date;
  end: Date;
}

const HOUR_IN_MILLISECONDS = 60 * 60 * 1000;

/** Days without any work after which there will be none: a setting must be wrong. */
const LONGEST_BREAK_DAYS = 400;

function nextDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 'yyyy-MM-dd'.length);
}

/**
 * The moment at which the clocks of a time zone show a time. A time that they jump over in spring
 * comes when they have jumped; of one that they show twice in autumn, the library takes one.
 */
function toInstant(day: string, clock: string, timeZone: string): Date {
  if (clock === '24:00') return toInstant(nextDay(day), '00:00', timeZone);
  const instant = zonedTimeToUtc(`${day}T${clock}:00`, timeZone);
  const shown = formatInTimeZone(instant, timeZone, "yyyy-MM-dd'T'HH:mm:ss'Z'");
  const skipped = new Date(`${day}T${clock}:00Z`).getTime() - new Date(shown).getTime();
  return new Date(instant.getTime() + skipped);
}

function isClosed(day: string, { closedDays }: BusinessHours): boolean {
  return closedDays.includes(day) || closedDays.includes(day.slice('yyyy-'.length));
}

/** When people work on a day; undefined on a day off. */
function periodOf(day: string, hours: BusinessHours): Period | undefined {
  const opening = hours.week[weekdayOf(day)];
  if (!opening || isClosed(day, hours)) return undefined;
  const start = toInstant(day, opening.from, hours.timeZone);
  const end = toInstant(day, opening.to, hours.timeZone);
  return start < end ? { start, end } : undefined;
}

/** The periods of work that have not ended at a time, in order and without end. */
function* periodsFrom(time: Date, hours: BusinessHours): Generator<Period, never> {
  let day = formatInTimeZone(time, hours.timeZone, 'yyyy-MM-dd');
  let daysOff = 0;
  for (;;) {
    const period = periodOf(day, hours);
    if (period && period.end > time) {
      daysOff = 0;
      yield period;
    }
    daysOff += 1;
    if (daysOff > LONGEST_BREAK_DAYS) throw new Error('Business hours have no working day.');
    day = nextDay(day);
  }
}

function addWorkingHours(time: Date, count: number, hours: BusinessHours): Date {
  let left = count * HOUR_IN_MILLISECONDS;
  const periods = periodsFrom(time, hours);
  for (;;) {
    const { start, end } = periods.next().value;
    const begin = Math.max(start.getTime(), time.getTime());
    const length = end.getTime() - begin;
    if (left <= length) return new Date(begin + left);
    left -= length;
  }
}

function addWorkingDays(time: Date, count: number, hours: BusinessHours): Date {
  const periods = periodsFrom(time, hours);
  let { start, end } = periods.next().value;
  const sinceOpening = Math.max(0, time.getTime() - start.getTime());
  for (let left = count; left > 0; left -= 1) ({ start, end } = periods.next().value);
  return new Date(Math.min(start.getTime() + sinceOpening, end.getTime()));
}

/**
 * When a working time that begins at a moment is over. Hours are counted while people are at work.
 * So many days later is as long after opening as the moment is, at closing time at the latest. What
 * begins outside of business hours begins when they next do.
 * @returns a moment within business hours, or at the end of them
 * @throws Error for business hours without any working day
 */
export function addWorkingTime(time: Date, span: WorkingTime, hours: BusinessHours): Date {
  return 'hours' in span
    ? addWorkingHours(time, span.hours, hours)
    : addWorkingDays(time, span.days, hours);
}
