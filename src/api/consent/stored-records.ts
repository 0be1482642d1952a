import type { ChainRecord, Method } from './chain';

/** A row of `consent_records`, as the driver returns it. */
export interface StoredRecord {
  sequence: string;
  kind: ChainRecord['kind'];
  receipt_hash: string;
  policy_document_id: string;
  policy_version: number;
  policy_sha256: string;
  locale: string;
  /** JSON as text: whether the driver parses it depends on the process. */
  choices_text: string | null;
  method: Method | null;
  page: string | null;
  subject: string | null;
  recorded_at: Date;
  expires_at: Date | null;
  previous_hash: string;
  hash: string;
}

/** A time as it is hashed. Whoever tampers may have stored what is none, such as `infinity`. */
const toText = (time: Date): string => (time instanceof Date ? time.toISOString() : String(time));

function parseChoices(text: string | null): ChainRecord['choices'] {
  return text === null ? null : (JSON.parse(text) as ChainRecord['choices']);
}

/** A stored record in the form that is hashed. */
export function toChainRecord(row: StoredRecord): ChainRecord {
  return {
    sequence: Number(row.sequence),
    kind: row.kind,
    receiptHash: row.receipt_hash,
    policyDocumentId: row.policy_document_id,
    policyVersion: row.policy_version,
    policySha256: row.policy_sha256,
    locale: row.locale,
    choices: parseChoices(row.choices_text),
    method: row.method,
    page: row.page,
    subject: row.subject,
    recordedAt: toText(row.recorded_at),
    expiresAt: row.expires_at && toText(row.expires_at),
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

/**
 * One page of a walk along the chain: `$1` is the number of the last record before it, `$2` how many
 * records to read. With what is personal, where that has not been erased.
 */
export const CHAIN_PAGE = `
  SELECT record.*, record.choices::text AS choices_text, person.salt, person.address_hash, person.user_agent_hash, person.member_id
    FROM consent_records record
    LEFT JOIN consent_subjects person
      ON person.receipt_hash = record.receipt_hash AND record.kind = 'given'
   WHERE record.sequence > $1
   ORDER BY record.sequence
   LIMIT $2`;
