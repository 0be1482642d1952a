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
 * Lets PostgreSQL parse and plan each statement once for a connection, not each time: an import
 * sends the same few dozen statements thousands of times, and half of what PostgreSQL does for
 * them is planning. A server must not do this: its statements are too many kinds to keep, and a
 * migration while it runs would break those that it keeps.
 */
export function prepareStatements(strapi: Core.Strapi): void {
  const names = new Map<string, string>();
  const prepared = new WeakSet<Connection>();
  const { pool } = strapi.db.connection.client as { pool: Pool };
  pool.on('acquireSuccess', (_id, connection) => {
    if (prepared.has(connection)) return;
    prepared.add(connection);
    const query = connection.query.bind(connection);
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
