/**
 * `npm run sbom`: the software bill of materials of what runs in production, in CycloneDX, written
 * to sbom.cdx.json. It is made of the lockfile, so it is the same on every machine.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const FILE = 'sbom.cdx.json';

const { status, stdout, stderr } = spawnSync(
  'npm',
  [
    'sbom',
    '--package-lock-only',
    '--omit=dev',
    '--sbom-format=cyclonedx',
    '--sbom-type=application',
  ],
  { encoding: 'utf8', maxBuffer: 2 ** 28, shell: process.platform === 'win32' },
);
if (status !== 0) {
  console.error(stderr);
  process.exit(1);
}
const { components } = /** @type {{ components: unknown[] }} */ (JSON.parse(stdout));
writeFileSync(FILE, stdout);
console.log(`${components.length} packages are listed in ${FILE}.`);
