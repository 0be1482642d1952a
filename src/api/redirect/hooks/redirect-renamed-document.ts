import { inTransaction } from '../../../database/transaction';
import {
  isPublication,
  paramsOf,
  type DocumentContext,
  type DocumentHook,
} from '../../../hooks/document-context';

/** Content types whose pages have an address of their own, by uid. */
const REDIRECTED = {
  'api::training.training': 'training',
  'api::blog.blog': 'blog',
  'api::cookie-policy.cookie-policy': 'cookie-policy',
} as const;

type RedirectedUid = keyof typeof REDIRECTED;

function isRedirected(uid: string): uid is RedirectedUid {
  return uid in REDIRECTED;
}

/** The slugs under which visitors find a document now, by locale. */
async function publishedSlugs(
  uid: RedirectedUid,
  documentId: string,
): Promise<Map<string, string>> {
  const rows = await strapi.db.query(uid).findMany({
    select: ['slug', 'locale'],
    where: { documentId, publishedAt: { $notNull: true } },
  });
  return new Map(rows.map((row: { locale: string; slug: string }) => [row.locale, row.slug]));
}

/** Makes an old address lead to a document; a redirect from there to another one gives way. */
async function redirect(
  contentType: (typeof REDIRECTED)[RedirectedUid],
  language: string,
  fromSlug: string,
  targetDocumentId: string,
): Promise<void> {
  const redirects = strapi.documents('api::redirect.redirect');
  const existing = await redirects.findFirst({ filters: { contentType, language, fromSlug } });
  const data = { contentType, language, fromSlug, targetDocumentId };
  await (existing
    ? redirects.update({ documentId: existing.documentId, data })
    : redirects.create({ data }));
}

/** A document that is taken back may come again under another slug. */
function changesAddress(context: DocumentContext): boolean {
  return isPublication(context) || context.action === 'unpublish';
}

/**
 * When the slug of a published document changes, its old address leads to it from then on. A draft
 * whose slug was never public leaves no trace.
 */
export const redirectRenamedDocument: DocumentHook = async (context, next) => {
  const { uid } = context;
  const { documentId } = paramsOf(context);
  if (!documentId || !isRedirected(uid) || !changesAddress(context)) return next();

  return inTransaction(async () => {
    const before = await publishedSlugs(uid, documentId);
    const result = await next();
    if (before.size === 0) return result;
    const after = await publishedSlugs(uid, documentId);
    for (const [locale, oldSlug] of before) {
      const newSlug = after.get(locale);
      if (newSlug === oldSlug) continue;
      await redirect(REDIRECTED[uid], locale, oldSlug, documentId);
    }
    return result;
  });
};
