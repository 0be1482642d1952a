import { createHash, createHmac } from 'node:crypto';
import { inTransaction, lock, type Transaction } from '../../database/transaction';
import { ProspectusError } from '../../errors';
import { canonicalJson } from '../../lib/canonical-json';

const TABLE = 'enquiry_idempotency_keys';

/** How long a key is remembered: longer than any client goes on trying. */
const REMEMBERED_MILLISECONDS = 7 * 24 * 60 * 60 * 1000;

/** How many keys one request forgets at most: more than it adds. */
const FORGOTTEN_AT_ONCE = 20;

/** What a visitor is told of an enquiry. */
export interface Receipt {
  reference: string;
  receivedAt: Date;
}

interface StoredKey {
  key_hash: string;
  body_hash: string;
  reference: string;
  received_at: Date;
}

/**
 * The traces of a key and its body that are stored. The body's hash is keyed with the key itself,
 * which is not stored, so that nobody can try out guesses of a body against it.
 */
function traces(key: string, body: unknown): { keyHash: string; bodyHash: string } {
  return {
    keyHash: createHash('sha256').update(key).digest('hex'),
    bodyHash: createHmac('sha256', key).update(canonicalJson(body)).digest('hex'),
  };
}

/** The trace of a request as one text: equal for the same key with the same body. */
export function traceOf({ key, body }: KeyedBody): string {
  const { keyHash, bodyHash } = traces(key, body);
  return `${keyHash}/${bodyHash}`;
}

/** A request that may be repeated: its header Idempotency-Key, and what the client sent. */
export interface KeyedBody {
  key: string;
  body: unknown;
}

/**
 * Looks up what came of an earlier request with the same key.
 * @throws ProspectusError 422 for a key that came with another body before
 */
export async function findReceipt(
  connection: Transaction,
  { key, body }: KeyedBody,
): Promise<Receipt | undefined> {
  const { keyHash, bodyHash } = traces(key, body);
  const stored = await connection<StoredKey>(TABLE).where({ key_hash: keyHash }).first();
  if (stored && stored.body_hash !== bodyHash) {
    throw new ProspectusError(
      'IDEMPOTENCY_KEY_REUSED',
      'This Idempotency-Key came with another body before. Use a new key for a new enquiry.',
    );
  }
  return stored && { reference: stored.reference, receivedAt: stored.received_at };
}

/** Waits for whoever works with a key at the moment; then nobody does until the transaction ends. */
async function lockKey(transaction: Transaction, { key, body }: KeyedBody): Promise<void> {
  await lock(transaction, `idempotency/${traces(key, body).keyHash}`);
}

/** Looks up what comes of a request with the same key that may be under way at this moment. */
export async function waitForReceipt(request: KeyedBody): Promise<Receipt | undefined> {
  return inTransaction(async (transaction) => {
    await lockKey(transaction, request);
    return findReceipt(transaction, request);
  });
}

/** Forgets keys that are too old; those that another request forgets at this moment are left to it. */
async function forgetOldKeys(transaction: Transaction): Promise<void> {
  await transaction.raw(
    `DELETE FROM ${TABLE} WHERE key_hash IN (
       SELECT key_hash FROM ${TABLE} WHERE received_at < ?
       ORDER BY received_at LIMIT ? FOR UPDATE SKIP LOCKED
     )`,
    [new Date(Date.now() - REMEMBERED_MILLISECONDS), FORGOTTEN_AT_ONCE],
  );
}

/** The keys that led to some enquiries: how often, and since when. */
export async function findKeysOf(
  transaction: Transaction,
  references: readonly string[],
): Promise<{ reference: string; receivedAt: Date }[]> {
  const stored = await transaction<StoredKey>(TABLE)
    .select('reference', 'received_at')
    .whereIn('reference', [...references])
    .orderBy('received_at');
  return stored.map(({ reference, received_at: receivedAt }) => ({ reference, receivedAt }));
}

/** Forgets the keys that led to an enquiry, in the transaction in which it is deleted. */
export async function forgetKeysOf(transaction: Transaction, reference: string): Promise<void> {
  await transaction<StoredKey>(TABLE).where({ reference }).delete();
}

/**
 * Does a piece of work once per key: a repetition, even one at the same moment on another instance,
 * waits for the first and gets its receipt.
 * @param request undefined for one without a key, which is never a repetition
 * @throws ProspectusError 422 for a key that came with another body before
 */
export async function once(
  transaction: Transaction,
  request: KeyedBody | undefined,
  work: () => Promise<Receipt>,
): Promise<Receipt> {
  if (!request) return work();
  await lockKey(transaction, request);
  const known = await findReceipt(transaction, request);
  if (known) return known;

  const receipt = await work();
  const { keyHash, bodyHash } = traces(request.key, request.body);
  await transaction<StoredKey>(TABLE).insert({
    key_hash: keyHash,
    body_hash: bodyHash,
    reference: receipt.reference,
    received_at: receipt.receivedAt,
  });
  await forgetOldKeys(transaction);
  return receipt;
}
