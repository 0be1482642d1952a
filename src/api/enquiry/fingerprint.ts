import { createHmac } from 'node:crypto';
import { normaliseAddress } from '../../lib/normalise-address';

/** What two enquiries are compared by. */
interface Written {
  email: string;
  message: string;
}

/** How an address and a message are told from others: not by case, not by white space. */
function normalise({ email, message }: Written): [string, string] {
  return [normaliseAddress(email), message.normalize('NFC').trim().replace(/\s+/g, ' ')];
}

/**
 * What two enquiries have in common when they have the same address and say the same: a keyed
 * hash, so that nobody who reads the database can try out guesses of who wrote what.
 * @param secret the key of the hash
 * @returns 43 characters (HMAC-SHA-256, base64url)
 */
export function fingerprint(written: Written, secret: string): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify(normalise(written)))
    .digest('base64url');
}
