import { existsSync, readFileSync, writeFileSync } from 'node:fs';

import { npm } from './npm.mjs';
import { inProject } from './project.mjs';

/**
 * What packages run while they are installed is code of strangers with the rights of whoever
 * installs. `.npmrc` keeps npm from it, whatever its version; the few that `allowScripts` in
 * package.json names run afterwards, by name.
 */

/** Where it is noted which have run; whatever installs the packages anew removes it with them. */
const NOTE = inProject('node_modules', '.install-scripts.json');

/** @param {string} file @returns {unknown} */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** The packages, of those that are installed, whose scripts may run: `name@version`. */
function allowedPackages() {
  const { allowScripts = {} } = /** @type {{ allowScripts?: Record<string, boolean> }} */ (
    readJson(inProject('package.json'))
  );
  const names = Object.keys(allowScripts).filter((name) => allowScripts[name]);
  return names
    .map((name) => ({ name, file: inProject('node_modules', name, 'package.json') }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => {
      const { version } = /** @type {{ version: string }} */ (readJson(file));
      return { name, id: `${name}@${version}` };
    });
}

/** Whether a script that may run has not. */
export function needsInstallScripts() {
  const done = existsSync(NOTE) ? /** @type {string[]} */ (readJson(NOTE)) : [];
  return !allowedPackages().every(({ id }) => done.includes(id));
}

/** Runs the install scripts that are allowed. */
export async function runInstallScripts() {
  const packages = allowedPackages();
  const names = packages.map(({ name }) => name);
  if (names.length > 0) {
    await npm(['rebuild', '--ignore-scripts=false', '--loglevel=error', ...names], {
      advice: 'The packages are there, but one could not set itself up. Run the command again.',
    });
  }
  writeFileSync(NOTE, JSON.stringify(packages.map(({ id }) => id)));
}
