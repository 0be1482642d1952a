import { inTransaction } from '../../../../../database/transaction';
import type { DisabledReason } from '../admin-api';
import { query, type Connection } from '../query';
import { wake } from './jobs';

const DISABLE = `
  UPDATE webhook_endpoints
  SET enabled = false, disabled_reason = :reason, disabled_at = now(), updated_at = now()
  WHERE id = :id AND enabled`;

const ENABLE = `
  UPDATE webhook_endpoints
  SET enabled = true, disabled_reason = NULL, disabled_at = NULL, paused_until = NULL,
    updated_at = now()
  WHERE id = :id AND NOT enabled`;

const PARK = `
  UPDATE webhook_deliveries SET state = 'parked', next_attempt_at = NULL
  WHERE endpoint_id = :id AND state = 'waiting'`;

/** The schedule starts again: the endpoint is another one now. */
const RESUME = `
  UPDATE webhook_deliveries
  SET state = 'waiting', next_attempt_at = clock_timestamp(), schedule_position = 0
  WHERE endpoint_id = :id AND state = 'parked'`;

/** Parks all that waits for an endpoint, in the transaction that is open. */
export async function park(transaction: Connection, id: string): Promise<void> {
  await query(transaction, PARK, { id });
}

/** Sends what is parked at an endpoint, at once, in the transaction that is open. */
export async function resume(transaction: Connection, id: string): Promise<void> {
  await query(transaction, RESUME, { id });
  await wake([id]);
}

/** Disables an endpoint and parks what waits for it. */
export async function disable(id: string, reason: DisabledReason): Promise<void> {
  await inTransaction(async (transaction) => {
    await query(transaction, DISABLE, { id, reason });
    await park(transaction, id);
  });
}

/** Enables an endpoint, and sends what was parked. */
export async function enable(id: string): Promise<void> {
  await inTransaction(async (transaction) => {
    await query(transaction, ENABLE, { id });
    await resume(transaction, id);
  });
}
