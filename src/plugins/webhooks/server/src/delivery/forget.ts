import { inTransaction } from '../../../../../database/transaction';
import { query } from '../../../../../database/query';

/** Whoever stores an answer locks its endpoint: none is being stored while these are locked. */
const LOCK_ENDPOINTS = `
  SELECT id FROM webhook_endpoints
  WHERE id IN (
    SELECT delivery.endpoint_id FROM webhook_deliveries delivery
    JOIN webhook_events event ON event.id = delivery.event_id
    WHERE event.subject = :subject)
  ORDER BY id
  FOR NO KEY UPDATE`;

/** Answers may repeat what was sent, or tell of the person what was not. */
const FORGET_ANSWERS = `
  UPDATE webhook_attempts SET answer = NULL
  WHERE delivery_id IN (
    SELECT delivery.id FROM webhook_deliveries delivery
    JOIN webhook_events event ON event.id = delivery.event_id
    WHERE event.subject = :subject)`;

/** What was not delivered yet, or is replayed, goes without them from now on. */
const FORGET_DELIVERIES = `
  UPDATE webhook_deliveries SET has_personal_data = false, keeps_answers = false
  WHERE event_id IN (SELECT id FROM webhook_events WHERE subject = :subject)`;

const FORGET_BODIES = 'UPDATE webhook_events SET personal_body = NULL WHERE subject = :subject';

/**
 * Forgets all personal data that events about a document carry, and what receivers answered to
 * them, in the transaction that is open. The events themselves stay.
 * @param documentId what their `data.documentId` says
 */
export async function forgetPersonalData(documentId: string): Promise<void> {
  await inTransaction(async (transaction) => {
    for (const sql of [LOCK_ENDPOINTS, FORGET_ANSWERS, FORGET_DELIVERIES, FORGET_BODIES]) {
      await query(transaction, sql, { subject: documentId });
    }
  });
}
