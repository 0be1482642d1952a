import { commit, GENESIS, hashEntry, type ChainRecord, type Subject } from './chain';

/** What a walk reads of each record: with its subject, where that has not been erased. */
export interface WalkedRecord extends ChainRecord {
  person: (Subject & { salt: string }) | null;
}

/** The first thing that is wrong with a chain. */
export interface ChainFault {
  /** Number of the record that it is about. */
  sequence: number;
  kind: 'missing' | 'changed' | 'replaced' | 'subject-changed';
}

/** What a walk has found. */
export interface Verdict {
  /** How many records have been found in order. */
  count: number;
  /** The hash of the last of them. */
  head: string;
  /** Whether the hash that was looked for is one of theirs. */
  isExpectedFound: boolean;
  fault?: ChainFault;
}

function findFault(record: WalkedRecord, after: Verdict): ChainFault['kind'] | undefined {
  const { hash, person, ...entry } = record;
  if (hashEntry(entry) !== hash) return 'changed';
  // It is what it says; so something else stood before it.
  if (entry.previousHash !== after.head) return 'replaced';
  if (person && commit(person, person.salt) !== entry.subject) return 'subject-changed';
  return undefined;
}

/**
 * Walks a chain from its first record to its last, or to the first fault. Only one record is in
 * memory at a time.
 * @param records by their number, ascending
 * @param expected a hash that was noted earlier and must be among theirs; `GENESIS` always is
 */
export async function verifyChain(
  records: AsyncIterable<WalkedRecord> | Iterable<WalkedRecord>,
  expected?: string,
): Promise<Verdict> {
  const isExpected = (hash: string) => expected === undefined || hash === expected;
  let verdict: Verdict = { count: 0, head: GENESIS, isExpectedFound: isExpected(GENESIS) };
  for await (const record of records) {
    const sequence = verdict.count + 1;
    if (record.sequence !== sequence) return { ...verdict, fault: { sequence, kind: 'missing' } };
    const kind = findFault(record, verdict);
    if (kind) return { ...verdict, fault: { sequence, kind } };
    const isExpectedFound = verdict.isExpectedFound || isExpected(record.hash);
    verdict = { count: sequence, head: record.hash, isExpectedFound };
  }
  return verdict;
}
