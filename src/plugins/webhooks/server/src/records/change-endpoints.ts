import { randomBytes } from 'node:crypto';
import { inTransaction } from '../../../../../database/transaction';
import type { EndpointChange, EndpointInput } from '../admin-api';
import { disable, enable } from '../delivery/endpoint-states';
import { readReceiver } from '../delivery/receiver';
import { encrypt, UnreadableError } from '../encryption';
import { newSecret } from '../message/signature';
import { query } from '../../../../../database/query';
import { settings } from '../settings';
import { knownReceiver } from './known-receiver';

const ID_BYTES = 12;

const CREATE = `
  INSERT INTO webhook_endpoints (id, name, url, event_types, receives_personal_data, secret,
    enabled, disabled_reason, disabled_at)
  VALUES (:id, :name, :url, :eventTypes, :receivesPersonalData, :secret, :enabled,
    CASE WHEN NOT :enabled THEN 'manual' END, CASE WHEN NOT :enabled THEN now() END)`;

/**
 * Makes an endpoint.
 * @returns its id, and its secret as text
 */
export async function createEndpoint(
  input: Required<EndpointInput>,
): Promise<{ id: string; secret: string }> {
  const id = `ep_${randomBytes(ID_BYTES).toString('hex')}`;
  const secret = newSecret();
  await query(strapi.db.connection, CREATE, { ...input, id, secret: encrypt(secret) });
  return { id, secret };
}

const CHANGE = `
  UPDATE webhook_endpoints SET
    name = coalesce(:name, name),
    url = coalesce(:url, url),
    event_types = coalesce(:eventTypes::text[], event_types),
    receives_personal_data = coalesce(:receivesPersonalData::boolean, receives_personal_data),
    paused_until = CASE WHEN :url::text IS NULL THEN paused_until END,
    updated_at = now()
  WHERE id = :id`;

/**
 * Changes an endpoint. Enabling it sends what was parked, disabling parks what waits. Whether it
 * receives personal data counts for events from now on.
 */
export async function changeEndpoint(id: string, change: EndpointChange): Promise<void> {
  await inTransaction(async (transaction) => {
    await query(transaction, CHANGE, {
      id,
      name: change.name ?? null,
      url: change.url ?? null,
      eventTypes: change.eventTypes ?? null,
      receivesPersonalData: change.receivesPersonalData ?? null,
    });
    if (change.enabled === true) await enable(id);
    if (change.enabled === false) await disable(id, 'manual');
  });
}

/** From here on nothing is sent to it, and no event asks for it. */
const RETIRE = `
  UPDATE webhook_endpoints SET
    enabled = false,
    disabled_reason = coalesce(disabled_reason, 'manual'),
    disabled_at = coalesce(disabled_at, now()),
    event_types = '{}'
  WHERE id = :id`;

/** Deliveries that are deleted in one statement: a fraction of a second's work. */
const DELETE_BATCH = 1000;

/** The endpoint is locked first, as everywhere. */
const DELETE_DELIVERIES = `
  WITH endpoint AS (
    SELECT id FROM webhook_endpoints WHERE id = :id FOR NO KEY UPDATE
  ), deleted AS (
    DELETE FROM webhook_deliveries delivery USING endpoint
    WHERE delivery.endpoint_id = endpoint.id AND delivery.id IN (
      SELECT id FROM webhook_deliveries WHERE endpoint_id = :id ORDER BY id LIMIT ${DELETE_BATCH})
    RETURNING 1
  )
  SELECT count(*)::integer AS count FROM deleted`;

/**
 * Deletes an endpoint with all its deliveries; these first, in batches, because whoever writes an
 * event waits for an endpoint that is being deleted. Broken off half-way, it is disabled,
 * subscribes to nothing, and can be deleted again.
 */
export async function deleteEndpoint(id: string): Promise<void> {
  await query(strapi.db.connection, RETIRE, { id });
  for (;;) {
    const sql = DELETE_DELIVERIES;
    const [deleted] = await query<{ count: number }>(strapi.db.connection, sql, { id });
    if (!deleted?.count) break;
  }
  await query(strapi.db.connection, 'DELETE FROM webhook_endpoints WHERE id = :id', { id });
}

const ROTATE = `
  UPDATE webhook_endpoints SET
    previous_secret = CASE WHEN :overlaps THEN secret END,
    previous_secret_expires_at = CASE WHEN :overlaps
      THEN now() + make_interval(hours => :hours) END,
    secret = :secret,
    updated_at = now()
  WHERE id = :id`;

/** Whether an endpoint's secret can be used: not after a change of ENCRYPTION_KEY. */
async function canSign(id: string): Promise<boolean> {
  try {
    return (await readReceiver(id)) !== undefined;
  } catch (error) {
    if (error instanceof UnreadableError) return false;
    throw error;
  }
}

/**
 * Replaces an endpoint's secret; the present one signs as well for a while. One that was replaced
 * before it no longer does.
 * @returns the new secret as text
 */
export async function rotateSecret(id: string): Promise<string> {
  const secret = newSecret();
  const hours = settings().rotationHours;
  const overlaps = await canSign(id);
  await query(strapi.db.connection, ROTATE, { id, secret: encrypt(secret), overlaps, hours });
  return secret;
}

/**
 * An endpoint's secret as text.
 * @throws as `knownReceiver`
 */
export async function showSecret(id: string): Promise<string> {
  const { secrets } = await knownReceiver(id);
  return secrets[0];
}
