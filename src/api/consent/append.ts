import { randomBytes } from 'node:crypto';
import { query } from '../../database/query';
import { lock, type Transaction } from '../../database/transaction';
import { commit, GENESIS, hashEntry, type ChainEntry, type Subject } from './chain';
import { consentSettings } from './settings';

/** What an answer says of itself; number, times and hashes follow when it is stored. */
export type Given = Pick<
  ChainEntry,
  'receiptHash' | 'policyDocumentId' | 'policyVersion' | 'policySha256' | 'locale' | 'page'
> & { choices: Record<string, boolean>; method: ChainEntry['method'] };

/** 256 bits, so that no commitment can be tried out once its salt is erased. */
const SALT_BYTES = 32;

/**
 * The end of the chain and the time, by the database's clock: of several instances none is ahead.
 * Months are counted in UTC; the 31st of August and six months are the end of February.
 */
const READ_HEAD = `
  SELECT coalesce(head.sequence, 0)::integer + 1 AS sequence,
         coalesce(head.hash, :genesis) AS "previousHash",
         moment AS "recordedAt",
         (moment AT TIME ZONE 'UTC' + make_interval(months => :months)) AT TIME ZONE 'UTC'
           AS "expiresAt"
    FROM (SELECT date_trunc('milliseconds', clock_timestamp()) AS moment) clock
    LEFT JOIN LATERAL (
      SELECT sequence, hash FROM consent_records ORDER BY sequence DESC LIMIT 1
    ) head ON true`;

const INSERT = `
  INSERT INTO consent_records (sequence, kind, receipt_hash, policy_document_id, policy_version,
    policy_sha256, locale, choices, method, page, subject, recorded_at, expires_at,
    previous_hash, hash)
  VALUES (:sequence, :kind, :receiptHash, :policyDocumentId, :policyVersion, :policySha256, :locale,
    :choices::jsonb, :method, :page, :subject, :recordedAt::timestamptz, :expiresAt::timestamptz,
    :previousHash, :hash)`;

const INSERT_SUBJECT = `
  INSERT INTO consent_subjects (receipt_hash, salt, address_hash, user_agent_hash, member_id,
    forget_at)
  VALUES (:receiptHash, :salt, :addressHash, :userAgentHash, :memberId,
    :expiresAt::timestamptz + make_interval(months => :months))`;

interface Head {
  sequence: number;
  previousHash: string;
  recordedAt: Date;
  expiresAt: Date;
}

/** Waits for whoever adds to the chain at the moment; then nobody does until the transaction ends. */
export async function lockChain(transaction: Transaction): Promise<void> {
  await lock(transaction, 'consents');
}

async function append(
  transaction: Transaction,
  describe: (head: Head) => ChainEntry,
): Promise<ChainEntry> {
  await lockChain(transaction);
  const months = consentSettings().lifetimeMonths;
  const [head] = await query<Head>(transaction, READ_HEAD, { genesis: GENESIS, months });
  if (!head) throw new Error('The end of the chain of consents could not be read');
  const entry = describe(head);
  const choices = entry.choices && JSON.stringify(entry.choices);
  await query(transaction, INSERT, { ...entry, choices, hash: hashEntry(entry) });
  return entry;
}

/** Adds an answer to the chain, and what is personal about it beside it. */
export async function appendGiven(
  transaction: Transaction,
  given: Given,
  subject: Subject,
): Promise<ChainEntry> {
  const salt = randomBytes(SALT_BYTES).toString('base64url');
  const entry = await append(transaction, ({ recordedAt, expiresAt, ...place }) => ({
    ...place,
    ...given,
    kind: 'given',
    subject: commit(subject, salt),
    recordedAt: recordedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }));
  await query(transaction, INSERT_SUBJECT, {
    ...subject,
    salt,
    receiptHash: entry.receiptHash,
    expiresAt: entry.expiresAt,
    months: consentSettings().subjectMonths,
  });
  return entry;
}

/**
 * Adds a withdrawal to the chain, as an entry of its own. It records nothing personal: whoever has
 * the receipt may withdraw.
 */
export async function appendWithdrawal(
  transaction: Transaction,
  given: Omit<Given, 'choices' | 'method' | 'page'>,
): Promise<ChainEntry> {
  return append(transaction, ({ sequence, previousHash, recordedAt }) => ({
    ...given,
    sequence,
    previousHash,
    kind: 'withdrawn',
    choices: null,
    method: null,
    page: null,
    subject: null,
    recordedAt: recordedAt.toISOString(),
    expiresAt: null,
  }));
}
