import type { Transaction } from '../../../../../database/transaction';
import type { ErasureReceipt } from './receipt';

const TABLE = 'privacy_erasures';

/**
 * A receipt as the database keeps it, for good: without the salt, so that nobody who has the
 * database alone can try out whose it is.
 */
interface ErasureRow {
  id: string;
  erased_at: Date;
  subject: string | null;
  counts: Record<string, number>;
  items: string[];
  key_id: string;
  signature: string;
}

/** Records an erasure in the transaction in which it happens. */
export async function recordReceipt(
  transaction: Transaction,
  receipt: ErasureReceipt,
): Promise<void> {
  const { id, erasedAt, subject, counts, items, keyId, signature } = receipt;
  await transaction(TABLE).insert({
    id,
    erased_at: new Date(erasedAt),
    subject,
    counts: JSON.stringify(counts),
    items,
    key_id: keyId,
    signature,
  });
}

/** Whether the database has recorded exactly this receipt. */
export async function isRecorded({ id, signature }: ErasureReceipt): Promise<boolean> {
  const rows = await strapi.db
    .connection<ErasureRow>(TABLE)
    .select('id')
    // The signature covers everything else.
    .where({ id, signature });
  return rows.length > 0;
}
