import type { Core } from '@strapi/strapi';
import { decryptCell, encryptCell, type Cell } from '../crypto/cell';
import { KeyRing, type KeyEntry } from '../crypto/key-ring';
import { keyedHash, keyedHashes } from '../crypto/keyed-hash';
import type { ProtectedTable } from '../keys/protected-tables';

/** Protection of what does not stand in a tagged attribute. */
export interface Privacy {
  /**
   * Encrypts a text for one cell of the database with the newest key.
   * @returns `v1.<keyId>.<iv>.<ciphertext and tag>`
   */
  encrypt(text: string, cell: Cell): string;
  /**
   * Decrypts what `encrypt` made for the same cell.
   * @throws UnreadableError where no key opens it, or it has been altered or moved
   */
  decrypt(encrypted: string, cell: Cell): string;
  /**
   * A fingerprint of a text that nobody can compute without the keys.
   * @param purpose what it is for, such as `consents/address`: each has a key of its own
   * @returns 43 characters of base64url
   */
  keyedHash(text: string, purpose: string): string;
  /** The same by every key, newest first: what a text that was stored earlier may be stored as. */
  keyedHashes(text: string, purpose: string): string[];
  /**
   * Names a table whose values are encrypted by `encrypt`, so that they are encrypted anew when keys
   * change; to be called in `register`.
   */
  protectTable(table: ProtectedTable): void;
}

/** The service as this plugin itself uses it. */
export interface PrivacyService extends Privacy {
  /** The keys of PRIVACY_KEYS. */
  keys: KeyRing;
  /** What `protectTable` was told. */
  tables: readonly ProtectedTable[];
}

/** The service. */
export default ({ strapi }: { strapi: Core.Strapi }): PrivacyService => {
  const keys = new KeyRing(strapi.config.get<KeyEntry[]>('plugin::privacy.keys'));
  const tables: ProtectedTable[] = [];
  return {
    keys,
    tables,
    protectTable: (table) => void tables.push(table),
    encrypt: (text, cell) => encryptCell(text, cell, keys),
    decrypt: (encrypted, cell) => decryptCell(encrypted, cell, keys),
    keyedHash: (text, purpose) => keyedHash(text, purpose, keys),
    keyedHashes: (text, purpose) => keyedHashes(text, purpose, keys),
  };
};
