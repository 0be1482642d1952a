import path from 'node:path';

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

/**
 * Makes sure that DATABASE_URL names a running PostgreSQL: the operator's, or else the embedded one,
 * which is started where it does not run.
 * @throws EmbeddedPostgresError when the embedded one cannot serve
 */
export async function acquireDatabase(): Promise<Database> {
  const given = process.env.DATABASE_URL?.trim();
  if (given) {
    const description = URL.canParse(given) ? withoutPassword(given) : 'DATABASE_URL';
    return { description, release: async () => undefined };
  }
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
