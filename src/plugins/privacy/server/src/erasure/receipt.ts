import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../../../../lib/canonical-json';
import { normaliseAddress } from '../../../../../lib/normalise-address';
import type { KeyRing } from '../crypto/key-ring';

const digest = z.string().regex(/^[\da-f]{64}$/, 'This is no SHA-256 in hexadecimal digits.');

/** What proves an erasure without saying what was erased. */
export const erasureReceipt = z.strictObject({
  version: z.literal(1),
  id: z.string().regex(/^erasure_[\da-f]{24}$/, 'This is no id of an erasure.'),
  /** ISO 8601, UTC. */
  erasedAt: z.iso.datetime(),
  /**
   * SHA-256, in hexadecimal digits, of the salt, `|` and the normalised address; null where a
   * retention policy erased, which asks for nobody's address.
   */
  subject: digest.nullable(),
  /** 128 random bits in base64url. In the database it stands nowhere. */
  salt: z.string().min(1).max(64),
  /** How many things went, by holder. */
  counts: z.record(z.string(), z.int().nonnegative()),
  /** SHA-256 of the salt, `|` and the id of each of them, sorted. */
  items: z.array(digest),
  /** The key of PRIVACY_KEYS that it is signed with. */
  keyId: z.string(),
  /** HMAC-SHA-256, in base64url, of the canonical JSON of all of the above. */
  signature: z.string(),
});

/** See `erasureReceipt`. */
export type ErasureReceipt = z.infer<typeof erasureReceipt>;

/** What was erased. */
export interface Erased {
  /** The person's address; null where a retention policy erased. */
  email: string | null;
  erasedAt: Date;
  counts: Record<string, number>;
  /** What told the erased things apart, such as documentIds. */
  ids: readonly string[];
}

const PURPOSE = 'erasure-receipts';
const ID_BYTES = 12;
const SALT_BYTES = 16;

function salted(salt: string, text: string): string {
  return createHash('sha256').update(`${salt}|${text}`).digest('hex');
}

function sign(receipt: Omit<ErasureReceipt, 'signature'>, key: Buffer): string {
  return createHmac('sha256', key).update(canonicalJson(receipt)).digest('base64url');
}

/** Makes the receipt of an erasure, signed with the newest key. */
export function makeReceipt(erased: Erased, keys: KeyRing): ErasureReceipt {
  const key = keys.newest(PURPOSE);
  const salt = randomBytes(SALT_BYTES).toString('base64url');
  const receipt = {
    version: 1 as const,
    id: `erasure_${randomBytes(ID_BYTES).toString('hex')}`,
    erasedAt: erased.erasedAt.toISOString(),
    subject: erased.email === null ? null : salted(salt, normaliseAddress(erased.email)),
    salt,
    counts: erased.counts,
    items: erased.ids.map((id) => salted(salt, id)).sort(),
    keyId: key.id,
  };
  return { ...receipt, signature: sign(receipt, key.bytes) };
}

/** Whether a receipt is about somebody. */
export function isAbout({ salt, subject }: ErasureReceipt, email: string): boolean {
  return subject === salted(salt, normaliseAddress(email));
}

/** What a signature tells: `unknown-key` where the ring has the key no more. */
export type SignatureState = 'valid' | 'invalid' | 'unknown-key';

/** Checks the signature with the key that it names. */
export function checkSignature(
  { signature, ...receipt }: ErasureReceipt,
  keys: KeyRing,
): SignatureState {
  const key = keys.find(receipt.keyId, PURPOSE);
  if (!key) return 'unknown-key';
  const [expected, given] = [Buffer.from(sign(receipt, key.bytes)), Buffer.from(signature)];
  const isValid = expected.length === given.length && timingSafeEqual(expected, given);
  return isValid ? 'valid' : 'invalid';
}
