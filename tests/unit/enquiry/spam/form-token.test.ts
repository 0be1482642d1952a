import fc from 'fast-check';

import { issueFormToken, readFormToken } from '../../../../src/api/enquiry/spam/form-token';

const SECRETS = ['a-secret-of-more-than-32-characters-1', 'a-secret-of-more-than-32-characters-2'];
const SETTINGS = { lifetimeSeconds: 3600 };
const ISSUED = new Date('2026-03-01T10:00:00.123Z');

const after = (seconds: number) => new Date(ISSUED.getTime() + seconds * 1000);
const issue = (secrets = SECRETS) => issueFormToken(secrets, SETTINGS, ISSUED);
const read = (token: string, now = after(60), secrets = SECRETS) =>
  readFormToken(token, secrets, SETTINGS, now);

describe('a form token', () => {
  it('tells when it was issued, and until when it is good', () => {
    const { token, ...times } = issue();
    expect(times).toEqual({ issuedAt: ISSUED, expiresAt: after(3600) });
    expect(read(token)).toEqual({ state: 'valid', id: expect.any(String), ...times });
  });

  it('is never the same', () => {
    const tokens = Array.from({ length: 100 }, () => issue().token);
    expect(new Set(tokens).size).toBe(100);
    const ids = tokens.map((token) => read(token)).map((state) => 'id' in state && state.id);
    expect(new Set(ids).size).toBe(100);
  });

  it('expires', () => {
    const { token } = issue();
    expect(read(token, after(3599.9))).toMatchObject({ state: 'valid' });
    expect(read(token, after(3600))).toEqual({ state: 'expired' });
    expect(read(token, after(1e9))).toEqual({ state: 'expired' });
  });

  it('outlives a change of keys, until its key is gone', () => {
    const { token } = issue(['an-old-secret-of-more-than-32-characters', ...SECRETS]);
    expect(read(token, after(60))).toEqual({ state: 'forged' });
    const older = issue([SECRETS[1] ?? '']).token;
    expect(read(older)).toMatchObject({ state: 'valid' });
  });

  it('is forged when any character of it is another', () => {
    const { token } = issue();
    const place = fc.integer({ min: 0, max: token.length - 1 });
    fc.assert(
      fc.property(place, fc.constantFrom('a', 'A', '0', '-', '_', '.', 'z'), (index, character) => {
        fc.pre(token[index] !== character);
        const changed = token.slice(0, index) + character + token.slice(index + 1);
        expect(read(changed)).toEqual({ state: 'forged' });
      }),
      { numRuns: 1000 },
    );
  });

  it('is forged when it is anything else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(read(text)).toEqual({ state: 'forged' });
      }),
    );
    for (const text of ['', '..', 'x.y.z', `${issue().token} `, `${issue().token}\n`]) {
      expect(read(text)).toEqual({ state: 'forged' });
    }
  });
});
