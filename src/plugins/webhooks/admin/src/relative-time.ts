/** How far a moment is from another, in the largest unit of which there is at least one. */
export interface RelativeTime {
  /** Negative for a moment that has passed. */
  value: number;
  unit: 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year';
}

/** Seconds in each unit, largest first; months and years as long as they are on average. */
const UNITS = [
  ['year', 31_556_952],
  ['month', 2_629_746],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** How far a moment is from now, for `Intl.RelativeTimeFormat`. */
export function toRelativeTime(moment: Date, now: Date): RelativeTime {
  const seconds = Math.round((moment.getTime() - now.getTime()) / 1000);
  const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return { value: Math.trunc(seconds / length), unit };
}
