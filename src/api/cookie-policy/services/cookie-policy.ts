import { factories } from '@strapi/strapi';
import { defaultLocale } from '../../../database/locale';
import { findRow, findRows } from '../../../database/rows';

const POLICY = 'api::cookie-policy.cookie-policy';
const VERSION = 'api::cookie-policy.cookie-policy-version';

/** A stored version; `content` holds what visitors read, see `policy-content.ts`. */
interface StoredVersion {
  policyDocumentId: string;
  version: number;
  sha256: string;
  content: object;
}

export default factories.createCoreService(POLICY, () => ({
  /**
   * The policy in force now: of all versions that were published and whose date has come, the one
   * with the newest date. A version for next month leaves the present one in force until then; a
   * policy that was taken back (unpublished) is not in force.
   * @returns the version as visitors read it; undefined where there is none in the locale
   */
  async current(locale: string | undefined) {
    const policyLocale = locale ?? (await defaultLocale());
    const published = await findRows<{ documentId: string }>(POLICY, {
      select: ['documentId'],
      where: { locale: policyLocale, publishedAt: { $notNull: true } },
    });
    const stored = await findRow<StoredVersion>(VERSION, {
      where: {
        policyLocale,
        policyDocumentId: { $in: published.map(({ documentId }) => documentId) },
        effectiveFrom: { $lte: new Date() },
      },
      orderBy: [{ effectiveFrom: 'desc' }, { version: 'desc' }, { id: 'desc' }],
    });
    if (!stored) return undefined;
    const { policyDocumentId, version, sha256, content } = stored;
    return { documentId: policyDocumentId, locale: policyLocale, version, sha256, ...content };
  },
}));
