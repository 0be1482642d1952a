import { factories, type UID } from '@strapi/strapi';
import { defaultLocale } from '../../../database/locale';
import { findRow } from '../../../database/rows';

/** An address that may have been left by a renamed document. */
interface OldAddress {
  uid: UID.CollectionType;
  contentType: 'training' | 'blog' | 'cookie-policy';
  slug: string;
  locale: string | undefined;
}

export default factories.createCoreService('api::redirect.redirect', () => ({
  /**
   * Where the document is now that an old slug belonged to.
   * @returns its slug in the same locale; undefined where no published document had the old one
   */
  async currentSlug({ uid, contentType, slug, locale }: OldAddress): Promise<string | undefined> {
    const language = locale ?? (await defaultLocale());
    const redirect = await findRow<{ targetDocumentId: string }>('api::redirect.redirect', {
      select: ['targetDocumentId'],
      where: { contentType, language, fromSlug: slug },
    });
    if (!redirect) return undefined;
    const target = await findRow<{ slug: string }>(uid, {
      select: ['slug'],
      where: {
        documentId: redirect.targetDocumentId,
        locale: language,
        publishedAt: { $notNull: true },
      },
    });
    return target?.slug;
  },
}));
