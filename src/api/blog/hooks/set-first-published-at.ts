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
    // Published before, or imported with its date: the draft has it, too, being what was copied.
    if (documents.length > 0 && documents.every((document) => document.firstPublishedAt)) {
      return result;
    }
    const documentId = paramsOf(context).documentId ?? documents[0]?.documentId;
    // Below the document service, so that this does not count as a change of the draft.
    await transaction.raw(
      `UPDATE blogs version
          SET first_published_at = published.published_at
         FROM blogs published
        WHERE published.document_id = :documentId
          AND published.published_at IS NOT NULL
          AND version.document_id = published.document_id
          AND version.locale = published.locale
          AND version.first_published_at IS NULL`,
      { documentId: documentId ?? '' },
    );
    for (const document of documents) document.firstPublishedAt ??= document.publishedAt;
    return result;
  });
};
