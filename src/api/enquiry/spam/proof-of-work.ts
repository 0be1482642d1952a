import { createChallenge, verifySolution, type Challenge, type Payload } from 'altcha-lib';
import { deriveKey as deriveAttempt } from 'altcha-lib/algorithms/pbkdf2';
import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { deriveKey } from '../../../lib/derive-key';
import type { ProofOfWorkSettings } from './settings';

/** Every browser has it; the others need a library of their own. */
const ALGORITHM = 'PBKDF2/SHA-256';

/** What a solution that came back says. */
export type ReadProofOfWork =
  { state: 'wrong' | 'expired' } | { state: 'solved'; id: string; expiresAt: Date };

/** The keys of the challenge and of its solution, which are told apart so that neither gives the other away. */
function keysOf(secret: string) {
  return {
    hmacSignatureSecret: deriveKey(secret, 'enquiry/proof-of-work/challenge').toString('hex'),
    hmacKeySignatureSecret: deriveKey(secret, 'enquiry/proof-of-work/solution').toString('hex'),
  };
}

/**
 * Makes a challenge of ALTCHA's, version 2, which its widget and its library solve. How many
 * attempts it takes is drawn within the bounds of the settings, so that no visitor is out of luck.
 * @param secrets the newest signs
 */
export async function createProofOfWork(
  [secret = '']: readonly string[],
  { cost, attempts, lifetimeSeconds }: ProofOfWorkSettings,
): Promise<Challenge> {
  return createChallenge({
    algorithm: ALGORITHM,
    cost,
    counter: randomInt(attempts.least, attempts.most + 1),
    deriveKey: deriveAttempt,
    expiresAt: Math.floor(Date.now() / 1000) + lifetimeSeconds,
    ...keysOf(secret),
  });
}

const payload = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.literal(ALGORITHM),
      nonce: z.string(),
      salt: z.string(),
      cost: z.number(),
      keyLength: z.number(),
      keyPrefix: z.string(),
      keySignature: z.string(),
      expiresAt: z.number(),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
});

/** The payload as ALTCHA's widget sends it: JSON in base64; undefined where it is none. */
function decode(text: string): Payload | undefined {
  try {
    const result = payload.safeParse(JSON.parse(Buffer.from(text, 'base64').toString('utf8')));
    return result.success ? result.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Checks a solution; it costs two signatures, however much work it was. */
export async function readProofOfWork(
  text: string,
  secrets: readonly string[],
): Promise<ReadProofOfWork> {
  const given = decode(text);
  if (!given) return { state: 'wrong' };
  for (const secret of secrets) {
    const { verified, expired } = await verifySolution({
      ...given,
      deriveKey: deriveAttempt,
      ...keysOf(secret),
    });
    if (expired) return { state: 'expired' };
    const { nonce, expiresAt = 0 } = given.challenge.parameters;
    if (verified) return { state: 'solved', id: nonce, expiresAt: new Date(expiresAt * 1000) };
  }
  return { state: 'wrong' };
}
