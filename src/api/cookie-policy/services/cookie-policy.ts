import { factories } from '@strapi/strapi';
import { defaultLocale } from '../../../database/locale';
import { findRows } from '../../../database/rows';

const POLICY = 'api::cookie-policy.cookie-policy';
const VERSION = 'api::cookie-policy.cookie-policy-version';

/** A stored version; `content` holds what visitors read, see `policy-content.ts`. */
interface StoredVersion {
  policyDocumentId: string;
  version: number;
  effectiveFrom: string;
  sha256: string;
  content: object;
}

export default factories.createCoreService(POLICY, () => ({
  /**
   * The policy in force now. Of each policy that is published, the highest version whose date has
   * come counts: a version for next month leaves the present one in force until then, and a version
   * that was replaced before its date never comes. Among several policies the newest date wins.
   * @returns the version as visitors read it; undefined where there is none in the locale
   */
  async current(locale: string | undefined) {
    const policyLocale = locale ?? (await defaultLocale());
    const published = await findRows<{ documentId: string }>(POLICY, {
      select: ['documentId'],
      where: { locale: policyLocale, publishedAt: { $notNull: true } },
    });
    const begun = await findRows<StoredVersion>(VERSION, {
      where: {
        policyLocale,
        policyDocumentId: { $in: published.map(({ documentId }) => documentId) },
        effectiveFrom: { $lte: new Date() },
      },
      orderBy: { version: 'asc' },
    });
    const highest = new Map(begun.map((version) => [version.policyDocumentId, version]));
    const [inForce] = [...highest.values()].sort((a, b) =>
      b.effectiveFrom.localeCompare(a.effectiveFrom),
    );
    if (!inForce) return undefined;
    const { policyDocumentId, version, sha256, content } = inForce;
    return { documentId: policyDocumentId, locale: policyLocale, version, sha256, ...content };
  },
}));
