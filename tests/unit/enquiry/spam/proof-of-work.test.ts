import { solveChallenge, type Challenge, type Payload } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import fc from 'fast-check';

import { createProofOfWork, readProofOfWork } from '../../../../src/api/enquiry/spam/proof-of-work';
import { at } from '../../../helpers/clock';

const SECRETS = ['a-secret-of-more-than-32-characters-1', 'a-secret-of-more-than-32-characters-2'];
const SETTINGS = {
  mode: 'required',
  cost: 10,
  attempts: { least: 5, most: 20 },
  lifetimeSeconds: 3600,
} as const;

const encode = (payload: unknown) => Buffer.from(JSON.stringify(payload)).toString('base64');

/** What ALTCHA's widget would send. */
async function solve(challenge: Challenge): Promise<Payload> {
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error('There is no solution');
  return { challenge, solution };
}

const create = (secrets = SECRETS) => createProofOfWork(secrets, SETTINGS);

describe('a proof of work', () => {
  it('is one that ALTCHA’s own library solves', async () => {
    const payload = await solve(await create());
    const { nonce, expiresAt } = payload.challenge.parameters;
    expect(await readProofOfWork(encode(payload), SECRETS)).toEqual({
      state: 'solved',
      id: nonce,
      expiresAt: new Date(Number(expiresAt) * 1000),
    });
    expect(payload.solution.counter).toBeGreaterThanOrEqual(5);
    expect(payload.solution.counter).toBeLessThanOrEqual(20);
  });

  it('expires', async () => {
    const payload = await solve(await create());
    const late = new Date(Date.now() + 3_601_000).toISOString();
    await at(late, async () => {
      expect(await readProofOfWork(encode(payload), SECRETS)).toEqual({ state: 'expired' });
    });
  });

  it('outlives a change of keys, until its key is gone', async () => {
    const older = await solve(await create(SECRETS.slice(1)));
    expect(await readProofOfWork(encode(older), SECRETS)).toMatchObject({ state: 'solved' });
    expect(await readProofOfWork(encode(older), SECRETS.slice(0, 1))).toEqual({ state: 'wrong' });
  });

  it('is wrong when the challenge was made easier', async () => {
    const challenge = await create();
    for (const easier of [{ cost: 1 }, { keyPrefix: '00' }, { expiresAt: 9_999_999_999 }]) {
      const changed = { ...challenge, parameters: { ...challenge.parameters, ...easier } };
      const payload = { challenge: changed, solution: { counter: 1, derivedKey: '00' } };
      expect(await readProofOfWork(encode(payload), SECRETS)).toEqual({ state: 'wrong' });
    }
  });

  it('is wrong with a solution that solves nothing', async () => {
    const { challenge, solution } = await solve(await create());
    for (const change of [{ derivedKey: '00'.repeat(32) }, { derivedKey: '' }, { counter: -1 }]) {
      const payload = { challenge, solution: { ...solution, ...change } };
      expect(await readProofOfWork(encode(payload), SECRETS)).toEqual({ state: 'wrong' });
    }
  });

  it('is never solved by anything else, whatever its fields hold', async () => {
    const genuine = await solve(await create());
    const field = fc.oneof(fc.jsonValue(), fc.constant(undefined));
    const change = fc.record({
      parameters: fc.dictionary(
        fc.constantFrom(...Object.keys(genuine.challenge.parameters), 'data'),
        field,
        { minKeys: 1 },
      ),
      // The key alone proves the work; the counter only says how it was found.
      solution: fc.dictionary(fc.constant('derivedKey'), field),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ parameters, solution }) => {
        const changed = {
          challenge: {
            ...genuine.challenge,
            parameters: { ...genuine.challenge.parameters, ...parameters },
          },
          solution: { ...genuine.solution, ...solution },
        };
        fc.pre(JSON.stringify(changed) !== JSON.stringify(genuine));
        const { state } = await readProofOfWork(encode(changed), SECRETS);
        expect(['wrong', 'expired']).toContain(state);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['', 'no', '%%%', '{}', 'bnVsbA==', encode(null), encode([]), encode('x'), encode({})],
    [encode({ challenge: {}, solution: {} }), encode({ challenge: null, solution: 7 })],
    ['A'.repeat(4000), encode({ verificationData: '', signature: '', algorithm: 'SHA-256' })],
    ['W10'.repeat(1000), Buffer.from('['.repeat(3000)).toString('base64')],
  ])('is wrong when it is none', async (...texts) => {
    for (const text of texts) {
      expect(await readProofOfWork(text, SECRETS)).toEqual({ state: 'wrong' });
    }
  });
});
