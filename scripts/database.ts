import path from 'node:path';

import { Client } from 'pg';

import { ConfigurationError } from '../config/environment/variables';
import { acquireServer } from './postgres/server';
import { projectRoot } from './project-root';

/** A database that this process may use until it releases it. */
export interface Database {
  /** For the person at the terminal: which database this is. */
  description: string;
  /** Gives it back. The embedded server stops when nobody else uses it. */
  release(): Promise<void>;
}

/** Where the embedded PostgreSQL keeps its data. */
export const DATABASE_FOLDER = path.join(projectRoot, '.data', 'postgres');

/** An address without its password. */
function withoutPassword(address: string): string {
  const url = new URL(address);
  return `${url.host}${url.pathname}`;
}

/** Longest wait for the operator's database to answer, in milliseconds. */
const CONNECT_LIMIT = 10_000;

/** Finds out whether the operator's database answers, to say so in words of its own. */
async function checkConnection(address: string): Promise<void> {
  const client = new Client({
    connectionString: address,
    connectionTimeoutMillis: CONNECT_LIMIT,
  });
  try {
    await client.connect();
  } catch (error) {
    throw new ConfigurationError(
      `The database ${withoutPassword(address)} cannot be used: ${(error as Error).message}\n` +
        'Check DATABASE_URL, and whether that server runs and lets this user in.',
      { cause: error },
    );
  } finally {
    await client.end();
  }
}

/** The operator's database. */
async function useGivenDatabase(address: string): Promise<Database> {
  const release = () => Promise.resolve();
  // What is no address at all is for the check of the whole environment to refuse.
  if (!URL.canParse(address)) return { description: 'DATABASE_URL', release };
  await checkConnection(address);
  return { description: withoutPassword(address), release };
}

/**
 * Makes sure that DATABASE_URL names a running PostgreSQL: the operator's, or else the embedded one,
 * which is started where it does not run.
 * @throws ConfigurationError when the operator's does not answer
 * @throws EmbeddedPostgresError when the embedded one cannot serve
 */
export async function acquireDatabase(): Promise<Database> {
  const given = process.env.DATABASE_URL?.trim();
  if (given) return useGivenDatabase(given);
  const server = await acquireServer({ folder: DATABASE_FOLDER });
  process.env.DATABASE_URL = server.url;
  return {
    description: `${withoutPassword(server.url)}, data in ${server.home}`,
    async release() {
      delete process.env.DATABASE_URL;
      await server.release();
    },
  };
}
