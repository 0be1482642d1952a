import { createHash, createHmac } from 'node:crypto';
import { lock, type Transaction } from '../../database/transaction';
import { ProspectusError } from '../../errors';
import { canonicalJson } from '../../lib/canonical-json';

const TABLE = 'enquiry_idempotency_keys';

/** How long a key is remembered: longer than any client goes on trying. */
const REMEMBERED_MILLISECONDS = 7 * 24 * 60 * 60 * 1000;

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

/**
 * Does a piece of work once per key: a repetition, even one at the same moment on another instance,
 * waits for the first and gets its receipt.
 * @param key the header Idempotency-Key of the request
 * @param body what the client sent; the same key stands for the same body
 * @throws ProspectusError 422 for a key that came with another body before
 */
export async function once(
  transaction: Transaction,
  key: string,
  body: unknown,
  work: () => Promise<Receipt>,
): Promise<Receipt> {
  const { keyHash, bodyHash } = traces(key, body);
  await lock(transaction, `idempotency/${keyHash}`);
  const stored = await transaction<StoredKey>(TABLE).where({ key_hash: keyHash }).first();
  if (stored && stored.body_hash !== bodyHash) {
    throw new ProspectusError(
      'IDEMPOTENCY_KEY_REUSED',
      'This Idempotency-Key came with another body before. Use a new key for a new enquiry.',
    );
  }
  if (stored) return { reference: stored.reference, receivedAt: stored.received_at };

  const receipt = await work();
  await transaction<StoredKey>(TABLE).insert({
    key_hash: keyHash,
    body_hash: bodyHash,
    reference: receipt.reference,
    received_at: receipt.receivedAt,
  });
  const forgotten = new Date(receipt.receivedAt.getTime() - REMEMBERED_MILLISECONDS);
  await transaction<StoredKey>(TABLE).where('received_at', '<', forgotten).delete();
  return receipt;
}
