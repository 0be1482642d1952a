import { inTransaction, type Transaction } from '../../../database/transaction';
import {
  changeData,
  paramsOf,
  resultDocuments,
  writtenData,
  type DocumentHook,
} from '../../../hooks/document-context';
import { fieldErrors } from '../../../field-errors';

const TRAINING = 'api::training.training';
const SESSION = 'api::training-session.training-session';
const TRAINING_ACTIONS = ['create', 'update', 'publish', 'discardDraft'];

/** Links sessions to all rows of the trainings that they are linked to one row of. */
async function linkEveryRow(
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

/** Whether a relation in a write connects, disconnects or replaces anything. */
function changesRelation(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value !== 'object') return true;
  return Object.values(value).some((part) => Array.isArray(part) && part.length > 0);
}

/**
 * A session is no text: it belongs to its training in every language, draft and published. Strapi
 * links it to one locale's rows only, so that a French page would show no dates.
 */
export const linkSessionToEveryTranslation: DocumentHook = async (context, next) => {
  const data = writtenData(context);
  const isSession = context.uid === SESSION && data?.training !== undefined;
  const isTraining = context.uid === TRAINING && TRAINING_ACTIONS.includes(context.action);
  if (!isSession && !isTraining) return next();
  return inTransaction(async (transaction) => {
    const result = await next();
    const documentId = paramsOf(context).documentId ?? resultDocuments(result)[0]?.documentId;
    if (documentId) await linkEveryRow(transaction, isSession ? 'session' : 'linked', documentId);
    return result;
  });
};

/**
 * Which training a session belongs to is decided in the session. The other side of the relation is
 * for reading: a change there would reach one language and be undone by the others.
 */
export const refuseSessionsFromTraining: DocumentHook = async (context, next) => {
  const sessions = writtenData(context)?.sessions;
  if (context.uid !== TRAINING || sessions === undefined) return next();
  if (changesRelation(sessions)) {
    throw fieldErrors([
      {
        path: ['sessions'],
        message: 'Choose the training in the session, not the other way round.',
      },
    ]);
  }
  changeData(context, { sessions: undefined });
  return next();
};
