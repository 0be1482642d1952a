import { inTransaction, type Transaction } from '../../../../../database/transaction';
import { query } from '../../../../../database/query';
import type { RetentionPolicy } from './policy';

/** What a run of the nightly job found of one content type. */
export interface RetentionCounts {
  /** Documents that nobody needs any more. */
  due: number;
  /** Those of them that no earlier run had found. */
  announced: number;
  /** Those that were announced long enough ago, and are erased by this run. */
  toErase: number;
}

/** SQL of when a row was last needed; empty dates do not count. */
const lastNeeded = ({ columns }: RetentionPolicy, row: string) =>
  `greatest(${columns.map((column) => `${row}."${column}"`).join(', ')})`;

/** Whether a document has a row, such as a translation, that is still needed. */
const hasNewerRow = (policy: RetentionPolicy, documentId: string) =>
  `EXISTS (SELECT FROM "${policy.table}" newer
     WHERE newer.document_id = ${documentId} AND ${lastNeeded(policy, 'newer')} >= :cutoff)`;

/** A moment before which nothing of a policy is needed any more. PostgreSQL reads ISO 8601 itself. */
async function cutoffOf({ after }: RetentionPolicy, transaction: Transaction): Promise<Date> {
  const sql = 'SELECT now() - :after::interval AS cutoff';
  const [row] = await query<{ cutoff: Date }>(transaction, sql, { after });
  if (!row) throw new Error('The database did not answer.');
  // Compared as a value of the driver, since Strapi's columns have no time zone.
  return row.cutoff;
}

/** Those that are needed again, or are gone. */
const forgetOthers = (policy: RetentionPolicy) => `
  DELETE FROM privacy_retention_due due WHERE content_type = :uid AND (
    NOT EXISTS (SELECT FROM "${policy.table}" row WHERE row.document_id = due.document_id)
    OR ${hasNewerRow(policy, 'due.document_id')})`;

/** Each date is compared for itself as well, so that an index on one of them is of use. */
const announceDue = (policy: RetentionPolicy, reference: string) => `
  INSERT INTO privacy_retention_due (content_type, document_id, reference, last_needed_at)
  SELECT :uid, row.document_id, max(${reference}), max(${lastNeeded(policy, 'row')})
  FROM "${policy.table}" row
  WHERE ${policy.columns.map((column) => `(row."${column}" < :cutoff OR row."${column}" IS NULL)`).join(' AND ')}
    AND NOT ${hasNewerRow(policy, 'row.document_id')}
    AND ${lastNeeded(policy, 'row')} IS NOT NULL
  GROUP BY row.document_id
  ON CONFLICT (content_type, document_id)
    DO UPDATE SET last_needed_at = excluded.last_needed_at
  RETURNING (xmax = 0) AS "isNew"`;

const COUNT_TO_ERASE = `
  SELECT count(*)::integer AS count FROM privacy_retention_due
  WHERE content_type = :uid AND announced_at <= now() - make_interval(days => :noticeDays)`;

function referenceOf({ uid }: RetentionPolicy): string {
  const attributes = strapi.db.metadata.get(uid).attributes;
  return 'reference' in attributes ? 'row.reference' : 'row.document_id';
}

/** Brings the list of what is due up to date for one content type. */
export async function announce(
  policy: RetentionPolicy,
  noticeDays: number,
): Promise<RetentionCounts> {
  const { uid } = policy;
  return inTransaction(async (transaction) => {
    const values = { uid, cutoff: await cutoffOf(policy, transaction) };
    await query(transaction, forgetOthers(policy), values);
    const sql = announceDue(policy, referenceOf(policy));
    const due = await query<{ isNew: boolean }>(transaction, sql, values);
    const [toErase] = await query<{ count: number }>(transaction, COUNT_TO_ERASE, {
      uid,
      noticeDays,
    });
    return {
      due: due.length,
      announced: due.filter(({ isNew }) => isNew).length,
      toErase: toErase?.count ?? 0,
    };
  });
}

/**
 * Which of some documents are still due, locked: nobody makes them needed before the transaction
 * ends.
 */
export async function lockDue(
  policy: RetentionPolicy,
  documentIds: readonly string[],
  transaction: Transaction,
): Promise<string[]> {
  const rows = await query<{ documentId: string }>(
    transaction,
    `SELECT document_id AS "documentId" FROM "${policy.table}" row
     WHERE document_id = ANY (:documentIds) ORDER BY id FOR UPDATE`,
    { documentIds },
  );
  const still = await query<{ documentId: string }>(
    transaction,
    `SELECT DISTINCT row.document_id AS "documentId" FROM "${policy.table}" row
     WHERE document_id = ANY (:locked) AND NOT ${hasNewerRow(policy, 'row.document_id')}
     ORDER BY row.document_id`,
    {
      locked: rows.map(({ documentId }) => documentId),
      cutoff: await cutoffOf(policy, transaction),
    },
  );
  return still.map(({ documentId }) => documentId);
}
