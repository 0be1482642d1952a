/** Strapi's own service for what is stored encrypted (AES-256-GCM with ENCRYPTION_KEY). */
interface EncryptionService {
  encrypt(value: string): string | null;
  decrypt(value: string): string | null;
}

/** Thrown for a value that was encrypted with another key, or has been altered. */
export class UnreadableError extends Error {
  override name = 'UnreadableError';
}

function service(): EncryptionService {
  return strapi.service('admin::encryption') as unknown as EncryptionService;
}

/** Encrypts a text for the database. */
export function encrypt(text: string): string {
  const encrypted = service().encrypt(text);
  if (encrypted === null) throw new Error('ENCRYPTION_KEY is missing.');
  return encrypted;
}

/**
 * Decrypts what `encrypt` made.
 * @throws UnreadableError where ENCRYPTION_KEY is not the one that it was encrypted with
 */
export function decrypt(encrypted: string): string {
  const text = service().decrypt(encrypted);
  if (text !== null) return text;
  throw new UnreadableError('ENCRYPTION_KEY has changed since this was stored.');
}
