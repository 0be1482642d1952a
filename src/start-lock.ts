import type { Core } from '@strapi/strapi';
import { Client } from 'pg';
import { describeOutage } from './lib/database-outage';

/** The name under which starts exclude each other in a database. */
const LOCK = 'prospectus/start';

/** Longest wait for the database to answer, in milliseconds. */
const CONNECT_LIMIT = 10_000;

/**
 * Waits until no other instance starts on the same database. The lock ends with its connection, even
 * after a kill; it has one of its own, because one of the pool would be missing there.
 */
async function takeLock(strapi: Core.Strapi): Promise<Client> {
  const { connectionString } = strapi.config.get<{ connectionString: string }>(
    'database.connection.connection',
  );
  const client = new Client({ connectionString, connectionTimeoutMillis: CONNECT_LIMIT });
  // Without a listener, a connection that breaks would end the process.
  client.on('error', (error) => strapi.log.warn(`Start: ${describeOutage(error)}`));
  await client.connect();
  const { rows } = await client.query<{ isFree: boolean }>(
    'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS "isFree"',
    [LOCK],
  );
  if (!rows[0]?.isFree) {
    strapi.log.info('Another instance is starting on this database; waiting for it.');
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [LOCK]);
  }
  return client;
}

/**
 * Has instances start one after another on one database: all that a start reads and writes there.
 *
 * Strapi itself lets two starts interleave: both run the same migrations, create the same tables,
 * roles and settings; one of them fails, or something is there twice. It offers no hook that is
 * early and late enough, so that its method is wrapped.
 */
export function startOneAtATime(strapi: Core.Strapi): void {
  const bootstrap = strapi.bootstrap.bind(strapi);
  strapi.bootstrap = async () => {
    const lock = await takeLock(strapi);
    try {
      return await bootstrap();
    } finally {
      await lock.end();
    }
  };
}
