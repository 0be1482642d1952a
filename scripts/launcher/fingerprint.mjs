import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { inProject } from './project.mjs';

/**
 * @typedef {Record<string, string>} Fingerprint size and time of change of files, by their path in
 *   the project
 */

/**
 * @param {string} file relative to the project
 * @returns {string[]} the file itself, or all files below it when it is a folder; none if missing
 */
function filesAt(file) {
  const absolute = inProject(file);
  if (!existsSync(absolute)) return [];
  if (!statSync(absolute).isDirectory()) return [file];
  return readdirSync(absolute).flatMap((name) => filesAt(path.join(file, name)));
}

/**
 * Tells whether sources have changed since something was made of them.
 * @param {string[]} places files and folders, relative to the project
 * @param {(file: string) => boolean} [isSource] which files count
 * @returns {Fingerprint}
 */
export function takeFingerprint(places, isSource = () => true) {
  const files = places.flatMap(filesAt).filter(isSource);
  return Object.fromEntries(
    files.map((file) => {
      const { mtimeMs, size } = statSync(inProject(file));
      return [file, `${mtimeMs} ${size}`];
    }),
  );
}

/**
 * The fingerprint that was kept with the result.
 * @param {string} file relative to the project
 * @returns {Fingerprint | undefined}
 */
export function readFingerprint(file) {
  if (!existsSync(inProject(file))) return undefined;
  try {
    /** @type {unknown} */
    const fingerprint = JSON.parse(readFileSync(inProject(file), 'utf8'));
    return /** @type {Fingerprint} */ (fingerprint);
  } catch (error) {
    // Cut off by a crash: as good as none.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * @param {string} file relative to the project
 * @param {Fingerprint} fingerprint
 */
export function keepFingerprint(file, fingerprint) {
  mkdirSync(path.dirname(inProject(file)), { recursive: true });
  writeFileSync(inProject(file), JSON.stringify(fingerprint));
}

/**
 * @param {Fingerprint | undefined} one
 * @param {Fingerprint} other
 * @returns {boolean}
 */
export function isSameFingerprint(one, other) {
  if (!one) return false;
  const files = Object.keys(other);
  return (
    files.length === Object.keys(one).length && files.every((file) => one[file] === other[file])
  );
}
