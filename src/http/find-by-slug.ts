import type { UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type redirectService from '../api/redirect/services/redirect';
import { parseInput } from './parse-input';
import { locale } from './query';
import { pathParameter, respond, type Context, type CoreController } from './respond';
import { serviceOf } from './service-of';

/** A type whose documents have addresses of their own. */
interface Addressed {
  uid: UID.CollectionType;
  /** The type's name in the redirects. */
  contentType: 'training' | 'blog' | 'cookie-policy';
  /** The default shape: everything that the page of such a document shows. */
  populate: () => object;
}

const query = z.strictObject({
  locale: locale.optional(),
  // Whoever may not read drafts has been refused by `global::published-only`.
  status: z.enum(['draft', 'published'], 'Write draft or published.').default('published'),
});

/** How long a client may go to the new address without asking: the document may move again. */
const REDIRECT_SECONDS = 300;

/** Sends the client to where a renamed document is now. */
function redirectTo(context: Context, slug: string): void {
  const address = context.path.replace(/[^/]+\/*$/, encodeURIComponent(slug));
  context.status = 301;
  context.set('Cache-Control', `public, max-age=${REDIRECT_SECONDS}`);
  context.set('Location', address + context.search);
  context.body = { data: null, meta: { movedTo: slug } };
}

/**
 * Makes the controller action behind `GET /api/<type>/by-slug/:slug`.
 * @returns an action that answers with one document in its default shape, 301 for an old slug and
 *   404 where there is none
 */
export function findBySlug({ uid, contentType, populate }: Addressed) {
  return async function action(this: Partial<CoreController>, context: Context): Promise<unknown> {
    const { locale: language, status } = parseInput(query, context.query);
    const slug = pathParameter(context, 'slug');
    const document: unknown = await strapi
      .documents(uid)
      .findFirst({ filters: { slug }, locale: language, status, populate: populate() } as never);
    if (document) return respond(this, context, document);

    const current = await serviceOf<typeof redirectService>('api::redirect.redirect').currentSlug({
      uid,
      contentType,
      slug,
      locale: language,
    });
    if (current === undefined) throw new errors.NotFoundError('Not Found');
    redirectTo(context, current);
    return undefined;
  };
}
