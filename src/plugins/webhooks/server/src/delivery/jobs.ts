import { jobQueue } from '../../../../jobs/accessor';
import { query, type Connection } from '../query';

/** Delivers what is due at one endpoint. */
export const DELIVER = 'webhooks.deliver';
/** Finds endpoints at which something is due that no job knows of. */
export const SWEEP = 'webhooks.sweep';
/** Forgets old events. */
export const CLEAN_UP = 'webhooks.clean-up';

/** The payload of `webhooks.deliver`. */
export interface DeliverPayload {
  endpointId: string;
}

/** Jobs of one endpoint run one after another, on whichever instance. */
function queueOf(endpointId: string): string {
  return `webhooks:${endpointId}`;
}

/**
 * How many transactions can wake one endpoint at a time without waiting for each other. A job with
 * a key is one row: whoever replaces it holds it until the end of their transaction, and everybody
 * else who replaces it waits. So there are as many keys as may be needed, and each transaction
 * takes one that nobody holds.
 */
const KEYS = 32;

/** SQL for the number of a free key of the endpoint whose id the expression gives; null: all taken. */
export function freeKey(endpointId: string): string {
  return `(
    SELECT number FROM generate_series(1, ${KEYS}) AS number
    WHERE pg_try_advisory_xact_lock(
      hashtextextended('${DELIVER}:' || ${endpointId} || ':' || number, 0))
    LIMIT 1)`;
}

/** An endpoint with something due, and the key that this transaction took. */
export interface Woken {
  id: string;
  key: number | null;
}

/**
 * Adds the job that delivers, in the transaction that is open. Without a key it is one job more,
 * which finds nothing to do.
 */
export async function wake({ id, key }: Woken): Promise<void> {
  await jobQueue().add(DELIVER, { endpointId: id } satisfies DeliverPayload, {
    queue: queueOf(id),
    ...(key === null ? {} : { key: `${DELIVER}:${id}:${key}` }),
  });
}

/** Adds the jobs of endpoints at which something has become due, in the transaction that is open. */
export async function wakeAll(transaction: Connection, ids: readonly string[]): Promise<void> {
  const woken = await query<Woken>(
    transaction,
    `SELECT id, ${freeKey('id')} AS key FROM unnest(:ids::text[]) AS id`,
    { ids },
  );
  for (const endpoint of woken) await wake(endpoint);
}

/** When an endpoint next has something due: not while it wants to be left alone. */
const NEXT_DUE = `
  SELECT greatest(min(delivery.next_attempt_at), endpoint.paused_until) AS "dueAt"
  FROM webhook_endpoints endpoint
  JOIN webhook_deliveries delivery ON delivery.endpoint_id = endpoint.id
  WHERE endpoint.id = :endpointId AND endpoint.enabled AND delivery.state = 'waiting'
  GROUP BY endpoint.id`;

/**
 * Adds the job for what is due next. Its key is another than that of new events, which never wait
 * for it.
 * @param priority higher numbers let other endpoints go first
 */
export async function wakeLater(endpointId: string, priority = 0): Promise<void> {
  const [next] = await query<{ dueAt: Date }>(strapi.db.connection, NEXT_DUE, { endpointId });
  if (!next) return;
  await jobQueue().add(DELIVER, { endpointId } satisfies DeliverPayload, {
    queue: queueOf(endpointId),
    key: `webhooks.retry:${endpointId}`,
    runAt: next.dueAt,
    priority,
  });
}
