import { createHmac } from 'node:crypto';
import { normaliseAddress } from '../../../../../lib/normalise-address';
import type { KeyRing, PurposeKey } from './key-ring';

function hash(text: string, { bytes }: PurposeKey): string {
  return createHmac('sha256', bytes).update(text).digest('base64url');
}

/**
 * A fingerprint that nobody can compute, or try out guesses against, without the keys
 * (HMAC-SHA-256 with the newest key of the ring for the purpose).
 * @returns 43 characters of base64url
 */
export function keyedHash(text: string, purpose: string, keys: KeyRing): string {
  return hash(text, keys.newest(`hash/${purpose}`));
}

/** The same by every key of the ring: what a value that was stored earlier may be stored as. */
export function keyedHashes(text: string, purpose: string, keys: KeyRing): string[] {
  return keys.all(`hash/${purpose}`).map((key) => hash(text, key));
}

/** A column whose values are looked up as a whole. */
export interface IndexedColumn {
  table: string;
  column: string;
}

const purposeOf = ({ table, column }: IndexedColumn) => `blind-index/${table}.${column}`;

/** What stands in the database for a value, so that equal ones are found: see `keyedHash`. */
export function blindIndex(value: string, column: IndexedColumn, keys: KeyRing): string {
  return keyedHash(normaliseAddress(value), purposeOf(column), keys);
}

/** What may stand in the database for a value, by the keys of the ring. */
export function blindIndexes(value: string, column: IndexedColumn, keys: KeyRing): string[] {
  return keyedHashes(normaliseAddress(value), purposeOf(column), keys);
}
