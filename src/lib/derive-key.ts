import { hkdfSync } from 'node:crypto';

/** 256 bits: as many as the HMAC-SHA-256 that the keys are for can make use of. */
const KEY_BYTES = 32;

/**
 * A key of its own for one purpose, from a secret that serves several: whoever learns one key learns
 * nothing of the others (HKDF-SHA-256, RFC 5869).
 * @param secret at least 32 random characters
 * @param purpose what the key is for, such as `enquiry/form-token`; different for each use
 * @returns 32 bytes, always the same for the same secret and purpose
 */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `prospectus/${purpose}`, KEY_BYTES));
}
