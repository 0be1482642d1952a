import { inTransaction, type Transaction } from '../../../database/transaction';
import {
  changeData,
  paramsOf,
  resultDocuments,
  writtenData,
  type DocumentContext,
  type DocumentHook,
} from '../../../hooks/document-context';
import { fieldErrors } from '../../../field-errors';
import { countLinks, linkEveryRow, unlinkEveryRow } from '../training-links';

const TRAINING = 'api::training.training';
const SESSION = 'api::training-session.training-session';
const TRAINING_ACTIONS = ['create', 'update', 'publish', 'discardDraft'];

/** Whether a relation in a write does nothing but disconnect, as the panel does to empty it. */
function isDisconnection(value: unknown): boolean {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  const { disconnect, connect, set } = value as Record<string, unknown>;
  return changesRelation(disconnect) && !changesRelation(connect) && set === undefined;
}

/** Whether a relation in a write connects, disconnects or replaces anything. */
function changesRelation(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value !== 'object') return true;
  return Object.values(value).some((part) => Array.isArray(part) && part.length > 0);
}

/** Whether a call may change which rows a session is linked to. */
function touchesTraining(context: DocumentContext): boolean {
  if (context.action === 'clone') return true;
  return writtenData(context)?.training !== undefined;
}

/**
 * A session has one training: who disconnects it in one language, as the panel does, means all.
 * @returns what to do after the write
 */
async function watchDisconnection(transaction: Transaction, context: DocumentContext) {
  const { documentId } = paramsOf(context);
  if (!documentId || !isDisconnection(writtenData(context)?.training)) return undefined;
  const before = await countLinks(transaction, documentId);
  return async () => {
    const after = await countLinks(transaction, documentId);
    if (after < before) await unlinkEveryRow(transaction, documentId);
  };
}

/**
 * A session is no text: it belongs to its training in every language, draft and published. Strapi
 * links it to one locale's rows only, so that a French page would show no dates.
 */
export const linkSessionToEveryTranslation: DocumentHook = async (context, next) => {
  const isSession = context.uid === SESSION && touchesTraining(context);
  const isTraining = context.uid === TRAINING && TRAINING_ACTIONS.includes(context.action);
  if (!isSession && !isTraining) return next();
  return inTransaction(async (transaction) => {
    const finishDisconnection = isSession
      ? await watchDisconnection(transaction, context)
      : undefined;
    const result = await next();
    await finishDisconnection?.();
    const written = context.action === 'clone' ? undefined : paramsOf(context).documentId;
    const documentId = written ?? resultDocuments(result)[0]?.documentId;
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
