import { defaultLocale } from '../database/locale';
import { paramsOf, type DocumentHook } from './document-context';
import { guardPublishedQuery } from './published-query';

const READS = ['findOne', 'findFirst', 'findMany', 'count'];

/** Whether the panel is asking, whose users work on drafts. */
function isPanelRequest(): boolean {
  const state = strapi.requestContext.get()?.state as
    { route?: { info?: { type?: string } } } | undefined;
  return state?.route?.info?.type === 'admin';
}

/** What visitors read reveals no draft, neither by its content nor by its conditions. */
export const guardPublishedReads: DocumentHook = async (context, next) => {
  const params = paramsOf(context);
  if (!READS.includes(context.action) || params.status !== 'published') return next();
  if (isPanelRequest()) return next();
  const { locale } = params;
  const language = typeof locale === 'string' && locale !== '' ? locale : await defaultLocale();
  const guarded = await guardPublishedQuery(params, context.contentType, language);
  const { _q: _searched, ...rest } = params;
  context.params = { ...rest, ...guarded } as typeof context.params;
  return next();
};
