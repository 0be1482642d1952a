import { randomBytes } from 'node:crypto';

const NAMES = [
  'ADMIN_JWT_SECRET',
  'JWT_SECRET',
  'API_TOKEN_SALT',
  'TRANSFER_TOKEN_SALT',
  'ENCRYPTION_KEY',
];

/**
 * Secrets for a process that reads the configuration, whose checks must pass, but keeps nothing that
 * is signed or encrypted with them.
 * @returns {Record<string, string>} a new value for each, by the name of its variable
 */
export function makeThrowAwaySecrets() {
  const secret = () => randomBytes(32).toString('base64url');
  return {
    APP_KEYS: `${secret()},${secret()}`,
    PRIVACY_KEYS: `one:${randomBytes(32).toString('base64')}`,
    ...Object.fromEntries(NAMES.map((name) => [name, secret()])),
  };
}
