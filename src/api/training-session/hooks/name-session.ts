import { inTransaction, type Transaction } from '../../../database/transaction';
import {
  changeData,
  paramsOf,
  resultDocuments,
  writtenData,
  type DocumentHook,
} from '../../../hooks/document-context';

const SESSION = 'api::training-session.training-session';
const TRAINING = 'api::training.training';

/** Names the sessions of a training, or one session, after the title in the draft that has it. */
async function nameSessions(
  transaction: Transaction,
  which: 'training' | 'session',
  documentId: string,
): Promise<void> {
  await transaction.raw(
    `UPDATE training_sessions named
        SET name = left(titled.title, 230) || ', ' || to_char(
              named.starts_at AT TIME ZONE 'UTC' AT TIME ZONE named.timezone, 'YYYY-MM-DD'
            )
       FROM (
         SELECT DISTINCT ON (session.id) session.id, training.title
           FROM training_sessions session
           JOIN training_sessions_training_lnk link ON link.training_session_id = session.id
           JOIN trainings training ON training.id = link.training_id
          WHERE ${which}.document_id = ? AND training.published_at IS NULL
          ORDER BY session.id, training.locale <> 'en', training.id
       ) titled
      WHERE named.id = titled.id`,
    [documentId],
  );
}

/**
 * A session is named after its training and its first day, so that lists in the panel tell sessions
 * apart. A new title of the training renames them.
 */
export const nameSession: DocumentHook = async (context, next) => {
  const data = writtenData(context);
  const isSession = context.uid === SESSION;
  const isRenamed = context.uid === TRAINING && data?.title !== undefined;
  if (!data || (!isSession && !isRenamed)) return next();
  if (isSession) changeData(context, { name: undefined });
  return inTransaction(async (transaction) => {
    const result = await next();
    const documentId = resultDocuments(result)[0]?.documentId ?? paramsOf(context).documentId;
    if (documentId) {
      await nameSessions(transaction, isSession ? 'session' : 'training', documentId);
    }
    return result;
  });
};
