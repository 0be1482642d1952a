/** The days of the week as settings write them, in the order of `Date.prototype.getUTCDay`. */
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/** From when to when something is open, as the clock on its wall shows it: `09:00`, `17:30`. */
export interface OpeningHours {
  from: string;
  /** Later than `from`; `24:00` is the end of the day. */
  to: string;
}

/** When something is open on each day of the week; not at all on days that are left out. */
export type OpeningWeek = Partial<Record<Weekday, OpeningHours>>;

/** The day so many days after a Sunday. */
function weekdayAt(index: number): Weekday {
  return WEEKDAYS[index % WEEKDAYS.length] ?? 'Sun';
}

/** The day of the week of a day such as `2026-01-31`. */
export function weekdayOf(day: string): Weekday {
  return weekdayAt(new Date(`${day}T00:00:00Z`).getUTCDay());
}

const CLOCK = '((?:[01]\\d|2[0-3]):[0-5]\\d|24:00)';
const RANGE = new RegExp(`^([A-Z][a-z]{2})(?:-([A-Z][a-z]{2}))? ${CLOCK}-${CLOCK}$`);

const isWeekday = (name: string): name is Weekday => (WEEKDAYS as readonly string[]).includes(name);

/** The days from one to another, over the end of the week where need be: `Sat` to `Mon` are three. */
function daysBetween(first: Weekday, last: Weekday): Weekday[] {
  const start = WEEKDAYS.indexOf(first);
  const count = (WEEKDAYS.indexOf(last) - start + WEEKDAYS.length) % WEEKDAYS.length;
  return Array.from({ length: count + 1 }, (_, index) => weekdayAt(start + index));
}

/** One part of the text, such as `Mon-Fri 09:00-17:00`; undefined where it makes no sense. */
function parseRange(range: string): { days: Weekday[]; hours: OpeningHours } | undefined {
  const [, first = '', last = first, from = '', to = ''] = RANGE.exec(range) ?? [];
  if (!isWeekday(first) || !isWeekday(last) || from >= to) return undefined;
  return { days: daysBetween(first, last), hours: { from, to } };
}

/**
 * Reads opening hours such as `Mon-Thu 09:00-17:00, Fri 09:00-13:00`.
 * @returns undefined for a text that makes no sense, names a day twice, or is never open
 */
export function parseOpeningWeek(text: string): OpeningWeek | undefined {
  const week: OpeningWeek = {};
  for (const part of text.split(',')) {
    const range = parseRange(part.trim());
    if (!range || range.days.some((day) => day in week)) return undefined;
    for (const day of range.days) week[day] = range.hours;
  }
  return week;
}

/** Whether a text is a day of one year, `2026-12-24`, or of every year, `12-25`. */
export function isClosedDay(text: string): boolean {
  // 2000 is a leap year: every year's 29 February is a day of some years.
  const day = /^\d{2}-\d{2}$/.test(text) ? `2000-${text}` : text;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
