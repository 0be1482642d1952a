import type { Core } from '@strapi/strapi';
import { UsageError } from './refusal';

/** The name under which imports exclude each other in a database. */
const LOCK = 'prospectus/import';

/**
 * Runs an import while no other runs on the same database: two at once would make the same
 * documents twice, because each reads first what exists.
 * @throws UsageError where another import runs
 */
export async function withImportLock<T>(strapi: Core.Strapi, work: () => Promise<T>): Promise<T> {
  // A transaction of its own holds the lock; it ends with the connection, even after a kill.
  const transaction = await strapi.db.connection.transaction();
  try {
    const result: { rows: { locked: boolean }[] } = await transaction.raw(
      'SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0)) AS locked',
      [LOCK],
    );
    if (!result.rows[0]?.locked) {
      throw new UsageError('Another import is running on this database. Wait until it is done.');
    }
    return await work();
  } finally {
    await transaction.rollback();
  }
}
