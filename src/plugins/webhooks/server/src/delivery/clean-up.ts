import { query } from '../query';
import { settings } from '../settings';

/** Events that are forgotten in one statement: a fraction of a second's work. */
const BATCH_SIZE = 1000;

/** Deliveries and attempts go with their event. */
const FORGET = `
  DELETE FROM webhook_events WHERE id IN (
    SELECT id FROM webhook_events event
    WHERE occurred_at < now() - make_interval(days => :days)
      AND NOT EXISTS (
        SELECT FROM webhook_deliveries delivery
        WHERE delivery.event_id = event.id AND delivery.state IN ('waiting', 'parked'))
    LIMIT ${BATCH_SIZE})
  RETURNING id`;

/** The job `webhooks.clean-up`: forgets old events that are not on their way any more. */
export async function cleanUp(): Promise<void> {
  const { retentionDays: days } = settings();
  let forgotten: unknown[];
  do forgotten = await query(strapi.db.connection, FORGET, { days });
  while (forgotten.length === BATCH_SIZE);
}
