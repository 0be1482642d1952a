import type { Core } from '@strapi/strapi';
import type { Workers } from '../../src/plugins/jobs/server/src/services/workers';

/** Does every job that is due now, and those that these add. */
export async function runJobs(strapi: Core.Strapi): Promise<void> {
  await (strapi.service('plugin::jobs.workers') as unknown as Workers).runDue();
}

/** The jobs that wait or run, oldest first. */
export async function waitingJobs(strapi: Core.Strapi): Promise<WaitingJob[]> {
  const { rows } = await strapi.db.connection.raw<{ rows: WaitingJob[] }>(
    `SELECT task_identifier AS task, key, attempts, run_at AS "runAt", last_error AS "lastError"
     FROM graphile_worker.jobs ORDER BY id`,
  );
  return rows;
}

/** A job as the engine's table has it. */
export interface WaitingJob {
  task: string;
  key: string | null;
  attempts: number;
  runAt: Date;
  lastError: string | null;
}
