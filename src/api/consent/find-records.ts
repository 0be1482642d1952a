import { query, type Connection } from '../../database/query';
import type { Method } from './chain';
import type { SubjectChoice } from './subjects';

/** A consent as it is told to its visitor. Times are ISO 8601 in UTC. */
export interface Consent {
  policyDocumentId: string;
  policyVersion: number;
  policySha256: string;
  locale: string;
  choices: Record<string, boolean>;
  method: Method;
  page: string | null;
  recordedAt: Date;
  expiresAt: Date;
  /** Null while it stands. */
  withdrawnAt: Date | null;
}

const FIND = `
  SELECT given.policy_document_id AS "policyDocumentId", given.policy_version AS "policyVersion",
         given.policy_sha256 AS "policySha256", given.locale, given.choices::text, given.method,
         given.page, given.recorded_at AS "recordedAt", given.expires_at AS "expiresAt",
         withdrawn.recorded_at AS "withdrawnAt"
    FROM consent_records given
    LEFT JOIN consent_records withdrawn
      ON withdrawn.receipt_hash = given.receipt_hash AND withdrawn.kind = 'withdrawn'
   WHERE given.kind = 'given' AND given.receipt_hash IN (
     SELECT :receiptHash
     UNION ALL
     SELECT receipt_hash FROM consent_subjects WHERE member_id = :memberId)
   ORDER BY given.sequence`;

/** The consents of a receipt, or those that a member gave while signed in; oldest first. */
export async function findRecords(
  connection: Connection,
  { receiptHash, memberId }: SubjectChoice,
): Promise<Consent[]> {
  const values = { receiptHash: receiptHash ?? null, memberId: memberId ?? null };
  const rows = await query<Omit<Consent, 'choices'> & { choices: string }>(
    connection,
    FIND,
    values,
  );
  return rows.map((row) => ({ ...row, choices: JSON.parse(row.choices) as Consent['choices'] }));
}
