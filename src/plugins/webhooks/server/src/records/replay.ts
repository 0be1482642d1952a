import { inTransaction } from '../../../../../database/transaction';
import type { ReplayInput } from '../admin-api';
import { wake } from '../delivery/jobs';
import { query, type Bindings } from '../../../../../database/query';

/**
 * The schedule starts again; what goes to a disabled endpoint is parked. The endpoint is locked
 * first, as everywhere.
 */
const replayWhere = (condition: string) => `
  WITH endpoint AS (
    SELECT id, enabled FROM webhook_endpoints WHERE id = :endpointId FOR NO KEY UPDATE
  ), replayed AS (
    UPDATE webhook_deliveries delivery SET
      state = CASE WHEN endpoint.enabled THEN 'waiting' ELSE 'parked' END,
      next_attempt_at = CASE WHEN endpoint.enabled THEN clock_timestamp() END,
      schedule_position = 0
    FROM endpoint
    WHERE delivery.endpoint_id = endpoint.id AND ${condition}
    RETURNING 1
  )
  SELECT count(*)::integer AS count FROM replayed`;

async function replay(condition: string, endpointId: string, bindings: Bindings): Promise<number> {
  return inTransaction(async (transaction) => {
    const sql = replayWhere(condition);
    const [replayed] = await query<{ count: number }>(transaction, sql, {
      ...bindings,
      endpointId,
    });
    const count = replayed?.count ?? 0;
    if (count > 0) await wake([endpointId]);
    return count;
  });
}

/** Sends one delivery again. */
export async function replayDelivery(delivery: {
  id: string;
  endpoint: { id: string };
}): Promise<void> {
  await replay('delivery.id = :id', delivery.endpoint.id, { id: delivery.id });
}

/** The deliveries that an instruction names. */
const IN_SPAN = `delivery.event_id IN (
  SELECT id FROM webhook_events WHERE occurred_at >= :from AND occurred_at < :to)`;

/**
 * Sends deliveries of an endpoint again.
 * @returns how many
 */
export async function replayDeliveries(endpointId: string, input: ReplayInput): Promise<number> {
  if ('state' in input) return replay("delivery.state = 'dead'", endpointId, {});
  return replay(IN_SPAN, endpointId, { from: input.from, to: input.to });
}
