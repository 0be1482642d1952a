import { Client } from 'pg';
import { parsePrivacyKeys } from '../../../config/environment/privacy-keys';
import { decryptCell } from '../../../src/plugins/privacy/server/src/crypto/cell';
import { KeyRing } from '../../../src/plugins/privacy/server/src/crypto/key-ring';
import type { Receipt } from './receiver';
import type { DurableLog } from './durable-log';

/** What the ledger says of a run. */
export interface Verdict {
  /** Enquiries that the client began to send, and those that were answered with 201. */
  sent: number;
  stored: number;
  /** Enquiries in the database. */
  kept: number;
  /** Deliveries that the receiver has verified, and how many of them it had before. */
  received: number;
  duplicates: number;
  /** What breaks the promise, a line each; none in a run that passes. */
  breaches: string[];
}

interface KeptEnquiry {
  reference: string;
  key: string;
}

/** The enquiries in the database, with the keys that the load put into their addresses. */
async function readKept(databaseUrl: string): Promise<KeptEnquiry[]> {
  const client = new Client({ connectionString: databaseUrl });
  const keys = new KeyRing(parsePrivacyKeys(process.env.PRIVACY_KEYS ?? ''));
  await client.connect();
  try {
    const { rows } = await client.query<{ reference: string; row: string; email: string }>(
      'SELECT reference, document_id AS row, email FROM enquiries',
    );
    return rows.map(({ reference, row, email }) => {
      const address = decryptCell(email, { table: 'enquiries', column: 'email', row }, keys);
      return { reference, key: address.split('@')[0] ?? '' };
    });
  } finally {
    await client.end();
  }
}

function duplicatesOf(names: string[]): string[] {
  return names.filter((name, place) => names.indexOf(name) !== place);
}

/** Ids that came with other bytes than before. */
function changedIds(receipts: Receipt[]): string[] {
  const digests = new Map<string, string>();
  return receipts
    .filter(({ id, digest }) => {
      const first = digests.get(id) ?? digest;
      digests.set(id, first);
      return first !== digest;
    })
    .map(({ id }) => id);
}

/**
 * Decides whether the promise held: each enquiry that was answered with 201 is in the database, each
 * in the database once, each of those at the receiver, none at the receiver that is not in the
 * database, and the same id always with the same bytes.
 */
export async function judge(
  ledger: DurableLog,
  databaseUrl: string,
  receipts: Receipt[],
): Promise<Verdict> {
  const lines = ledger.read();
  const answered = lines.filter(([word]) => word === 'stored');
  const kept = await readKept(databaseUrl);
  const created = receipts.filter(({ type }) => type === 'enquiry.created');
  const keptReferences = new Set(kept.map(({ reference }) => reference));
  const keptKeys = new Map(kept.map(({ key, reference }) => [key, reference]));
  const receivedReferences = new Set(created.map(({ reference }) => reference));
  const ids = new Set(created.map(({ id }) => id));

  const breaches = [
    ...answered
      .filter(([, key = '', reference]) => keptKeys.get(key) !== reference)
      .map(([, key]) => `answered with 201, but not in the database: ${key}`),
    ...duplicatesOf(kept.map(({ key }) => key)).map((key) => `in the database twice: ${key}`),
    ...[...keptReferences]
      .filter((reference) => !receivedReferences.has(reference))
      .map((reference) => `in the database, but not at the receiver: ${reference}`),
    ...[...receivedReferences]
      .filter((reference) => !keptReferences.has(reference))
      .map((reference) => `at the receiver, but not in the database: ${reference}`),
    ...changedIds(created).map((id) => `the same id with other bytes: ${id}`),
  ];
  return {
    sent: lines.length - answered.length,
    stored: answered.length,
    kept: kept.length,
    received: created.length,
    duplicates: created.length - ids.size,
    breaches,
  };
}
