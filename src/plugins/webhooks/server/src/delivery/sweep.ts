import { inTransaction } from '../../../../../database/transaction';
import { query } from '../query';
import { park, resume } from './endpoint-states';
import { wakeLater } from './jobs';

/** Endpoints with deliveries in a state that does not go with theirs. */
const MISPLACED = `
  SELECT id, enabled FROM webhook_endpoints endpoint
  WHERE EXISTS (
    SELECT FROM webhook_deliveries delivery
    WHERE delivery.endpoint_id = endpoint.id
      AND delivery.state = CASE WHEN endpoint.enabled THEN 'parked' ELSE 'waiting' END)`;

const WAITING = `
  SELECT id FROM webhook_endpoints endpoint
  WHERE enabled AND EXISTS (
    SELECT FROM webhook_deliveries delivery
    WHERE delivery.endpoint_id = endpoint.id AND delivery.state = 'waiting')`;

/**
 * The job `webhooks.sweep`: whatever became of the jobs that should know, everything that waits has
 * one afterwards. An event that was written while its endpoint was switched on or off may have
 * missed that; it is put right here.
 */
export async function sweep(): Promise<void> {
  const misplaced = await query<{ id: string; enabled: boolean }>(
    strapi.db.connection,
    MISPLACED,
    {},
  );
  for (const { id, enabled } of misplaced) {
    await inTransaction((transaction) =>
      enabled ? resume(transaction, id) : park(transaction, id),
    );
  }
  const waiting = await query<{ id: string }>(strapi.db.connection, WAITING, {});
  for (const { id } of waiting) await wakeLater(id);
}
