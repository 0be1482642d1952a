import type { Transaction } from '../../database/transaction';

/** Links sessions to all rows of the trainings that they are linked to one row of. */
export async function linkEveryRow(
  transaction: Transaction,
  which: 'linked' | 'session',
  documentId: string,
): Promise<void> {
  await transaction.raw(
    `INSERT INTO training_sessions_training_lnk (training_session_id, training_id, training_session_ord)
     SELECT DISTINCT ON (link.training_session_id, other.id)
            link.training_session_id, other.id, link.training_session_ord
       FROM training_sessions_training_lnk link
       JOIN training_sessions session ON session.id = link.training_session_id
       JOIN trainings linked ON linked.id = link.training_id
       JOIN trainings other ON other.document_id = linked.document_id
      WHERE ${which}.document_id = ?
     ON CONFLICT DO NOTHING`,
    [documentId],
  );
}

/** To how many rows of trainings a session is linked. */
export async function countLinks(transaction: Transaction, documentId: string): Promise<number> {
  const { rows } = await transaction.raw<{ rows: { count: number }[] }>(
    `SELECT count(*)::int AS count
       FROM training_sessions_training_lnk link
       JOIN training_sessions session ON session.id = link.training_session_id
      WHERE session.document_id = ?`,
    [documentId],
  );
  return rows[0]?.count ?? 0;
}

/** Takes a session away from its training in every language. */
export async function unlinkEveryRow(transaction: Transaction, documentId: string): Promise<void> {
  await transaction.raw(
    `DELETE FROM training_sessions_training_lnk link
      USING training_sessions session
      WHERE session.id = link.training_session_id AND session.document_id = ?`,
    [documentId],
  );
}
