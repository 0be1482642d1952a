import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyRing } from './key-ring';

/** The one cell of the database that a value belongs to. */
export interface Cell {
  table: string;
  column: string;
  /** The documentId, or what else tells the rows of the table apart. */
  row: string;
}

/** Thrown for a value that no key of the ring opens: its key is missing, or it has been altered. */
export class UnreadableError extends Error {
  override name = 'UnreadableError';
}

const PURPOSE = 'cells';
const VERSION = 'v1';
/** NIST SP 800-38D, 8.2.2: a random one of 96 bits; good for 2^32 values under one key. */
const IV_BYTES = 12;
const TAG_BYTES = 16;
const ALGORITHM = 'aes-256-gcm';

/** `v1.<keyId>.<iv>.<ciphertext and tag>`, the last two in base64url. */
const FORM = /^v1\.([\w-]{1,32})\.([\w-]{16})\.([\w-]{22,})$/;

/** Binds a value to its cell: moved to another row or column it opens no more. */
function associatedData({ table, column, row }: Cell): Buffer {
  return Buffer.from(`${table}|${column}|${row}`);
}

/** Whether a stored text has the form of an encrypted one. */
export function isEncrypted(text: string): boolean {
  return FORM.test(text);
}

/** The id of the key that a value was encrypted with; undefined where it is not encrypted. */
export function keyIdOf(text: string): string | undefined {
  return FORM.exec(text)?.[1];
}

/**
 * Encrypts a text for one cell with the newest key (AES-256-GCM).
 * @returns `v1.<keyId>.<iv>.<ciphertext and tag>`; another one each time
 */
export function encryptCell(text: string, cell: Cell, keys: KeyRing): string {
  const { id, bytes } = keys.newest(PURPOSE);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, bytes, iv);
  cipher.setAAD(associatedData(cell));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return [VERSION, id, iv.toString('base64url'), sealed.toString('base64url')].join('.');
}

/** The bytes of canonical base64url: spare bits that are set would be a second name of a value. */
function decode(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : undefined;
}

/**
 * Decrypts what `encryptCell` made for the same cell.
 * @throws UnreadableError where no key of the ring opens it, or it is not as it was written
 */
export function decryptCell(encrypted: string, cell: Cell, keys: KeyRing): string {
  const [, id = '', ivText = '', sealedText = ''] = FORM.exec(encrypted) ?? [];
  const where = `${cell.table}.${cell.column} of ${cell.row}`;
  if (id === '') throw new UnreadableError(`${where} is not encrypted.`);
  const key = keys.find(id, PURPOSE);
  if (!key)
    throw new UnreadableError(`${where} needs the key "${id}", which is not in PRIVACY_KEYS.`);
  const [iv, sealed] = [decode(ivText), decode(sealedText)];
  if (!iv || !sealed) throw new UnreadableError(`${where} has been altered.`);
  const decipher = createDecipheriv(ALGORITHM, key.bytes, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(associatedData(cell));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    const text = decipher.update(sealed.subarray(0, -TAG_BYTES), undefined, 'utf8');
    return text + decipher.final('utf8');
  } catch (cause) {
    const reason = `${where} has been altered, or key "${id}" is another one than it was.`;
    throw new UnreadableError(reason, { cause });
  }
}
