import { paramsOf, type DocumentHook } from './document-context';
import { defaultLocale } from '../database/locale';
import { guardPublishedQuery } from './published-query';

const READS = ['findOne', 'findFirst', 'findMany', 'count'];

/** What visitors read reveals no draft, neither by its content nor by its conditions. */
export const guardPublishedReads: DocumentHook = async (context, next) => {
  const params = paramsOf(context);
  if (!READS.includes(context.action) || params.status !== 'published') return next();
  const { locale } = params;
  const language = typeof locale === 'string' && locale !== '' ? locale : await defaultLocale();
  const guarded = await guardPublishedQuery(params, context.contentType, language);
  context.params = { ...params, ...guarded } as typeof context.params;
  return next();
};
