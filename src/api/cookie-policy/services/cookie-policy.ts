import { factories } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { defaultLocale } from '../../../database/locale';
import { compareVersions } from '../compare-versions';
import {
  describeVersion,
  publishedVersions,
  showVersion,
  type StoredVersion,
} from '../stored-version';
import { begunVersions, versionInForce, versionsInForceSince } from '../versions-in-force';

/** Which policy is meant: the one in force in the language, unless a document is named. */
export interface PolicyChoice {
  documentId?: string | undefined;
  /** The default language where none is named. */
  locale?: string | undefined;
}

/**
 * The versions of one policy that visitors can read or could, newest first.
 * @throws NotFoundError where there are none
 */
async function readableVersions({ documentId, locale }: PolicyChoice): Promise<StoredVersion[]> {
  const versions = await publishedVersions(locale ?? (await defaultLocale()), documentId);
  const now = Date.now();
  const meant = documentId ?? versionInForce(versions, now)?.policyDocumentId;
  const ofPolicy = versions.filter(({ policyDocumentId }) => policyDocumentId === meant);
  const readable = begunVersions(ofPolicy, now);
  if (readable.length === 0) {
    throw new errors.NotFoundError(
      'There is no such cookie policy in force in this language. Ask /api/cookie-policies/current for the one that is.',
    );
  }
  return readable;
}

function findVersion(versions: StoredVersion[], wanted: number): StoredVersion {
  const found = versions.find(({ version }) => version === wanted);
  if (found) return found;
  throw new errors.NotFoundError(
    `There is no version ${wanted} of this policy in this language. /api/cookie-policies/versions lists those that there are.`,
  );
}

export default factories.createCoreService('api::cookie-policy.cookie-policy', () => ({
  /**
   * The policy in force now. Of each policy that is published, the highest version whose date has
   * come counts: a version for next month leaves the present one in force until then, and a version
   * that was replaced before its date never comes. Among several policies the newest date wins.
   * @returns the version as visitors read it; undefined where there is none in the locale
   */
  async current(locale: string | undefined) {
    const versions = await publishedVersions(locale ?? (await defaultLocale()));
    const inForce = versionInForce(versions, Date.now());
    return inForce && showVersion(inForce);
  },

  /**
   * The versions of a policy in one language that are or were in force, newest first.
   * @throws NotFoundError where there are none
   */
  async versions(policy: PolicyChoice) {
    return (await readableVersions(policy)).map(describeVersion);
  },

  /**
   * What changed between two versions of a policy in one language.
   * @throws NotFoundError for a version that visitors cannot read and never could
   */
  async changes(policy: PolicyChoice, from: number, to: number) {
    const versions = await readableVersions(policy);
    return compareVersions(findVersion(versions, from), findVersion(versions, to));
  },

  /**
   * The version of a number that visitors could read at some time within a span before now: what
   * they may answer to.
   * @param graceMilliseconds how long ago it may have been replaced
   * @returns undefined where there is none; the later one where two policies have the number
   */
  async answerable(version: number, locale: string, graceMilliseconds: number) {
    const now = Date.now();
    const versions = await publishedVersions(locale);
    return versionsInForceSince(versions, now - graceMilliseconds, now).find(
      (candidate) => candidate.version === version,
    );
  },
}));
