import { inTransaction, lock } from '../database/transaction';
import { isPublication, paramsOf, type DocumentHook } from './document-context';

const REPLACEMENTS = ['unpublish', 'discardDraft'];

/**
 * Two publications of one document at the same moment, as by a double click, happen one after the
 * other: each replaces the rows that the other is about to replace.
 */
export const serializePublications: DocumentHook = async (context, next) => {
  const { documentId } = paramsOf(context);
  const isReplacement = isPublication(context) || REPLACEMENTS.includes(context.action);
  if (!documentId || !isReplacement) return next();
  return inTransaction(async (transaction) => {
    await lock(transaction, `publication/${context.uid}/${documentId}`);
    return next();
  });
};
