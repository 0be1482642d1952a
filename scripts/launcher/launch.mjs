import { existsSync, readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

import { compile, needsCompile } from './compile.mjs';
import { buildConsentNotice, needsConsentNotice } from './consent-notice.mjs';
import { Failure } from './failure.mjs';
import { needsInstallScripts, runInstallScripts } from './install-scripts.mjs';
import { install, needsInstall } from './install.mjs';
import { withLock } from './lock.mjs';
import { build, needsPanel } from './panel.mjs';
import { checkPort } from './port.mjs';
import { step } from './progress.mjs';
import { inProject, projectRoot } from './project.mjs';

/**
 * What a command needs before its own script runs.
 * @typedef {object} Preparation
 * @property {boolean} [isPrepared] runs what an operator has installed and built, and changes nothing
 * @property {boolean} [listens] checks that the port is free before anything else
 * @property {boolean} [panel] builds the panel when it is missing or out of date
 * @property {boolean} [rebuild] builds in any case
 * @property {'production' | 'test' | 'unset'} [mode] NODE_ENV where the operator has set none, unless production;
 *   `unset` leaves that to Strapi's own commands
 * @property {boolean} [ignoresEnvFile] keeps clear of the settings in `.env`
 * @property {boolean} [isDone] is complete with the preparation: there is no script
 */

/** Commands that need more or less than packages and a compiled server. @type {Record<string, Preparation>} */
const PREPARATIONS = {
  demo: { listens: true, panel: true },
  dev: { listens: true, mode: 'unset' },
  strapi: { mode: 'unset' },
  start: { isPrepared: true, listens: true },
  build: { rebuild: true, isDone: true },
  compile: { isDone: true },
  test: { mode: 'test', ignoresEnvFile: true },
  'test-browser': { panel: true, mode: 'test', ignoresEnvFile: true },
  bench: { mode: 'test', ignoresEnvFile: true },
  'test-commands': { mode: 'test', ignoresEnvFile: true },
  'test-faults': { mode: 'test', ignoresEnvFile: true },
};

/** @param {Preparation} preparation */
async function installAndBuild({ panel, rebuild }) {
  if (needsInstall()) await step('Installing the packages (a minute or two)', install);
  if (needsInstallScripts()) await step('Setting up the packages', runInstallScripts);
  if (rebuild || (panel && needsPanel()))
    await step('Building the server and its panel (a minute or two)', build);
  else if (needsCompile()) await step('Compiling the server', compile);
  // After Strapi's build, which empties the folder that remembers it.
  if (rebuild || needsConsentNotice())
    await step('Building the consent notice', buildConsentNotice);
}

/** @param {Preparation} preparation */
async function prepare(preparation) {
  const { panel, rebuild, isPrepared } = preparation;
  if (isPrepared) return;
  const isReady =
    !rebuild &&
    !needsInstall() &&
    !needsInstallScripts() &&
    !needsCompile() &&
    !needsConsentNotice() &&
    !(panel && needsPanel());
  if (!isReady)
    await withLock(inProject('.data', 'prepare.lock'), () => installAndBuild(preparation));
}

function checkBuild() {
  if (!existsSync(inProject('node_modules')))
    throw new Failure('The packages are not installed. Run `npm ci` and `npm run build` first.');
  if (
    !existsSync(inProject('dist/build/index.html')) ||
    !existsSync(inProject('dist/src/index.js')) ||
    !existsSync(inProject('public/consent.js'))
  )
    throw new Failure('There is no build. Run `npm run build` first.');
}

/** Loads `.env`, or the file that ENV_PATH names; variables that are set already win. */
function loadEnvFile() {
  const file = process.env.ENV_PATH ?? inProject('.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/**
 * Sets NODE_ENV before the command is loaded: Strapi makes it "development" as soon as it is.
 * @param {Preparation} preparation
 */
function setMode({ mode = 'production' }) {
  if (mode !== 'unset') process.env.NODE_ENV ||= mode;
}

/** @param {string} command */
function checkCommand(command) {
  const scripts = readdirSync(inProject('scripts'))
    .filter((name) => /^[a-z-]+\.ts$/.test(name))
    .map((name) => name.replace('.ts', ''));
  if (!PREPARATIONS[command] && !scripts.includes(command))
    throw new Failure(`There is no command "${command}". The commands are listed by \`npm run\`.`);
}

/** @param {string} command @param {string[]} parameters */
async function runCommand(command, parameters) {
  process.chdir(projectRoot);
  checkCommand(command);
  const preparation = PREPARATIONS[command] ?? {};
  if (!preparation.ignoresEnvFile) loadEnvFile();
  setMode(preparation);
  if (preparation.listens) await checkPort(command);
  if (preparation.isPrepared) checkBuild();
  await prepare(preparation);
  if (preparation.isDone) return 0;
  const script = pathToFileURL(inProject('dist', 'scripts', `${command}.js`)).href;
  /** @type {unknown} */
  const module = await import(script);
  const { main } = /** @type {{ main: import('../command.js').Main }} */ (module);
  return await main(parameters, { step });
}

/** Errors whose message says all: what is wrong and how to mend it. */
const SELF_EXPLANATORY = new Set(['Failure', 'ConfigurationError', 'EmbeddedPostgresError']);

/** @param {unknown} thrown @returns {string} */
function describe(thrown) {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  if (process.env.DEBUG) return error.stack ?? error.message;
  if (SELF_EXPLANATORY.has(error.name)) return error.message;
  return `${error.message}\n(DEBUG=1 shows where this comes from.)`;
}

/**
 * Runs one command to its end. Failures print their message; DEBUG=1 adds the stack.
 * @param {string[]} parameters the command's name and its own parameters
 */
export async function launch([command = '', ...parameters]) {
  try {
    process.exitCode = (await runCommand(command, parameters)) ?? process.exitCode ?? 0;
  } catch (error) {
    console.error(`\n${describe(error)}`);
    // Not waiting: what is half started may keep the process alive.
    process.exit(1);
  }
}
