import { randomBytes } from 'node:crypto';

import { findSecretFaults, readSecrets, SECRET_NAMES } from '../../../config/environment/secrets';

const random = () => randomBytes(32).toString('hex');

/** Secrets that are all right, with changes. */
function environment(changes: Record<string, string | undefined> = {}): NodeJS.ProcessEnv {
  const secrets = Object.fromEntries(SECRET_NAMES.map((name) => [name, random()]));
  return {
    NODE_ENV: 'test',
    ...secrets,
    APP_KEYS: `${random()},${random()}`,
    PRIVACY_KEYS: `2026:${randomBytes(32).toString('base64')}`,
    ...changes,
  };
}

describe('the secrets', () => {
  it('are read where they are all right, without the space around them', () => {
    const given = environment();
    const padded = { ...given, JWT_SECRET: ` ${given.JWT_SECRET ?? ''}\n` };
    expect(findSecretFaults(padded)).toEqual([]);
    expect(readSecrets(padded).JWT_SECRET).toBe(given.JWT_SECRET);
  });

  it.each(SECRET_NAMES)('are refused by name where one is missing: %s', (name) => {
    expect(() => readSecrets(environment({ [name]: undefined }))).toThrow(`${name} is missing`);
    expect(() => readSecrets(environment({ [name]: ' ' }))).toThrow(`${name} is missing`);
  });

  it.each([
    'x'.repeat(40),
    'abab'.repeat(10),
    'change-me-change-me-change-me-change-me',
    'toBeModified1toBeModified2toBeModified3',
    'this-is-an-example-of-a-long-secret-value',
    'my-password-is-longer-than-yours-is-today',
    'replace_this_before_you_go_to_production!',
  ])('are refused where one looks like an example: %s', (value) => {
    expect(() => readSecrets(environment({ JWT_SECRET: value }))).toThrow(
      'JWT_SECRET looks like an example value',
    );
  });

  it('are refused where one is short', () => {
    const short = random().slice(0, 31);
    expect(() => readSecrets(environment({ API_TOKEN_SALT: short }))).toThrow(
      'API_TOKEN_SALT is shorter than 32 characters',
    );
  });

  it('need two session keys that differ', () => {
    const key = random();
    expect(() => readSecrets(environment({ APP_KEYS: key }))).toThrow('APP_KEYS needs two keys');
    expect(() => readSecrets(environment({ APP_KEYS: `${key},${key}` }))).toThrow('repeats a key');
  });

  it('are all named in one message, which shows none of them', () => {
    const faulty = { APP_KEYS: undefined, JWT_SECRET: 'short-canary', API_TOKEN_SALT: undefined };
    const faults = findSecretFaults(environment(faulty));
    expect(faults).toHaveLength(3);
    expect(faults.join()).not.toContain('canary');
  });

  describe('of personal data', () => {
    const key = () => randomBytes(32).toString('base64');
    const same = key();
    const faultsOf = (PRIVACY_KEYS: string) => findSecretFaults(environment({ PRIVACY_KEYS }));

    it('are several, each with a name of its own', () => {
      expect(faultsOf(`2027:${key()}, 2026:${key()}`)).toEqual([]);
    });

    it.each([
      ['a key without a name', key(), /without an id/],
      ['a name that cannot stand in a value', `a.b:${key()}`, /without an id/],
      [
        'a short key',
        `2026:${randomBytes(16).toString('base64')}`,
        /"2026", that is not 32 random/,
      ],
      ['a key of one byte', `2026:${Buffer.alloc(32, 'a').toString('base64')}`, /not 32 random/],
      ['a name twice', `2026:${key()},2026:${key()}`, /two keys with one id/],
      ['a key twice', `2027:${same},2026:${same}`, /one key twice/],
      ['commas alone', ',,', /needs a key/],
    ])('are not %s', (_, value, fault) => {
      const faults = faultsOf(value);
      expect(faults).toEqual([expect.stringMatching(fault)]);
      expect(faults.join()).not.toContain(same);
    });
  });
});
