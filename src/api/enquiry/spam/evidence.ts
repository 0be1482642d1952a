import type { Transaction } from '../../../database/transaction';
import type { Facts } from './facts';
import { readFormToken, type ReadFormToken } from './form-token';
import { useOnce } from './once-only';
import { readProofOfWork, type ReadProofOfWork } from './proof-of-work';
import { enquirySettings } from './settings';

/** What a form sends along for its own good. */
export interface SentAlong {
  formToken?: string | undefined;
  proofOfWork?: string | undefined;
}

/** What was sent along, checked, but for whether it came before. */
export interface Evidence {
  formToken: ReadFormToken | undefined;
  /** Undefined where none was sent, or none was asked for. */
  proofOfWork: ReadProofOfWork | undefined;
}

/** The secrets that tokens are signed with, the newest first. */
export function tokenSecrets(): string[] {
  return strapi.config.get<string[]>('server.app.keys');
}

/** Checks what a form sent along; without the database. */
export async function readEvidence({ formToken, proofOfWork }: SentAlong): Promise<Evidence> {
  const settings = enquirySettings();
  const isAsked = settings.proofOfWork.mode !== 'off';
  return {
    formToken: formToken ? readFormToken(formToken, tokenSecrets(), settings.formToken) : undefined,
    proofOfWork:
      isAsked && proofOfWork ? await readProofOfWork(proofOfWork, tokenSecrets()) : undefined,
  };
}

async function formTokenFact(
  transaction: Transaction,
  token: Evidence['formToken'],
): Promise<Facts['formToken']> {
  if (!token) return 'absent';
  if (token.state !== 'valid') return token.state;
  const isUnused = await useOnce(transaction, {
    id: `form/${token.id}`,
    expiresAt: token.expiresAt,
  });
  return isUnused ? { seconds: (Date.now() - token.issuedAt.getTime()) / 1000 } : 'reused';
}

async function proofOfWorkFact(
  transaction: Transaction,
  proof: Evidence['proofOfWork'],
): Promise<Facts['proofOfWork']> {
  if (enquirySettings().proofOfWork.mode === 'off') return 'not-asked';
  if (!proof) return 'absent';
  // An old form is as good as one that did nothing.
  if (proof.state !== 'solved') return proof.state === 'expired' ? 'absent' : 'wrong';
  const isUnused = await useOnce(transaction, {
    id: `work/${proof.id}`,
    expiresAt: proof.expiresAt,
  });
  return isUnused ? 'done' : 'wrong';
}

/**
 * Uses up what was sent along, in the transaction that stores the enquiry: what is refused or lost
 * on the way uses up nothing.
 */
export async function useEvidence(
  transaction: Transaction,
  { formToken, proofOfWork }: Evidence,
): Promise<Pick<Facts, 'formToken' | 'proofOfWork'>> {
  return {
    formToken: await formTokenFact(transaction, formToken),
    proofOfWork: await proofOfWorkFact(transaction, proofOfWork),
  };
}
