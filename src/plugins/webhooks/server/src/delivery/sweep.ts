import { inTransaction } from '../../../../../database/transaction';
import type { JobContext } from '../../../../jobs/accessor';
import { UnreadableError } from '../encryption';
import { query } from '../../../../../database/query';
import { enable, settle } from './endpoint-states';
import { wakeLater } from './jobs';
import { readReceiver } from './receiver';

/** Endpoints with deliveries in a state that does not go with theirs. */
const MISPLACED = `
  SELECT id FROM webhook_endpoints endpoint
  WHERE EXISTS (
    SELECT FROM webhook_deliveries delivery
    WHERE delivery.endpoint_id = endpoint.id
      AND delivery.state = CASE WHEN endpoint.enabled THEN 'parked' ELSE 'waiting' END)`;

const UNREADABLE = `SELECT id FROM webhook_endpoints WHERE disabled_reason = 'secret-unreadable'`;

const WAITING = `
  SELECT id FROM webhook_endpoints endpoint
  WHERE enabled AND EXISTS (
    SELECT FROM webhook_deliveries delivery
    WHERE delivery.endpoint_id = endpoint.id AND delivery.state = 'waiting')`;

/** Enables an endpoint again whose secret can be read now: it was rotated, or the key is back. */
async function enableIfReadable(id: string): Promise<void> {
  try {
    await readReceiver(id);
  } catch (error) {
    if (error instanceof UnreadableError) return;
    throw error;
  }
  await enable(id, 'secret-unreadable');
}

async function readIds(sql: string): Promise<string[]> {
  const endpoints = await query<{ id: string }>(strapi.db.connection, sql, {});
  return endpoints.map(({ id }) => id);
}

/**
 * The job `webhooks.sweep`: whatever became of the jobs that should know, everything that waits has
 * one afterwards. An event that was written while its endpoint was switched on or off may have
 * missed that; it is put right here. One instance with a wrong ENCRYPTION_KEY disables what it cannot
 * sign for; that is mended here, too.
 */
export async function sweep(_payload: object, { signal }: JobContext): Promise<void> {
  const steps: [string, (id: string) => Promise<void>][] = [
    [UNREADABLE, enableIfReadable],
    [MISPLACED, (id) => inTransaction((transaction) => settle(transaction, id))],
    [WAITING, (id) => wakeLater(id)],
  ];
  for (const [sql, step] of steps) {
    for (const id of await readIds(sql)) {
      if (signal.aborted) return;
      await step(id);
    }
  }
}
