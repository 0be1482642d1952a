import { factories, type UID } from '@strapi/strapi';
import { defaultLocale } from '../../../hooks/locale';

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
    const redirect = await strapi
      .documents('api::redirect.redirect')
      .findFirst({ filters: { contentType, language, fromSlug: slug } });
    if (!redirect) return undefined;
    const row: { slug: string } | null = await strapi.db.query(uid).findOne({
      select: ['slug'],
      where: {
        documentId: redirect.targetDocumentId,
        locale: language,
        publishedAt: { $notNull: true },
      },
    });
    return row?.slug;
  },
}));
