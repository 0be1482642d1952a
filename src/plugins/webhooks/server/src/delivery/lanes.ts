import { query } from '../../../../../database/query';

/** Where the jobs of an endpoint queue up. */
export interface Lane {
  queue: string;
  /** Higher numbers let others go first. */
  priority: number;
}

/**
 * Queues that failing endpoints share. A queue has one worker at most, so that receivers that hang
 * hold no more workers than this, of twenty (config/plugins/jobs.ts).
 */
const FAILING_LANES = 8;

/** Priority of failing endpoints: where workers are short, others go first. */
const LATER = 10;

/**
 * The lane of an endpoint. Nobody else's job delays a healthy one; a failing one shares its queue.
 * @param endpoint its id ends with random hexadecimal digits, which spread the failing ones evenly
 */
export function laneOf({ id, isFailing }: { id: string; isFailing: boolean }): Lane {
  if (!isFailing) return { queue: `webhooks:${id}`, priority: 0 };
  const number = Number.parseInt(id.slice(-4), 16) % FAILING_LANES;
  return { queue: `webhooks-failing:${number}`, priority: LATER };
}

const READ = 'SELECT id, is_failing AS "isFailing" FROM webhook_endpoints WHERE id = :id';

/** The lane that an endpoint has now; undefined where it has been deleted. */
export async function readLane(id: string): Promise<Lane | undefined> {
  const [endpoint] = await query<{ id: string; isFailing: boolean }>(strapi.db.connection, READ, {
    id,
  });
  return endpoint && laneOf(endpoint);
}

const CHANGE = `
  UPDATE webhook_endpoints SET is_failing = :isFailing
  WHERE id = :id AND is_failing <> :isFailing`;

/**
 * Moves an endpoint to the lane that goes with how its turn went. Only for the end of a turn, and
 * nobody else changes it: jobs of two queues could send the same otherwise.
 */
export async function changeLane(id: string, isFailing: boolean): Promise<void> {
  await query(strapi.db.connection, CHANGE, { id, isFailing });
}
