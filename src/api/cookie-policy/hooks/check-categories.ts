import { fieldErrors } from '../../../field-errors';
import { writtenData, type DocumentHook } from '../../../hooks/document-context';

/** The keys of a policy's cookie categories differ: a visitor's choice is recorded by key. */
export const checkCookieCategories: DocumentHook = async (context, next) => {
  const categories = writtenData(context)?.categories;
  if (context.uid !== 'api::cookie-policy.cookie-policy' || !Array.isArray(categories)) {
    return next();
  }
  const keys = categories.map((category: { key?: unknown } | null) => category?.key);
  const faults = keys.flatMap((key, position) =>
    typeof key === 'string' && keys.indexOf(key) < position
      ? [
          {
            path: ['categories', position, 'key'],
            message: `Another category has the key "${key}".`,
          },
        ]
      : [],
  );
  if (faults.length > 0) throw fieldErrors(faults);
  return next();
};
