/**
 * Writes `types/generated` from the schemas, or with `--check` fails where it is not up to date.
 * It needs neither a database nor an .env file: Strapi registers the schemas and stops before it
 * connects.
 */
import { spawnSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { makeThrowAwaySecrets } from './launcher/throw-away-secrets.mjs';

const FOLDER = 'types';
/** Ignored by git. */
const SCRATCH = path.join('.cache', 'types');

/** @param {string} folder where Strapi puts its folder `generated` */
function generate(folder) {
  // The configuration must load; nothing answers at the address, and nothing is asked.
  const environment = {
    ...process.env,
    ...makeThrowAwaySecrets(),
    DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none',
  };
  const strapi = path.join('node_modules', '@strapi', 'strapi', 'bin', 'strapi.js');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [strapi, 'ts:generate-types', '--out-dir', folder],
    { env: environment, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`strapi ts:generate-types failed:\n${stdout}${stderr}`);
}

/**
 * @param {string} name of a generated file
 * @returns {Promise<string[]>} nothing, or where the committed version first differs
 */
async function findDifference(name) {
  /** @param {string} folder */
  const lines = async (folder) =>
    (await readFile(path.join(folder, 'generated', name), 'utf8')).split('\n');
  const [committed, fresh] = await Promise.all([lines(FOLDER), lines(SCRATCH)]);
  const longest = Math.max(committed.length, fresh.length);
  for (let index = 0; index < longest; index += 1)
    if (committed[index] !== fresh[index])
      return [
        `  ${path.join(FOLDER, 'generated', name)}:${index + 1}`,
        `    committed: ${committed[index]?.trim() ?? '(end of file)'}`,
        `    generated: ${fresh[index]?.trim() ?? '(end of file)'}`,
      ];
  return [];
}

/** Fails where the committed types are not those of the schemas. */
async function check() {
  await rm(SCRATCH, { recursive: true, force: true });
  generate(SCRATCH);
  const differences = await Promise.all(
    ['components.d.ts', 'contentTypes.d.ts'].map(findDifference),
  );
  await rm(SCRATCH, { recursive: true });
  if (differences.flat().length === 0) return;
  console.error('types/generated is not what the schemas generate:');
  console.error(differences.flat().join('\n'));
  console.error('Run `npm run types` and commit the result.');
  process.exitCode = 1;
}

if (process.argv.includes('--check')) await check();
else generate(FOLDER);
