import { randomBytes } from 'node:crypto';

/** Digits of a time in milliseconds, as a UUID of version 7 has them: enough until the year 10889. */
const TIME_DIGITS = 12;
const RANDOM_BYTES = 10;

/** A new id of an event: `msg_` and 32 hexadecimal digits, the first of which tell the time. */
export function newEventId(now: Date): string {
  const time = now.getTime().toString(16).padStart(TIME_DIGITS, '0');
  return `msg_${time}${randomBytes(RANDOM_BYTES).toString('hex')}`;
}

/**
 * The header `webhook-id`. An event has a body without personal data and may have one with them;
 * each has an id of its own, so that the same id always comes with the same bytes.
 */
export function webhookId(eventId: string, hasPersonalData: boolean): string {
  return hasPersonalData ? `${eventId}_personal` : eventId;
}
