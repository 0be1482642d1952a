/**
 * `npm run licences`: whether every package that the lockfile names may be used. Exit code 0 when
 * all may, 1 when one may not, or when an exception is for nothing.
 */
import satisfies from 'spdx-satisfies';

import { ALLOWED, EXCEPTIONS } from './licence-policy.mjs';
import { readJson } from './read-json.mjs';

/** @typedef {{ version?: string, license?: string, link?: boolean }} LockedPackage */

const { packages } = /** @type {{ packages: Record<string, LockedPackage> }} */ (
  readJson('package-lock.json')
);

/** @param {string} name @returns {string | undefined} the exception that a package comes under */
const exceptionFor = (name) =>
  Object.keys(EXCEPTIONS).find((pattern) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
  );

/** @param {string | undefined} licence */
function isAllowed(licence) {
  if (licence === undefined) return false;
  try {
    return satisfies(licence, ALLOWED);
  } catch {
    // Not an SPDX expression, such as a hint at a file.
    return false;
  }
}

const locked = Object.entries(packages)
  .filter(([folder, { link }]) => folder !== '' && !link)
  .map(([folder, { version, license }]) => ({
    name: folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length),
    version,
    license,
  }));
const others = locked.filter(({ license }) => !isAllowed(license));
const refused = others.filter(({ name }) => exceptionFor(name) === undefined);
const used = new Set(others.map(({ name }) => exceptionFor(name)));
const unused = Object.keys(EXCEPTIONS).filter((pattern) => !used.has(pattern));

for (const { name, version, license } of refused)
  console.error(
    `${name}@${version}: ${license ?? 'no licence'} is not among those that are allowed`,
  );
for (const pattern of unused)
  console.error(`${pattern}: the exception is for nothing; take it out`);
console.log(
  refused.length + unused.length > 0
    ? '\nThe policy is scripts/supply-chain/licence-policy.mjs.'
    : `${locked.length} packages, ${others.length} of them by an exception.`,
);
process.exitCode = refused.length + unused.length > 0 ? 1 : 0;
