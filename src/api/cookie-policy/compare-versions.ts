import { categoryChanges } from './category-changes';
import { lineDifference } from './line-difference';
import { consentFingerprints } from './policy-content';
import { describeVersion, type StoredVersion } from './stored-version';

/** How a policy's text changed, as the page of a policy or an editor shows it. */
function textChange(from: string, to: string) {
  return { changed: from !== to, hunks: lineDifference(from, to) ?? null };
}

/** Whether a visitor who answered to one version has to be asked again for the other. */
function asksAgain(from: StoredVersion, to: StoredVersion): boolean {
  const [before, after] = [from, to].map(({ content }) => consentFingerprints(content.categories));
  return (
    before?.cookiesSha256 !== after?.cookiesSha256 ||
    before?.categoriesSha256 !== after?.categoriesSha256
  );
}

/** What changed between two versions of a policy in one language. */
export function compareVersions(from: StoredVersion, to: StoredVersion) {
  return {
    documentId: to.policyDocumentId,
    locale: to.policyLocale,
    from: describeVersion(from),
    to: describeVersion(to),
    title: {
      changed: from.content.title !== to.content.title,
      from: from.content.title,
      to: to.content.title,
    },
    body: textChange(from.content.body, to.content.body),
    ...categoryChanges(from.content.categories, to.content.categories),
    asksAgain: asksAgain(from, to),
  };
}
