import type { Core } from '@strapi/strapi';

type Transaction = Core.Strapi['db']['connection'];

/** When each pool of workers was last alive, so that the jobs of a killed one are taken over. */
export async function up(transaction: Transaction): Promise<void> {
  await transaction.raw(`
    CREATE TABLE job_workers (
      id text PRIMARY KEY,
      seen_at timestamptz NOT NULL
    )`);
}

export async function down(transaction: Transaction): Promise<void> {
  await transaction.raw('DROP TABLE job_workers');
}
