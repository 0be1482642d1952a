const DAY_IN_MILLISECONDS = 24 * 60 * 60 * 1000;

function isWeekend(date: Date): boolean {
  const day = date.getUTCDay();
  return day === 0 || day === 6;
}

/**
 * The same time of day, a number of working days later (Monday to Friday, UTC; public holidays
 * count as working days). From a weekend, counting starts on Monday.
 * @param days whole number of working days, 0 or more
 */
export function addWorkingDays(start: Date, days: number): Date {
  const date = new Date(start);
  let left = days;
  while (left > 0) {
    date.setTime(date.getTime() + DAY_IN_MILLISECONDS);
    if (!isWeekend(date)) left -= 1;
  }
  return date;
}
