import { findPrivacyKeysFault } from './privacy-keys';
import { ConfigurationError } from './variables';

/**
 * The secrets that Strapi signs and encrypts with. `npm run demo` and `npm run dev` generate them
 * once into `.env`; in production the operator sets them.
 */
const SECRETS = {
  APP_KEYS: 'session keys, two or more, separated by commas',
  ADMIN_JWT_SECRET: 'signs the sign-ins of the admin panel',
  JWT_SECRET: 'signs the sign-ins of members',
  API_TOKEN_SALT: 'hashes API tokens',
  TRANSFER_TOKEN_SALT: 'hashes transfer tokens',
  ENCRYPTION_KEY: 'encrypts API tokens that can be shown again',
  PRIVACY_KEYS: 'encrypts personal data; id:key, newest first',
} as const;

export type SecretName = keyof typeof SECRETS;

/** The names of all secrets, in the order in which `.env` lists them. */
export const SECRET_NAMES = Object.keys(SECRETS) as SecretName[];

/** 32 characters of base64 carry 192 bits: more than any use here needs. */
const MINIMUM_LENGTH = 32;

/** What a placeholder from an example file, a tutorial or a tired evening looks like. */
const PLACEHOLDER =
  /change.?me|to.?be.?modified|example|secret|password|replace|^(.)\1*$|^(.{1,4})\2+$/i;

/** Why a value cannot be used as this secret; undefined where it can. */
function fault(name: SecretName, value: string | undefined): string | undefined {
  if (!value) return 'is missing';
  if (name === 'PRIVACY_KEYS') return findPrivacyKeysFault(value);
  const parts = name === 'APP_KEYS' ? value.split(',').map((key) => key.trim()) : [value];
  if (name === 'APP_KEYS' && parts.length < 2) return 'needs two keys, separated by a comma';
  if (new Set(parts).size < parts.length) return 'repeats a key';
  if (parts.some((part) => PLACEHOLDER.test(part))) return 'looks like an example value';
  if (parts.some((part) => part.length < MINIMUM_LENGTH))
    return `is shorter than ${MINIMUM_LENGTH} characters`;
  return undefined;
}

/** One line for each secret that cannot be used, naming it, the fault and what it is for. */
export function findSecretFaults(environment: NodeJS.ProcessEnv): string[] {
  return SECRET_NAMES.flatMap((name) => {
    const found = fault(name, environment[name]?.trim());
    return found ? [`  ${name} ${found} (${SECRETS[name]})`] : [];
  });
}

/**
 * Reads the secrets.
 * @returns each secret by name, unsplit
 * @throws ConfigurationError listing every missing, short or example secret, in every environment:
 *   a weak secret that development tolerates is the one that reaches production
 */
export function readSecrets(
  environment: NodeJS.ProcessEnv = process.env,
): Record<SecretName, string> {
  const faults = findSecretFaults(environment);
  if (faults.length > 0) {
    throw new ConfigurationError(
      `Prospectus does not start with these secrets:\n${faults.join('\n')}\n` +
        'Set each to a random value of its own, for example from: openssl rand -base64 32; PRIVACY_KEYS to such a value behind a name for it, 2026:…',
    );
  }
  return Object.fromEntries(
    SECRET_NAMES.map((name) => [name, environment[name]?.trim() ?? '']),
  ) as Record<SecretName, string>;
}
