import { privacy, UnreadableError } from '../../../../privacy/accessor';

/** Where personal bodies stand, each bound to its event. */
const bodyOf = (eventId: string) => ({
  table: 'webhook_events',
  column: 'personal_body',
  row: eventId,
});

/** Where answers stand, each bound to its delivery. */
const answerTo = (deliveryId: string) => ({
  table: 'webhook_attempts',
  column: 'answer',
  row: deliveryId,
});

/** Names what is sealed here, so that it is encrypted anew when keys change. */
export function protectSealed(): void {
  privacy().protectTable({
    name: 'webhook_events',
    order: { column: 'id', type: 'text' },
    row: 'webhook_events.id',
    columns: [{ name: 'personal_body' }],
  });
  privacy().protectTable({
    name: 'webhook_attempts',
    order: { column: 'delivery_id', type: 'bigint' },
    row: 'webhook_attempts.delivery_id::text',
    columns: [{ name: 'answer' }],
  });
}

/** Encrypts the body of an event that has personal data. */
export function sealBody(eventId: string, body: string): string {
  return privacy().encrypt(body, bodyOf(eventId));
}

/**
 * Decrypts such a body, byte by byte as it was.
 * @throws UnreadableError where no key opens it
 */
export function openBody(eventId: string, sealed: string): string {
  return privacy().decrypt(sealed, bodyOf(eventId));
}

/** Encrypts what a receiver answered: it may repeat what it was sent. */
export function sealAnswer(deliveryId: string, answer: string): string {
  return privacy().encrypt(answer, answerTo(deliveryId));
}

/**
 * Decrypts such an answer.
 * @throws UnreadableError where no key opens it
 */
export function openAnswer(deliveryId: string, sealed: string): string {
  return privacy().decrypt(sealed, answerTo(deliveryId));
}

/** A text that was stored encrypted, or what stands in for it. */
export function readOrExplain(open: () => string): string {
  try {
    return open();
  } catch (error) {
    if (error instanceof UnreadableError) return `(${error.message})`;
    throw error;
  }
}
