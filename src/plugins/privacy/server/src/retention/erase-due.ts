import { inTransaction, lock, type Transaction } from '../../../../../database/transaction';
import { query } from '../../../../../database/query';
import { makeReceipt } from '../erasure/receipt';
import { recordReceipt } from '../erasure/receipt-records';
import type { Erasing } from '../erasure/erase-person';
import { deleteDocuments } from '../people/tagged-types';
import { lockDue } from './announce';
import type { RetentionPolicy } from './policy';

/** Documents of one transaction: about a second's work. */
const BATCH_SIZE = 50;

const NEXT = `
  SELECT document_id AS "documentId" FROM privacy_retention_due
  WHERE content_type = :uid AND announced_at <= now() - make_interval(days => :noticeDays)
    AND document_id > :last
  ORDER BY document_id LIMIT ${BATCH_SIZE}`;

const FORGET = `
  DELETE FROM privacy_retention_due
  WHERE content_type = :uid AND document_id = ANY (:documentIds)`;

async function eraseBatch(
  policy: RetentionPolicy,
  candidates: readonly string[],
  { keys, holders }: Erasing,
  transaction: Transaction,
): Promise<number> {
  const { uid, name } = policy;
  await lock(transaction, 'privacy/erasure');
  const documentIds = await lockDue(policy, candidates, transaction);
  if (documentIds.length === 0) return 0;
  const documents = documentIds.map((documentId) => ({ uid, documentId }));
  // Nobody's address: what goes by the documents alone.
  const nobody = { email: '', receipts: [], memberIds: [], documents };
  for (const holder of holders) await holder.erase(nobody, transaction);
  await deleteDocuments(documents);
  await query(transaction, FORGET, { uid, documentIds });
  const counts = { [name]: documentIds.length };
  const erased = { email: null, erasedAt: new Date(), counts, ids: documentIds };
  await recordReceipt(transaction, makeReceipt(erased, keys));
  return documentIds.length;
}

/**
 * Erases the documents of a policy that were announced long enough ago and are due still, in
 * batches, each of which is recorded as any other erasure.
 * @param signal ends it after the batch that is under way
 * @returns how many
 */
export async function eraseDue(
  policy: RetentionPolicy,
  noticeDays: number,
  erasing: Erasing,
  signal: AbortSignal,
): Promise<number> {
  const { uid } = policy;
  let [last, count] = ['', 0];
  while (!signal.aborted) {
    const values = { uid, noticeDays, last };
    const rows = await query<{ documentId: string }>(strapi.db.connection, NEXT, values);
    const batch = rows.map(({ documentId }) => documentId);
    if (batch.length === 0) break;
    count += await inTransaction((transaction) => eraseBatch(policy, batch, erasing, transaction));
    last = batch.at(-1) ?? '';
  }
  return count;
}
