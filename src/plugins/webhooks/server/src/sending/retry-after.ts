/** Longest wait that a receiver can ask for, in milliseconds: the longest of the schedule. */
export const LONGEST_RETRY_AFTER = 24 * 60 * 60 * 1000;

/** Statuses with which a receiver says when to come back: RFC 6585 section 4, RFC 9110 15.6.4. */
const STATUSES = new Set([429, 503]);

/** What is read of an answer. */
interface Answer {
  status: number;
  /** The header `Retry-After`, if there is one. */
  retryAfter: string | undefined;
}

/**
 * How long a receiver wants to be left alone: the header `Retry-After` (RFC 9110 section 10.2.3) in
 * seconds or as a date, on 429 and 503.
 * @returns milliseconds, at most a day; undefined where it says nothing, or nothing sensible
 */
export function readRetryAfter({ status, retryAfter }: Answer, now: Date): number | undefined {
  const text = retryAfter?.trim();
  if (!text || !STATUSES.has(status)) return undefined;
  // Every form of a date begins with a day's name; anything else Date would guess at.
  const isDate = /^(mon|tue|wed|thu|fri|sat|sun)/i.test(text);
  const wait = /^\d+$/.test(text)
    ? Number(text) * 1000
    : isDate
      ? Date.parse(text) - now.getTime()
      : NaN;
  if (Number.isNaN(wait) || wait <= 0) return undefined;
  return Math.min(wait, LONGEST_RETRY_AFTER);
}
