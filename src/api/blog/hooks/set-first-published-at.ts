import { inTransaction } from '../../../database/transaction';
import {
  changeData,
  isPublication,
  paramsOf,
  resultDocuments,
  writtenData,
  type DocumentHook,
} from '../../../hooks/document-context';

/**
 * A blog keeps the date of its first publication, however often it is published again. An import
 * may bring the date along when it creates the blog.
 *
 * Strapi has an experimental feature of the same name, which a save in the panel resets; even with
 * the feature off, the document service empties a `firstPublishedAt` that an update passes.
 */
export const setFirstPublishedAt: DocumentHook = async (context, next) => {
  if (context.uid !== 'api::blog.blog') return next();
  if (context.action === 'update' && writtenData(context)) {
    changeData(context, { firstPublishedAt: undefined });
  }
  if (!isPublication(context)) return next();

  return inTransaction(async (transaction) => {
    const result = await next();
    const documents = resultDocuments(result);
    const documentId = paramsOf(context).documentId ?? documents[0]?.documentId;
    const now = new Date();
    const published = transaction('blogs')
      .select('locale')
      .where({ document_id: documentId })
      .whereNotNull('published_at');
    // Below the document service, so that this does not count as a change of the draft.
    await transaction('blogs')
      .where({ document_id: documentId })
      .whereNull('first_published_at')
      .whereIn('locale', published)
      .update({ first_published_at: now });
    for (const document of documents) document.firstPublishedAt ??= now.toISOString();
    return result;
  });
};
