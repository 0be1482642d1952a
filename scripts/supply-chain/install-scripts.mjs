/**
 * `npm run install-scripts`: whether somebody has decided about every package that wants to run a
 * script while it is installed. Exit code 0 when so, 1 when one is new, or one that is gone is
 * still allowed.
 */
import { readJson } from './read-json.mjs';

const { allowScripts = {} } = /** @type {{ allowScripts?: Record<string, boolean> }} */ (
  readJson('package.json')
);
const { packages } = /** @type {{ packages: Record<string, { hasInstallScript?: boolean }> }} */ (
  readJson('package-lock.json')
);

const wanting = new Set(
  Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([folder]) => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)),
);
const undecided = [...wanting].filter((name) => !(name in allowScripts));
const gone = Object.keys(allowScripts).filter((name) => !wanting.has(name));

for (const name of undecided)
  console.error(
    `${name} wants to run a script while it is installed. Read it; then say true or false in allowScripts of package.json.`,
  );
for (const name of gone)
  console.error(`${name} has no such script any more; take it out of allowScripts.`);
if (undecided.length + gone.length > 0) process.exitCode = 1;
else console.log(`${wanting.size} packages have install scripts; each is decided about.`);
