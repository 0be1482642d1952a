import { renderMarkdown } from '../lib/markdown';
import { changeData, writtenData, type DocumentHook } from './document-context';

/** `bodyHtml` is always the sanitized rendering of `body`, whatever a client sends. */
export const setBodyHtml: DocumentHook = async (context, next) => {
  const data = writtenData(context);
  if (!data || !('bodyHtml' in context.contentType.attributes)) return next();
  const { body } = data;
  const isWritten = typeof body === 'string' || body === null;
  changeData(context, { bodyHtml: isWritten ? renderMarkdown(body ?? '') : undefined });
  return next();
};
