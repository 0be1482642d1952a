import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { deriveKey } from '../../../lib/derive-key';
import type { FormTokenSettings } from './settings';

/** 128 bits, as a UUID: no two forms ever share them. */
const ID_BYTES = 16;

/** A token as `GET /api/enquiries/form-token` hands it out. */
export interface FormToken {
  /** What the form sends back as `formToken`. */
  token: string;
  issuedAt: Date;
  expiresAt: Date;
}

/** What a token says that came back. */
export type ReadFormToken =
  { state: 'forged' | 'expired' } | { state: 'valid'; id: string; issuedAt: Date; expiresAt: Date };

function sign(content: string, secret: string): string {
  const key = deriveKey(secret, 'enquiry/form-token');
  return createHmac('sha256', key).update(content).digest('base64url');
}

/** Compares as text: several texts in base64 stand for the same bytes. */
function isEqual(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

/**
 * Makes a token that says when a form was shown: `<milliseconds, base 36>.<id>.<HMAC-SHA-256>`.
 * Nothing is stored; whichever instance gets it back can read it.
 * @param secrets the newest signs
 */
export function issueFormToken(
  [secret = '']: readonly string[],
  { lifetimeSeconds }: FormTokenSettings,
  now = new Date(),
): FormToken {
  const content = `${now.getTime().toString(36)}.${randomBytes(ID_BYTES).toString('base64url')}`;
  return {
    token: `${content}.${sign(content, secret)}`,
    issuedAt: now,
    expiresAt: new Date(now.getTime() + lifetimeSeconds * 1000),
  };
}

/** Reads a token. One that an older secret signed is good, too: its form is still open somewhere. */
export function readFormToken(
  token: string,
  secrets: readonly string[],
  { lifetimeSeconds }: FormTokenSettings,
  now = new Date(),
): ReadFormToken {
  const parts = /^(([0-9a-z]{1,12})\.([\w-]{22}))\.([\w-]{43})$/.exec(token);
  const [, content = '', time = '', id = '', signature = ''] = parts ?? [];
  const isOurs = secrets.some((secret) => isEqual(signature, sign(content, secret)));
  if (!isOurs) return { state: 'forged' };
  const issuedAt = new Date(parseInt(time, 36));
  const expiresAt = new Date(issuedAt.getTime() + lifetimeSeconds * 1000);
  return now < expiresAt ? { state: 'valid', id, issuedAt, expiresAt } : { state: 'expired' };
}
