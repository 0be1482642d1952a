import { factories } from '@strapi/strapi';
import { defaultLocale } from '../../../hooks/locale';

const POLICY = 'api::cookie-policy.cookie-policy';
const VERSION = 'api::cookie-policy.cookie-policy-version';

export default factories.createCoreService(POLICY, ({ strapi }) => ({
  /**
   * The policy in force now: of all versions that were published and whose date has come, the one
   * with the newest date. A version for next month leaves the present one in force until then; a
   * policy that was taken back (unpublished) is not in force.
   * @returns the version as visitors read it; undefined where there is none in the locale
   */
  async current(locale: string | undefined) {
    const policyLocale = locale ?? (await defaultLocale());
    const published: { documentId: string }[] = await strapi.db.query(POLICY).findMany({
      select: ['documentId'],
      where: { locale: policyLocale, publishedAt: { $notNull: true } },
    });
    const version = await strapi.db.query(VERSION).findOne({
      where: {
        policyLocale,
        policyDocumentId: { $in: published.map(({ documentId }) => documentId) },
        effectiveFrom: { $lte: new Date() },
      },
      orderBy: [{ effectiveFrom: 'desc' }, { version: 'desc' }, { id: 'desc' }],
    });
    if (!version) return undefined;
    const { policyDocumentId, sha256, content } = version;
    return {
      documentId: policyDocumentId as string,
      locale: policyLocale,
      version: version.version as number,
      sha256: sha256 as string,
      ...(content as object),
    };
  },
}));
