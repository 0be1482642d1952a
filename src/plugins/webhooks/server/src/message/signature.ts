import { createHmac, randomBytes } from 'node:crypto';

/**
 * Signatures of Standard Webhooks 1.0.0, "Signature scheme": HMAC-SHA256 over
 * `<id>.<timestamp>.<body>` with a secret that both sides know.
 */

/** How a secret begins as text; the rest is base64. */
const SECRET_PREFIX = 'whsec_';

/** The specification asks for 24 to 64 random bytes. */
const SECRET_BYTES = 32;

/** What is signed. */
export interface SignedMessage {
  /** The header `webhook-id`: no full stop in it, which separates the signed parts. */
  id: string;
  /** The header `webhook-timestamp`: seconds since 1970. */
  timestamp: number;
  /** The bytes of the body, as text. */
  body: string;
}

/** A new secret as text: `whsec_` and the base64 of 32 random bytes. */
export function newSecret(): string {
  return SECRET_PREFIX + randomBytes(SECRET_BYTES).toString('base64');
}

function sign({ id, timestamp, body }: SignedMessage, secret: string): string {
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return `v1,${signature}`;
}

/**
 * The header `webhook-signature`.
 * @param secrets one, or two while a rotation overlaps
 * @returns `v1,<base64>` for each secret, separated by spaces
 */
export function signatureHeader(message: SignedMessage, secrets: readonly string[]): string {
  return secrets.map((secret) => sign(message, secret)).join(' ');
}
