import type { Pool } from 'pg';

/** Waits between two signs of life, and the silence after which workers count as dead. */
export interface Tempo {
  beatMilliseconds: number;
  deadAfterSeconds: number;
}

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
    WHERE jobs.locked_at < now() - $1 * interval '1 second'
      AND (job_workers.id IS NULL OR job_workers.seen_at < now() - $1 * interval '1 second')
  )
  SELECT array_agg(id) AS ids, graphile_worker.force_unlock_workers(array_agg(id))
  FROM dead HAVING count(*) > 0`;

/** Jobs of these workers that none of them does any more: their end could not be recorded. */
const LEFT_OVER = `
  SELECT count(*)::integer AS count FROM graphile_worker.jobs
  WHERE locked_by = $1 AND locked_at < now() - $2 * interval '1 second' AND id <> ALL($3::bigint[])`;

const FORGET = `DELETE FROM job_workers WHERE seen_at < now() - interval '${FORGOTTEN_AFTER}'`;

/** Whose heart beats, and who listens. */
export interface Living {
  /** Id of the pool of workers. */
  id: string;
  /** The jobs that are being done, by their ids. */
  activeJobs: () => string[];
  /** Is told what goes wrong, and whose jobs were taken over. */
  report: (text: string) => void;
  /** Is called when jobs are left over that only other workers can get. */
  giveUp: () => void;
}

/** Shows that workers live, until it is stopped. */
export interface Heartbeat {
  stop(): Promise<void>;
}

/**
 * Shows in the database that a pool of workers lives, and takes over the jobs of those that have
 * died without a word.
 */
export function keepAlive(connections: Pool, living: Living, tempo: Tempo): Heartbeat {
  const { id, report } = living;
  const { beatMilliseconds, deadAfterSeconds } = tempo;
  let beating: Promise<void> | undefined;

  const takeOver = async () => {
    const { rows } = await connections.query<{ ids: string[] }>(TAKE_OVER, [deadAfterSeconds]);
    for (const { ids } of rows) report(`took over the jobs of dead workers: ${ids.join(', ')}`);
  };
  const checkLeftOver = async () => {
    const parameters = [id, deadAfterSeconds, living.activeJobs()];
    const { rows } = await connections.query<{ count: number }>(LEFT_OVER, parameters);
    const count = rows[0]?.count ?? 0;
    if (count === 0) return;
    report(`the end of ${count} jobs was not recorded; new workers will do them again`);
    living.giveUp();
  };
  const beat = async () => {
    await connections.query(SIGN_OF_LIFE, [id]);
    await takeOver();
    await checkLeftOver();
    await connections.query(FORGET);
  };
  const beatInTurn = () => {
    beating ??= beat()
      .catch((error: unknown) => report(`no sign of life: ${String(error)}`))
      .finally(() => (beating = undefined));
  };

  beatInTurn();
  const timer = setInterval(beatInTurn, beatMilliseconds);
  return {
    async stop() {
      clearInterval(timer);
      await beating;
    },
  };
}
