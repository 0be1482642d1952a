import type { IntlShape } from 'react-intl';

const UNITS = { Y: 'year', M: 'month', W: 'week', D: 'day' } as const;

/** A duration of ISO 8601 in days or longer, as people say it: `P3Y` is "3 years". */
export function formatDuration(duration: string, intl: IntlShape): string {
  const parts = [...duration.matchAll(/(\d+)([YMWD])/g)].map(([, number, letter]) =>
    intl.formatNumber(Number(number), {
      style: 'unit',
      unit: UNITS[letter as keyof typeof UNITS],
      unitDisplay: 'long',
    }),
  );
  return parts.length === 0 ? duration : intl.formatList(parts, { type: 'conjunction' });
}
