import { fingerprint } from '../../lib/canonical-json';

/** How the visitor answered: with one of the two buttons, or category by category. */
export const METHODS = ['accept-all', 'reject-all', 'choices'] as const;

export type Method = (typeof METHODS)[number];

/** What a record of the chain says. Times are ISO 8601 in UTC with milliseconds. */
export interface ChainEntry {
  /** Its number in the chain, from 1 and without gaps. */
  sequence: number;
  kind: 'given' | 'withdrawn';
  receiptHash: string;
  policyDocumentId: string;
  policyVersion: number;
  /** Of the policy as the visitor could read it. */
  policySha256: string;
  locale: string;
  /** What was decided for each category; null in a withdrawal, like the four below. */
  choices: Record<string, boolean> | null;
  method: Method | null;
  /** The path of the page where it was given; null where none was sent. */
  page: string | null;
  /** The commitment to what is personal: see `commit`. */
  subject: string | null;
  recordedAt: string;
  expiresAt: string | null;
  /** The hash of the record before. */
  previousHash: string;
}

/** A record as it is stored. */
export interface ChainRecord extends ChainEntry {
  hash: string;
}

/** What is personal about a consent: hashes by keys that are not in the database. */
export interface Subject {
  addressHash: string;
  userAgentHash: string | null;
  /** The member who was signed in. */
  memberId: number | null;
}

/** What the first record names as the hash of the one before. */
export const GENESIS = '0'.repeat(64);

/** The hash of a record: over all that it says, its number and the hash before it. */
export function hashEntry(entry: ChainEntry): string {
  return fingerprint(entry);
}

/**
 * What a record says of its subject: that it is this one and no other, and nothing that could be
 * found out without the salt. Once subject and salt are erased it is a random number.
 */
export function commit({ addressHash, userAgentHash, memberId }: Subject, salt: string): string {
  return fingerprint({ addressHash, userAgentHash, memberId, salt });
}
