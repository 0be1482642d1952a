import { findRows } from '../../database/rows';
import { consentFingerprints, type VersionContent } from './policy-content';

const POLICY = 'api::cookie-policy.cookie-policy';
const VERSION = 'api::cookie-policy.cookie-policy-version';

/** A published version, as it is stored. */
export interface StoredVersion {
  policyDocumentId: string;
  policyLocale: string;
  version: number;
  /** Of what visitors read; see `policy-content.ts`. */
  sha256: string;
  title: string;
  effectiveFrom: string;
  createdAt: string;
  content: VersionContent;
}

/**
 * All versions in a language of the policies that are published in it, those included whose date has
 * not come.
 * @param policyDocumentId of one policy; without it, of all
 */
export async function publishedVersions(
  policyLocale: string,
  policyDocumentId?: string,
): Promise<StoredVersion[]> {
  const published = await findRows<{ documentId: string }>(POLICY, {
    select: ['documentId'],
    where: {
      locale: policyLocale,
      publishedAt: { $notNull: true },
      ...(policyDocumentId === undefined ? {} : { documentId: policyDocumentId }),
    },
  });
  return findRows<StoredVersion>(VERSION, {
    where: {
      policyLocale,
      policyDocumentId: { $in: published.map(({ documentId }) => documentId) },
    },
    orderBy: { version: 'asc' },
  });
}

/** What a list of versions tells of each. */
export function describeVersion({ version, sha256, title, ...stored }: StoredVersion) {
  return {
    version,
    title,
    effectiveFrom: stored.effectiveFrom,
    publishedAt: stored.createdAt,
    sha256,
    ...consentFingerprints(stored.content.categories),
  };
}

/** A version as visitors read it. */
export function showVersion({ policyDocumentId, policyLocale, ...stored }: StoredVersion) {
  return {
    documentId: policyDocumentId,
    locale: policyLocale,
    version: stored.version,
    sha256: stored.sha256,
    ...stored.content,
    ...consentFingerprints(stored.content.categories),
  };
}
