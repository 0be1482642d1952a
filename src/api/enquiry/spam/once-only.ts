import type { Transaction } from '../../../database/transaction';

const TABLE = 'enquiry_used_tokens';

/** How many rows one enquiry clears away at most: more than it adds. */
const CLEARED_AT_ONCE = 20;

/** Something that is good for one enquiry. */
export interface Ticket {
  id: string;
  expiresAt: Date;
}

/**
 * Uses up a ticket. It counts as used when the transaction is committed; a second user, on whatever
 * instance, waits for that.
 * @returns whether it was still unused
 */
export async function useOnce(transaction: Transaction, ticket: Ticket): Promise<boolean> {
  const { rowCount } = await transaction.raw<{ rowCount: number }>(
    `INSERT INTO ${TABLE} (id, expires_at) VALUES (?, ?) ON CONFLICT DO NOTHING`,
    [ticket.id, ticket.expiresAt],
  );
  // What others clear away at this moment is skipped: two that waited for each other would fail.
  await transaction.raw(
    `DELETE FROM ${TABLE} WHERE id IN (
       SELECT id FROM ${TABLE} WHERE expires_at < ? ORDER BY expires_at LIMIT ? FOR UPDATE SKIP LOCKED
     )`,
    [new Date(), CLEARED_AT_ONCE],
  );
  return rowCount === 1;
}
