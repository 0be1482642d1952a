import { changeData, type DocumentHook } from './document-context';

/** What a document owes to its past: its publications, and the file that it was imported from. */
const ORIGIN = ['firstPublishedAt', 'version', 'sourceKey', 'sourceHash'];

/**
 * A copy is a new document: it has not been published yet, and an import of its original's source
 * must not take it for the original.
 */
export const clearOriginOfCopy: DocumentHook = async (context, next) => {
  if (context.action !== 'clone') return next();
  const fields = ORIGIN.filter((field) => field in context.contentType.attributes);
  changeData(context, Object.fromEntries(fields.map((field) => [field, null])));
  return next();
};
