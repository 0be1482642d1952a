import { inTransaction, type Transaction } from '../../../../../database/transaction';
import type { KeyRing } from '../crypto/key-ring';

/** A key that something in the database may be protected with. */
interface KnownKey {
  id: string;
  fingerprint: string;
}

const TABLE = 'privacy_keys';

const HELP =
  'Is a key lost for good? `npm run keys:check -- --lost <id>` tells what is lost with it, and lets the server start.';

/** Thrown at start where PRIVACY_KEYS does not fit the database; the message says what to do. */
class KeyRingError extends Error {
  override name = 'KeyRingError';
}

/** Tells a key from another one of the same id, and nothing of the key. */
function fingerprintOf(id: string, keys: KeyRing): string | undefined {
  return keys.find(id, 'fingerprint')?.bytes.toString('base64url');
}

function faultOf({ id, fingerprint }: KnownKey, keys: KeyRing): string | undefined {
  const present = fingerprintOf(id, keys);
  if (present === fingerprint) return undefined;
  return present === undefined
    ? `The key "${id}" is missing: personal data in this database are encrypted with it. Add it to PRIVACY_KEYS again, from its backup.`
    : `The key "${id}" is not the one that personal data in this database are encrypted with. Put the former value of "${id}" back, from its backup; a new key needs a new id.`;
}

/**
 * Checks that every key that this database needs is at hand, forgets those that it needs no more, and
 * notes those that new values may be encrypted with.
 * @param isUsed whether a key protects anything; asked only about one that is missing or another
 * @throws KeyRingError naming each key that is missing or has been replaced
 */
export async function adoptKeys(
  keys: KeyRing,
  isUsed: (id: string) => Promise<boolean>,
): Promise<void> {
  const faults: string[] = [];
  for (const key of await knownKeys()) {
    const fault = faultOf(key, keys);
    if (!fault) continue;
    // While it is at hand it is known, used or not: another instance may still encrypt with it.
    if (await isUsed(key.id)) faults.push(fault);
    else await forgetKeys([key.id]);
  }
  if (faults.length > 0) throw new KeyRingError([...faults, HELP].join('\n'));
  await inTransaction(async (transaction) => {
    for (const id of keys.ids) await note(transaction, id, keys);
  });
}

async function note(transaction: Transaction, id: string, keys: KeyRing): Promise<void> {
  const fingerprint = fingerprintOf(id, keys) ?? '';
  await transaction<KnownKey>(TABLE).insert({ id, fingerprint }).onConflict('id').ignore();
}

/** Says that nothing in the database is protected with some keys any more, or that they are lost. */
export async function forgetKeys(ids: readonly string[]): Promise<void> {
  await strapi.db.connection<KnownKey>(TABLE).whereIn('id', ids).delete();
}

/** The keys that something in the database may be protected with. */
async function knownKeys(): Promise<KnownKey[]> {
  return strapi.db.connection<KnownKey>(TABLE).select('id', 'fingerprint').orderBy('id');
}
