import { z } from 'zod';
import { countHoldings, type Holding } from '../people/find-person';
import type { KeyRing } from '../crypto/key-ring';
import { checkSignature, erasureReceipt, isAbout, type ErasureReceipt } from './receipt';
import { isRecorded } from './receipt-records';

/** One thing that was checked of a receipt. */
export interface Check {
  isFine: boolean;
  /** What was found, as a sentence. */
  finding: string;
}

const fine = (finding: string): Check => ({ isFine: true, finding });
const wrong = (finding: string): Check => ({ isFine: false, finding });

function checkSigned(receipt: ErasureReceipt, keys: KeyRing): Check {
  const { keyId } = receipt;
  switch (checkSignature(receipt, keys)) {
    case 'valid':
      return fine(`Signed with the key "${keyId}", and unchanged since.`);
    case 'invalid':
      return wrong(`The signature does not fit: the receipt, or the key "${keyId}", was changed.`);
    case 'unknown-key':
      return wrong(
        `The key "${keyId}" is not in PRIVACY_KEYS any more: the signature cannot be checked. Add the key again at the end, from its backup, to check it.`,
      );
  }
}

async function checkRecorded(receipt: ErasureReceipt): Promise<Check> {
  return (await isRecorded(receipt))
    ? fine(`This database has recorded the erasure ${receipt.id} of ${receipt.erasedAt}.`)
    : wrong(`This database has not recorded the erasure ${receipt.id}.`);
}

function checkSubject(receipt: ErasureReceipt, email: string): Check {
  return isAbout(receipt, email)
    ? fine('It is about this address.')
    : wrong('It is about another address.');
}

function checkHeld(holdings: readonly Holding[]): Check {
  const counts = Object.entries(countHoldings(holdings)).map(([name, count]) => `${name} ${count}`);
  return counts.length === 0
    ? fine('Nothing is held about this address.')
    : wrong(`Something is held about this address, now or again: ${counts.join(', ')}.`);
}

/**
 * Checks a receipt.
 * @param sent what somebody says is a receipt
 * @param keys the ring, of which the key that the receipt names is used
 * @param subject whom it should be about, and what is held about them; undefined to leave that out
 * @returns what was found, check by check
 */
export async function verifyReceipt(
  sent: unknown,
  keys: KeyRing,
  subject?: { email: string; findHoldings: () => Promise<Holding[]> },
): Promise<Check[]> {
  const parsed = erasureReceipt.safeParse(sent);
  if (!parsed.success) return [wrong(`This is no receipt:\n${z.prettifyError(parsed.error)}`)];
  const receipt = parsed.data;
  const checks = [checkSigned(receipt, keys), await checkRecorded(receipt)];
  if (!subject) return checks;
  return [...checks, checkSubject(receipt, subject.email), checkHeld(await subject.findHoldings())];
}
