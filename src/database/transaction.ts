import type { Core } from '@strapi/strapi';

/** A knex connection on which everything runs in one transaction. */
export type Transaction = Core.Strapi['db']['connection'];

/**
 * Runs work in a transaction: the one that is open already, or a new one. Document-service calls
 * inside take part in it. An error undoes everything; there are no savepoints, so never swallow one.
 */
export async function inTransaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return strapi.db.transaction(async ({ trx }: { trx: Transaction }) => work(trx));
}

/**
 * Waits until no other transaction holds the lock of this name, and holds it until this one ends.
 * The name can be any text; it is hashed to 64 bits.
 */
export async function lock(transaction: Transaction, name: string): Promise<void> {
  await transaction.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [name]);
}
