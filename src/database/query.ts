import type { Transaction } from './transaction';

/** Values of a query's `:names`. Arrays are PostgreSQL's arrays. */
export type Bindings = Record<string, string | number | boolean | Date | null | readonly string[]>;

/** Where a query runs: in a transaction, or outside of any. */
export type Connection = Transaction;

/**
 * Runs SQL.
 * @returns its rows, which are what the query says they are
 */
export async function query<Row>(
  connection: Connection,
  sql: string,
  bindings: Bindings,
): Promise<Row[]> {
  const { rows } = await connection.raw<{ rows: Row[] }>(sql, bindings as never);
  return rows;
}
