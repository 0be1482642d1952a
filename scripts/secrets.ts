import { randomBytes } from 'node:crypto';
import { appendFile, chmod, link, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseEnv } from 'node:util';

import { SECRET_NAMES, type SecretName } from '../config/environment/secrets';
import { projectRoot } from './project-root';

/** Only its owner reads and writes it. */
const PRIVATE = 0o600;

const HEADER = `# Settings of this installation; .env.example explains them.
# Generated secrets: keep them, and keep them to yourself.
`;

/** Random bytes of a secret: 256 bits, as the algorithms that use it take. */
const randomKey = () => randomBytes(32).toString('base64');

/** A new value for a secret. */
function generateSecret(name: SecretName): string {
  if (name === 'APP_KEYS') return `${randomKey()},${randomKey()}`;
  // Named after its day: rotation needs a new name for each new key.
  if (name === 'PRIVACY_KEYS') return `${new Date().toISOString().slice(0, 10)}:${randomKey()}`;
  return randomKey();
}

async function readIfPresent(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Writes a whole new file, unless another process has just done so: then that one stays. */
async function createPrivately(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, text, { mode: PRIVATE });
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
}

/**
 * Generates the secrets that neither the environment nor the file has, and adds them to the file.
 * What is there already stays as it is, be it good or bad: the checks at start judge it.
 * @param file the file of settings; created readable for its owner only
 * @param environment receives every secret of the file that it does not have itself
 * @returns the names of the secrets that were generated
 */
export async function ensureSecrets(
  file = path.join(projectRoot, '.env'),
  environment: NodeJS.ProcessEnv = process.env,
): Promise<SecretName[]> {
  const before = await readIfPresent(file);
  const present = parseEnv(before ?? '');
  const missing = SECRET_NAMES.filter((name) => !(environment[name] ?? present[name])?.trim());
  const lines = missing.map((name) => `${name}=${generateSecret(name)}\n`).join('');
  if (before === undefined) await createPrivately(file, HEADER + lines);
  else if (missing.length > 0) await appendFile(file, before.endsWith('\n') ? lines : `\n${lines}`);
  await chmod(file, PRIVATE);
  const after = parseEnv((await readIfPresent(file)) ?? '');
  for (const name of SECRET_NAMES)
    if (!environment[name]?.trim() && after[name]) environment[name] = after[name];
  return missing;
}

/**
 * Generates the missing secrets where no operator has named a database: on the embedded one this may
 * be a new installation, as before the first `npm run demo`.
 */
export async function ensureSecretsOfOwnDatabase(): Promise<void> {
  if (!process.env.DATABASE_URL?.trim()) await ensureSecrets();
}
