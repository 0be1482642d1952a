import { existsSync, rmSync } from 'node:fs';

import {
  isSameFingerprint,
  keepFingerprint,
  readFingerprint,
  takeFingerprint,
} from './fingerprint.mjs';
import { inProject } from './project.mjs';
import { runQuietly } from './run-quietly.mjs';

/** What `tsconfig.json` compiles. */
const SOURCES = ['config', 'database', 'scripts', 'src', 'types', 'tsconfig.json'];
/** Beside the result, so that it goes with it. */
const FINGERPRINT = 'dist/.sources.json';

/** @param {string} file */
function isServerSource(file) {
  const name = file.replaceAll('\\', '/');
  if (/^src\/(admin|plugins\/[^/]+\/admin)\//.test(name)) return false;
  return name.endsWith('.ts') || (name.endsWith('.json') && /^(src\/|tsconfig)/.test(name));
}

const takeServerFingerprint = () => takeFingerprint(SOURCES, isServerSource);

/** Whether the compiled server is missing or older than its sources. */
export function needsCompile() {
  return !isSameFingerprint(readFingerprint(FINGERPRINT), takeServerFingerprint());
}

/**
 * Removes what was made of sources that are gone: the compiler leaves it, and Strapi loads every
 * file that it finds.
 */
export function removeOrphans() {
  const before = readFingerprint(FINGERPRINT);
  if (!before) {
    // Nothing is known of what is there. Without its notes the compiler makes everything anew.
    rmSync(inProject('dist/.tsbuildinfo'), { force: true });
    for (const folder of ['config', 'database', 'scripts', 'src'])
      rmSync(inProject('dist', folder), { recursive: true, force: true });
    return;
  }
  for (const source of Object.keys(before)) {
    if (existsSync(inProject(source))) continue;
    for (const made of [source, source.replace(/\.ts$/, '.js')])
      rmSync(inProject('dist', made), { force: true });
  }
}

/** Notes that the compiled server is that of the sources as they are. */
export function keepServerFingerprint() {
  keepFingerprint(FINGERPRINT, takeServerFingerprint());
}

/** Compiles the server into `dist`; the compiler's own messages tell what is wrong. */
export async function compile() {
  removeOrphans();
  // Taken before: a source that changes meanwhile is compiled again the next time.
  const fingerprint = takeServerFingerprint();
  await runQuietly(process.execPath, [
    inProject('node_modules', 'typescript', 'bin', 'tsc'),
    '--project',
    inProject('tsconfig.json'),
  ]);
  keepFingerprint(FINGERPRINT, fingerprint);
}
