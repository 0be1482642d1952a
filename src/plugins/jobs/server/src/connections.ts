import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { Pool } from 'pg';
import { describeOutage } from '../../../../lib/database-outage';

/** Longest wait for a connection or an answer of the database, in milliseconds. */
const DATABASE_LIMIT = 10_000;

/** Longest wait for queries that are under way, in milliseconds, and time between two looks. */
const END_LIMIT = 5000;
const LOOK_AGAIN = 20;

/**
 * Opens a pool of connections for the workers: a flood of requests must not keep them waiting, nor
 * they the requests. A worker needs one only to take a job and to end it, so that few do for many.
 */
export function openConnections(strapi: Core.Strapi): Pool {
  const { connectionString } = strapi.config.get<{ connectionString: string }>(
    'database.connection.connection',
  );
  const pool = new Pool({
    connectionString,
    max: strapi.config.get<number>('plugin::jobs.maxConnections'),
    connectionTimeoutMillis: DATABASE_LIMIT,
    query_timeout: DATABASE_LIMIT,
    keepAlive: true,
  });
  // Without a listener, a connection that breaks would end the process, in use or not.
  const report = (error: Error) => strapi.log.warn(`Jobs: ${describeOutage(error)}`);
  pool.on('error', report);
  pool.on('connect', (client) => client.on('error', report));
  return pool;
}

/**
 * Closes the pool when nothing is under way any more. The engine does not wait until the ends of the
 * last jobs are recorded; whoever closed the pool on them would have them done again.
 */
export async function closeConnections(pool: Pool): Promise<void> {
  const isBusy = () => pool.waitingCount > 0 || pool.totalCount > pool.idleCount;
  for (let waited = 0; isBusy() && waited < END_LIMIT; waited += LOOK_AGAIN) await wait(LOOK_AGAIN);
  await pool.end();
}
