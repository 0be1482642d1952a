import { query, type Connection } from '../../database/query';
import { addressPrefix } from '../../lib/address-prefix';
import { privacy } from '../../plugins/privacy/accessor';
import type { Subject } from './chain';

/** Whom a consent is of, as the request tells it. */
export interface Visitor {
  address: string;
  /** The header User-Agent; empty where there was none. */
  userAgent: string;
  /** The numeric id of the member who is signed in. */
  memberId?: number | undefined;
}

/** Which subjects are meant. */
export interface SubjectChoice {
  receiptHash?: string | undefined;
  memberId?: number | undefined;
}

/** How many subjects one statement forgets at most, so that none takes long. */
const FORGOTTEN_AT_ONCE = 5000;

/** What is kept of a visitor: address and user agent as hashes that need the keys to be tried out. */
export function toSubject({ address, userAgent, memberId }: Visitor): Subject {
  return {
    addressHash: privacy().keyedHash(addressPrefix(address), 'consents/address'),
    userAgentHash: userAgent ? privacy().keyedHash(userAgent, 'consents/user-agent') : null,
    memberId: memberId ?? null,
  };
}

const FORGET = `
  WITH forgotten AS (
    DELETE FROM consent_subjects
    WHERE receipt_hash = :receiptHash OR member_id = :memberId
    RETURNING 1
  ) SELECT count(*)::integer AS count FROM forgotten`;

const FORGET_OLD = `
  WITH forgotten AS (
    DELETE FROM consent_subjects WHERE receipt_hash IN (
      SELECT receipt_hash FROM consent_subjects WHERE forget_at <= now()
      ORDER BY forget_at LIMIT ${FORGOTTEN_AT_ONCE} FOR UPDATE SKIP LOCKED)
    RETURNING 1
  ) SELECT count(*)::integer AS count FROM forgotten`;

async function forget(connection: Connection, sql: string, values: object): Promise<number> {
  const [row] = await query<{ count: number }>(connection, sql, { ...values });
  return row?.count ?? 0;
}

/** Forgets what is personal about some consents. @returns about how many */
export async function forgetSubjects(
  connection: Connection,
  { receiptHash, memberId }: SubjectChoice,
): Promise<number> {
  const values = { receiptHash: receiptHash ?? null, memberId: memberId ?? null };
  return forget(connection, FORGET, values);
}

/** Forgets what is personal about consents that ended long enough ago. */
export async function forgetOldSubjects(signal: AbortSignal): Promise<void> {
  let count = FORGOTTEN_AT_ONCE;
  while (count === FORGOTTEN_AT_ONCE && !signal.aborted) {
    count = await forget(strapi.db.connection, FORGET_OLD, {});
  }
}
