import path from 'node:path';
import { setImmediate } from 'node:timers/promises';

import { createStrapi, type Core } from '@strapi/strapi';
import type { AddressInfo } from 'node:net';
import supertest from 'supertest';

import { createDatabase } from './database';

const projectRoot = path.resolve(__dirname, '../..');

/** A Strapi of one test file, with a database of its own. */
export interface RunningStrapi {
  strapi: Core.Strapi;
  /** Sends requests: `request.get('/api/trainings')`. */
  request: ReturnType<typeof supertest>;
  /** Address of the server, for clients other than `request`. */
  url: string;
  /** Address of the database, for looking behind Strapi. */
  databaseUrl: string;
  /** Closes Strapi and drops the database. */
  stop(): Promise<void>;
}

/** What tells whether a connection to the database is in use; knex does not type its pool. */
interface Pool {
  numUsed(): number;
  numPendingAcquires(): number;
}

/**
 * Waits for what goes on after an answer: Strapi reads each written document again for its events,
 * without making anyone wait for it. Between two queries of it the pool is free for a moment.
 */
export async function untilIdle(strapi: Core.Strapi): Promise<void> {
  const { pool } = strapi.db.connection.client as { pool: Pool };
  for (let turns = 0; turns < 20; turns += 1) {
    await setImmediate();
    if (pool.numUsed() + pool.numPendingAcquires() > 0) turns = 0;
  }
}

/**
 * Starts the compiled Strapi on a fresh database and a free port.
 * @param environment variables that differ from the tests' usual ones
 */
export async function startStrapi(
  environment: Record<string, string> = {},
): Promise<RunningStrapi> {
  const database = await createDatabase();
  // Jobs are done when a test says so: see jobs.ts.
  Object.assign(process.env, { CRON_ENABLED: 'false' }, environment, {
    DATABASE_URL: database.url,
  });
  const strapi = createStrapi({ appDir: projectRoot, distDir: path.join(projectRoot, 'dist') });
  await strapi.load();
  strapi.server.mount();
  const server = strapi.server.httpServer;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    strapi,
    request: supertest(url),
    url,
    databaseUrl: database.url,
    async stop() {
      await untilIdle(strapi);
      await strapi.destroy();
      await database.drop();
    },
  };
}
