import { changeData, writtenData, type DocumentHook } from '../../../hooks/document-context';
import { readingMinutes } from '../../../lib/reading-time';

/** `readingMinutes` always follows from `body`, whatever a client sends. */
export const setReadingMinutes: DocumentHook = async (context, next) => {
  const data = writtenData(context);
  if (!data || context.uid !== 'api::blog.blog') return next();
  const { body } = data;
  changeData(context, {
    readingMinutes: typeof body === 'string' ? readingMinutes(body) : undefined,
  });
  return next();
};
