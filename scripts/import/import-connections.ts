import type { Core } from '@strapi/strapi';

/** The parts of knex's connection pool (tarn) and of a connection (pg) that matter here. */
interface Pool {
  on(event: 'acquireSuccess', listener: (id: number, connection: Connection) => void): void;
}
interface Connection {
  query(statement: unknown, ...others: unknown[]): unknown;
}

interface Statement {
  text: string;
  values: unknown[];
  name?: string;
}

function isUnnamed(statement: unknown): statement is Statement {
  if (typeof statement !== 'object' || statement === null) return false;
  if (!('text' in statement) || typeof statement.text !== 'string' || 'name' in statement) {
    return false;
  }
  return 'values' in statement && Array.isArray(statement.values) && statement.values.length > 0;
}

/**
 * What differs on the connections of an import: no statement is planned anew for its parameters, and
 * no commit waits for the disk. Until `makeDurable`, a crash of PostgreSQL can lose the documents of
 * its last moments, never a part of one; the import fails then, and its next run writes them again.
 */
const SETTINGS = 'SET plan_cache_mode TO force_generic_plan; SET synchronous_commit TO off';

/**
 * Lets PostgreSQL parse and plan each statement once for a connection, not each time: an import
 * sends the same few dozen statements thousands of times, and half of what PostgreSQL does for
 * them is planning. A server must not do this: its statements are too many kinds to keep, and a
 * migration while it runs would break those that it keeps.
 */
export function prepareConnections(strapi: Core.Strapi): void {
  const names = new Map<string, string>();
  const prepared = new WeakSet<Connection>();
  const { pool } = strapi.db.connection.client as { pool: Pool };
  pool.on('acquireSuccess', (_id, connection) => {
    if (prepared.has(connection)) return;
    prepared.add(connection);
    const query = connection.query.bind(connection);
    query(SETTINGS, () => undefined);
    connection.query = (statement, ...others) => {
      if (isUnnamed(statement)) {
        const name = names.get(statement.text) ?? `import_${names.size}`;
        names.set(statement.text, name);
        statement.name = name;
      }
      return query(statement, ...others);
    };
  });
}

/** Waits until all that was committed is on disk: a commit that waits takes those before it along. */
export async function makeDurable(strapi: Core.Strapi): Promise<void> {
  await strapi.db.connection.transaction(async (transaction) => {
    await transaction.raw('SET LOCAL synchronous_commit TO on');
    // A transaction without a number has nothing to write, and would not wait.
    await transaction.raw('SELECT pg_current_xact_id()');
  });
}
