import { readFileSync } from 'node:fs';

import { npm } from './npm.mjs';
import { inProject } from './project.mjs';

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} LockedPackage */

/**
 * The packages that a lockfile lists, by folder.
 * @param {string} file
 * @returns {Record<string, LockedPackage> | undefined} undefined when there is no such file
 */
function readLockedPackages(file) {
  try {
    /** @type {unknown} */
    const lockfile = JSON.parse(readFileSync(file, 'utf8'));
    return /** @type {{ packages: Record<string, LockedPackage> }} */ (lockfile).packages;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Whether every package of the lockfile is installed in the version that it names. npm writes down
 * what it installed when it is done; an installation that was interrupted has no such list.
 * @param {Record<string, LockedPackage>} wanted
 * @param {Record<string, LockedPackage> | undefined} installed
 * @returns {boolean}
 */
function isInstalled(wanted, installed) {
  if (!installed) return false;
  return Object.entries(wanted).every(([folder, { version, optional, devOptional }]) => {
    if (folder === '') return true;
    const found = installed[folder];
    // Optional packages for other platforms stay away.
    return found ? found.version === version : (optional ?? devOptional ?? false);
  });
}

/** Whether `node_modules` is missing or does not match `package-lock.json`. */
export function needsInstall() {
  const wanted = readLockedPackages(inProject('package-lock.json'));
  const installed = readLockedPackages(inProject('node_modules', '.package-lock.json'));
  return wanted !== undefined && !isInstalled(wanted, installed);
}

/** Installs the packages exactly as the lockfile lists them, without running code of theirs. */
export async function install() {
  await npm(
    [
      'ci',
      '--ignore-scripts',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ],
    {
      advice:
        'The packages could not be installed. Is the network there? Run the command again to retry.',
    },
  );
}
