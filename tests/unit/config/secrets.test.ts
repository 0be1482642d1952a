import { randomBytes } from 'node:crypto';

import { findSecretFaults, readSecrets, SECRET_NAMES } from '../../../config/environment/secrets';

const random = () => randomBytes(32).toString('hex');

/** Secrets that are all right, with changes. */
function environment(changes: Record<string, string | undefined> = {}): NodeJS.ProcessEnv {
  const secrets = Object.fromEntries(SECRET_NAMES.map((name) => [name, random()]));
  return { NODE_ENV: 'test', ...secrets, APP_KEYS: `${random()},${random()}`, ...changes };
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
});
