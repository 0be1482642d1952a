import { setTimeout as sleep } from 'node:timers/promises';
import { inTransaction } from '../../../../../database/transaction';
import { jobQueue, type JobContext } from '../../../../jobs/accessor';
import { query, type Connection } from '../query';

/** Delivers what is due at one endpoint. */
export const DELIVER = 'webhooks.deliver';
/** Waits for the moment at which something is due at one endpoint, and adds the job above. */
export const AWAIT = 'webhooks.await';
/** Finds endpoints at which something is due that no job knows of. */
export const SWEEP = 'webhooks.sweep';
/** Forgets old events. */
export const CLEAN_UP = 'webhooks.clean-up';

/** The payload of the jobs of one endpoint. */
export interface EndpointPayload {
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
  await jobQueue().add(DELIVER, { endpointId: id } satisfies EndpointPayload, {
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

/**
 * How much earlier than due a job starts that waits, in milliseconds. Workers look for jobs whose
 * time has come once a second: a wait of five seconds could become one of six.
 */
const EARLY = 1500;

/** What is due next at an endpoint. */
export interface NextDue {
  at: Date;
  /** Milliseconds from now; negative where it is due already. By the clock of the database. */
  wait: number;
}

const NEXT_DUE = `
  SELECT at, extract(epoch FROM at - clock_timestamp())::float * 1000 AS wait
  FROM (
    SELECT greatest(min(delivery.next_attempt_at), endpoint.paused_until) AS at
    FROM webhook_endpoints endpoint
    JOIN webhook_deliveries delivery ON delivery.endpoint_id = endpoint.id
    WHERE endpoint.id = :endpointId AND endpoint.enabled AND delivery.state = 'waiting'
    GROUP BY endpoint.id
  ) next`;

/** When an endpoint next has something due: not while it wants to be left alone. */
async function readNextDue(endpointId: string): Promise<NextDue | undefined> {
  const [next] = await query<NextDue>(strapi.db.connection, NEXT_DUE, { endpointId });
  return next;
}

/**
 * Adds the job for what is due next. Its key is another than that of new events, and while it waits
 * it is in no queue: new events never wait for it.
 * @param priority higher numbers let other endpoints go first
 */
export async function wakeLater(endpointId: string, priority = 0): Promise<void> {
  const next = await readNextDue(endpointId);
  if (!next) return;
  const payload: EndpointPayload = { endpointId };
  if (next.wait <= 0) {
    const key = `${DELIVER}:${endpointId}:next`;
    await jobQueue().add(DELIVER, payload, { queue: queueOf(endpointId), key, priority });
  } else {
    const runAt = new Date(next.at.getTime() - EARLY);
    await jobQueue().add(AWAIT, payload, { key: `${AWAIT}:${endpointId}`, runAt, priority });
  }
}

/** The job `webhooks.await`: adds the job that delivers at the very moment. */
export async function awaitDue({ endpointId }: EndpointPayload, { signal }: JobContext) {
  const next = await readNextDue(endpointId);
  if (!next) return;
  if (next.wait > 0 && next.wait <= EARLY) {
    // Stopped before the time: the job that is added finds nothing due, and adds this one again.
    await sleep(Math.ceil(next.wait) + 1, undefined, { signal }).catch(() => undefined);
  }
  if (next.wait <= EARLY) await inTransaction((transaction) => wakeAll(transaction, [endpointId]));
  else await wakeLater(endpointId);
}
