import { query, type Connection } from '../../database/query';
import type { Finding, Holder, Person } from '../../plugins/privacy/accessor';
import { findRecords } from './find-records';
import { hashReceipt, isReceipt } from './receipt';
import { forgetSubjects } from './subjects';

const SUBJECTS = `
  SELECT receipt_hash AS "receiptHash" FROM consent_subjects
  WHERE receipt_hash = ANY (:hashes) OR member_id = ANY (:memberIds::integer[])
  ORDER BY receipt_hash`;

/** The consents that something ties to a person: an account, or a receipt that they have shown. */
async function tiedTo({ receipts, memberIds }: Person, connection: Connection): Promise<string[]> {
  const rows = await query<{ receiptHash: string }>(connection, SUBJECTS, {
    hashes: receipts.filter(isReceipt).map(hashReceipt),
    memberIds: memberIds.map(String),
  });
  return rows.map(({ receiptHash }) => receiptHash);
}

/**
 * What visitors answered to the cookie notice. An erasure takes what ties the records to somebody;
 * the records themselves stay, tied to nobody, and their chain stays whole.
 */
export const consents: Holder = {
  name: 'consents',

  async find(person, connection) {
    const findings: Finding[] = [];
    for (const receiptHash of await tiedTo(person, connection)) {
      for (const consent of await findRecords(connection, { receiptHash })) {
        const reference = `version ${consent.policyVersion}, ${consent.recordedAt.toISOString()}`;
        findings.push({ id: receiptHash, reference, data: { ...consent } });
      }
    }
    return findings;
  },

  async erase(person, connection) {
    for (const receiptHash of await tiedTo(person, connection))
      await forgetSubjects(connection, { receiptHash });
  },
};
