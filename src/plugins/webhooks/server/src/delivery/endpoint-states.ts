import { inTransaction } from '../../../../../database/transaction';
import type { DisabledReason } from '../admin-api';
import { query, type Connection } from '../../../../../database/query';
import { wake } from './jobs';

/** Somebody who disables what its unreadable secret did keeps it from being enabled again. */
const DISABLE = `
  UPDATE webhook_endpoints
  SET enabled = false, disabled_reason = :reason, disabled_at = now(), updated_at = now()
  WHERE id = :id AND (:url::text IS NULL OR url = :url)
    AND (enabled OR (disabled_reason = 'secret-unreadable' AND :reason = 'manual'))
  RETURNING id`;

const ENABLE = `
  UPDATE webhook_endpoints
  SET enabled = true, disabled_reason = NULL, disabled_at = NULL, paused_until = NULL,
    updated_at = now()
  WHERE id = :id AND NOT enabled
    AND (:reason::text IS NULL OR disabled_reason = :reason)`;

/** Before its deliveries, as everywhere: nobody waits for one who waits for him. */
const LOCK = 'SELECT enabled FROM webhook_endpoints WHERE id = :id FOR NO KEY UPDATE';

const PARK = `
  UPDATE webhook_deliveries SET state = 'parked', next_attempt_at = NULL
  WHERE endpoint_id = :id AND state = 'waiting'`;

/** The schedule starts again: the endpoint is another one now. */
const RESUME = `
  UPDATE webhook_deliveries
  SET state = 'waiting', next_attempt_at = clock_timestamp(), schedule_position = 0
  WHERE endpoint_id = :id AND state = 'parked'`;

/**
 * Puts all deliveries of an endpoint into the state that goes with its own, in the transaction that
 * is open: what waits for a disabled one is parked, what is parked at an enabled one is sent at once.
 */
export async function settle(transaction: Connection, id: string): Promise<void> {
  const [endpoint] = await query<{ enabled: boolean }>(transaction, LOCK, { id });
  if (!endpoint) return;
  await query(transaction, endpoint.enabled ? RESUME : PARK, { id });
  if (endpoint.enabled) await wake([id]);
}

/**
 * Disables an endpoint and parks what waits for it.
 * @param url only if it still has this one: what another answered says nothing about it
 * @returns whether that disabled it
 */
export async function disable(id: string, reason: DisabledReason, url?: string): Promise<boolean> {
  return inTransaction(async (transaction) => {
    const disabled = await query(transaction, DISABLE, { id, reason, url: url ?? null });
    await settle(transaction, id);
    return disabled.length > 0;
  });
}

/**
 * Enables an endpoint, and sends what was parked.
 * @param reason only if it is disabled for this one
 */
export async function enable(id: string, reason?: DisabledReason): Promise<void> {
  await inTransaction(async (transaction) => {
    await query(transaction, ENABLE, { id, reason: reason ?? null });
    await settle(transaction, id);
  });
}
