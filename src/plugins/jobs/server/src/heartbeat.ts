import type { Pool } from 'pg';

/** Waits between two signs of life, in milliseconds. */
const INTERVAL = 5000;

/**
 * Silence after which workers count as dead. With the interval and the wait of idle workers for
 * work, a job of a killed process is taken over after 40 seconds at the latest; graphile-worker by
 * itself waits four hours.
 */
const DEAD_AFTER = '25 seconds';

/** Days after which dead workers are forgotten. */
const FORGOTTEN_AFTER = '1 day';

const SIGN_OF_LIFE = `
  INSERT INTO job_workers (id, seen_at) VALUES ($1, now())
  ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at`;

/** Jobs are locked by the id of the pool of workers that does them. */
const TAKE_OVER = `
  WITH dead AS (
    SELECT DISTINCT jobs.locked_by AS id
    FROM graphile_worker.jobs
    LEFT JOIN job_workers ON job_workers.id = jobs.locked_by
    WHERE jobs.locked_at < now() - interval '${DEAD_AFTER}'
      AND (job_workers.id IS NULL OR job_workers.seen_at < now() - interval '${DEAD_AFTER}')
  )
  SELECT array_agg(id) AS ids, graphile_worker.force_unlock_workers(array_agg(id))
  FROM dead HAVING count(*) > 0`;

const FORGET = `DELETE FROM job_workers WHERE seen_at < now() - interval '${FORGOTTEN_AFTER}'`;

/** Shows that workers live, until it is stopped. */
export interface Heartbeat {
  stop(): Promise<void>;
}

/**
 * Shows in the database that a pool of workers lives, and takes over the jobs of those that have
 * died without a word.
 * @param id of the pool of workers
 * @param report is told what goes wrong, and whose jobs were taken over
 */
export function keepAlive(
  connections: Pool,
  id: string,
  report: (text: string) => void,
): Heartbeat {
  let beating: Promise<void> | undefined;

  const beat = async () => {
    await connections.query(SIGN_OF_LIFE, [id]);
    const { rows } = await connections.query<{ ids: string[] }>(TAKE_OVER);
    for (const { ids } of rows) report(`took over the jobs of dead workers: ${ids.join(', ')}`);
    await connections.query(FORGET);
  };
  const beatInTurn = () => {
    beating ??= beat()
      .catch((error: unknown) => report(`no sign of life: ${String(error)}`))
      .finally(() => (beating = undefined));
  };

  beatInTurn();
  const timer = setInterval(beatInTurn, INTERVAL);
  return {
    async stop() {
      clearInterval(timer);
      await beating;
    },
  };
}
