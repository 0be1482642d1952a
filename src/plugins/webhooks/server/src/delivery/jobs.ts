import { setTimeout as sleep } from 'node:timers/promises';
import { jobQueue, type JobContext } from '../../../../jobs/accessor';
import { query } from '../../../../../database/query';
import { readLane } from './lanes';
import { SharedRun } from './shared-run';

/** Tells that something is due at some endpoints, for each of which it adds the next job. */
export const WAKE = 'webhooks.wake';
/** Delivers what is due at one endpoint. */
export const DELIVER = 'webhooks.deliver';
/** Waits for the moment at which something is due at one endpoint, and adds the job above. */
export const AWAIT = 'webhooks.await';
/** Finds endpoints at which something is due that no job knows of. */
export const SWEEP = 'webhooks.sweep';
/** Forgets old events. */
export const CLEAN_UP = 'webhooks.clean-up';

/** The payload of `webhooks.wake`. */
export interface WakePayload {
  endpointIds: readonly string[];
}

/** The payload of the jobs of one endpoint. */
export interface EndpointPayload {
  endpointId: string;
}

/** The payload of `webhooks.deliver`. */
export interface DeliverPayload extends EndpointPayload {
  /** Where this job is queued up; the endpoint may have another queue by the time it runs. */
  queue: string;
}

/**
 * Says in the transaction that is open that something will be due at some endpoints when it commits.
 *
 * The job has neither key nor queue, so that adding it touches no other job. With a key it would
 * lock the one row that every other writer wants, and the workers too, until the transaction ends:
 * one slow writer would hold up all others and every delivery.
 */
export async function wake(endpointIds: readonly string[]): Promise<void> {
  if (endpointIds.length === 0) return;
  await jobQueue().add(WAKE, { endpointIds } satisfies WakePayload);
}

/**
 * Adds the job that delivers to an endpoint. There is one that waits at most, and one that runs at
 * most, on whichever instance.
 */
export async function addDelivery(endpointId: string): Promise<void> {
  const lane = await readLane(endpointId);
  if (!lane) return;
  const { queue } = lane;
  await jobQueue().add(DELIVER, { endpointId, queue } satisfies DeliverPayload, {
    key: `${DELIVER}:${endpointId}`,
    ...lane,
  });
}

/** A flood of events wakes an endpoint again and again; what is being woken is woken once. */
const wakings = new Map<string, SharedRun>();

function wakingOf(endpointId: string): SharedRun {
  const known = wakings.get(endpointId);
  if (known) return known;
  const waking = new SharedRun(() => addDelivery(endpointId));
  wakings.set(endpointId, waking);
  return waking;
}

/** The job `webhooks.wake`. */
export async function addDeliveries({ endpointIds }: WakePayload): Promise<void> {
  await Promise.all(endpointIds.map((id) => wakingOf(id).request()));
}

/** What is due next at an endpoint. */
interface NextDue {
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
 * How much earlier than due a job starts that waits, in milliseconds: workers look only now and then
 * for jobs whose time has come, and a wait of five seconds could become one of seven.
 */
function early(): number {
  return strapi.config.get<number>('plugin::jobs.pollMilliseconds') + 500;
}

/**
 * Adds the job for what is due next at an endpoint. While that waits for its time it is in no queue:
 * new events never wait for it.
 */
export async function wakeLater(endpointId: string): Promise<void> {
  const next = await readNextDue(endpointId);
  if (!next) return;
  if (next.wait <= 0) {
    await addDelivery(endpointId);
    return;
  }
  await jobQueue().add(AWAIT, { endpointId } satisfies EndpointPayload, {
    key: `${AWAIT}:${endpointId}`,
    runAt: new Date(next.at.getTime() - early()),
  });
}

/** The job `webhooks.await`: adds the job that delivers at the very moment. */
export async function awaitDue({ endpointId }: EndpointPayload, { signal }: JobContext) {
  const next = await readNextDue(endpointId);
  if (!next) return;
  if (next.wait > early()) {
    await wakeLater(endpointId);
    return;
  }
  if (next.wait > 0) {
    // Stopped before the time: the job that is added finds nothing due, and adds this one again.
    await sleep(Math.ceil(next.wait) + 1, undefined, { signal }).catch(() => undefined);
  }
  await addDelivery(endpointId);
}
