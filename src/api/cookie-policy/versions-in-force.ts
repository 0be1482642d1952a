/** What decides when a version of a policy is in force. */
export interface DatedVersion {
  policyDocumentId: string;
  version: number;
  /** ISO 8601: the date that the editor gave it, and when it was published. */
  effectiveFrom: string;
  createdAt: string;
}

/** When visitors read a version first: not before its date, nor before it was published. */
function beginning({ effectiveFrom, createdAt }: DatedVersion): number {
  return Math.max(Date.parse(effectiveFrom), Date.parse(createdAt));
}

/**
 * The version that is in force at an instant: of each policy the highest one that has begun, and
 * among several policies the one with the newest date.
 * @param versions of policies that are published, in one language
 * @param instant milliseconds since 1970
 */
export function versionInForce<T extends DatedVersion>(
  versions: readonly T[],
  instant: number,
): T | undefined {
  const highest = new Map<string, T>();
  for (const version of versions) {
    const known = highest.get(version.policyDocumentId);
    const isHigher = known === undefined || version.version > known.version;
    if (beginning(version) <= instant && isHigher) highest.set(version.policyDocumentId, version);
  }
  const [newest] = [...highest.values()].sort(
    (a, b) => Date.parse(b.effectiveFrom) - Date.parse(a.effectiveFrom),
  );
  return newest;
}

/**
 * The versions that visitors could read at some time between two instants, the latest first: a page
 * that was open while a new version began still shows the one before.
 */
export function versionsInForceSince<T extends DatedVersion>(
  versions: readonly T[],
  from: number,
  to: number,
): T[] {
  const changes = versions.map(beginning).filter((instant) => instant > from && instant <= to);
  const instants = [from, ...changes.sort((a, b) => a - b)].reverse();
  const inForce = instants.flatMap((instant) => versionInForce(versions, instant) ?? []);
  return [...new Set(inForce)];
}

/**
 * The versions that have begun, newest first. One that was replaced before its date never comes,
 * also when its date has passed since.
 */
export function begunVersions<T extends DatedVersion>(
  versions: readonly T[],
  instant: number,
): T[] {
  const isReplacedBefore = (version: T) =>
    versions.some(
      (other) =>
        other.policyDocumentId === version.policyDocumentId &&
        other.version > version.version &&
        beginning(other) <= beginning(version),
    );
  return versions
    .filter((version) => beginning(version) <= instant && !isReplacedBefore(version))
    .sort((a, b) => b.version - a.version);
}
