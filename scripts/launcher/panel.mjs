import { existsSync } from 'node:fs';

import { keepServerFingerprint, removeOrphans } from './compile.mjs';
import {
  isSameFingerprint,
  keepFingerprint,
  readFingerprint,
  takeFingerprint,
} from './fingerprint.mjs';
import { inProject } from './project.mjs';
import { runQuietly } from './run-quietly.mjs';
import { makeThrowAwaySecrets } from './throw-away-secrets.mjs';

/** What the panel is made of; its own code comes with the packages. */
const SOURCES = [
  'src/admin',
  'src/plugins',
  'src/lib/spam-reasons.ts',
  'config/admin.ts',
  'config/plugins.ts',
  'package-lock.json',
];
const FINGERPRINT = 'dist/build/.sources.json';

/** @param {string} file */
const isPanelSource = (file) =>
  !file.startsWith('src') || /^src.(admin|lib|plugins.[^\\/]+.(admin|package\.json))/.test(file);

const takePanelFingerprint = () => takeFingerprint(SOURCES, isPanelSource);

/** Whether the built panel is missing or older than its sources. */
export function needsPanel() {
  if (!existsSync(inProject('dist/build/index.html'))) return true;
  return !isSameFingerprint(readFingerprint(FINGERPRINT), takePanelFingerprint());
}

/**
 * The environment for a build. Strapi reads the configuration, whose checks must pass, but takes
 * nothing of it into the panel but paths: a machine that builds needs no secrets and no database.
 * @returns {NodeJS.ProcessEnv}
 */
function buildEnvironment() {
  return {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    ...makeThrowAwaySecrets(),
  };
}

/** Compiles the server and builds the panel, with Strapi's own command. */
export async function build() {
  removeOrphans();
  const fingerprint = takePanelFingerprint();
  await runQuietly(
    process.execPath,
    [inProject('node_modules/@strapi/strapi/bin/strapi.js'), 'build'],
    { env: buildEnvironment() },
  );
  keepServerFingerprint();
  keepFingerprint(FINGERPRINT, fingerprint);
}
