import { createHash } from 'node:crypto';
import { slugify } from '../../src/lib/slug';
import { Refusal } from './refusal';
import { oneLine, type SourceFields } from './source-fields';

/** Longest key that the database holds. */
const KEY_LIMIT = 255;

/**
 * The key of a document: which one it is, however its content changes.
 * @param file the file's path relative to the folder that is imported, with forward slashes
 * @param entry what tells an entry of a list from the others
 */
export function sourceKey(file: string, entry?: string): string {
  // Some systems keep accents of file names as characters of their own.
  const key = (entry === undefined ? file : `${file}#${entry}`).normalize('NFC');
  if (key.length <= KEY_LIMIT) return key;
  const digest = createHash('sha256').update(key).digest('hex').slice(0, 32);
  return `${key.slice(0, KEY_LIMIT - digest.length - 1)}~${digest}`;
}

/** Fields that name an entry of a list for good, the best first. */
const IDENTIFYING = ['key', 'id', 'code', 'url', 'slug'];

/**
 * What tells an entry from the others in its list, wherever it stands there. A title is the last
 * resort: an entry whose title changes is another one then.
 * @throws Refusal for an entry that has nothing of the kind
 */
export function entryKey(fields: SourceFields): string {
  // All are asked for, so that none is reported as a field without a place.
  const stated = IDENTIFYING.map((name) => fields.text(name)).find((text) => text !== undefined);
  if (stated !== undefined) return oneLine(stated);
  const title = fields.text('title', 'name');
  if (title === undefined) throw new Refusal('has no title; add a field "title"', fields.line);
  return slugify(title, title);
}
