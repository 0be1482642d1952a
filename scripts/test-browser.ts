import { accessSync, constants } from 'node:fs';
import path from 'node:path';

import { run } from 'jest';

import type { Main } from './command';

/** Names that the packages of Linux distributions give to Chromium and to the browsers made of it. */
const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The browser that CHROMIUM_PATH names, otherwise the first one that is installed.
 * @throws when there is none, with the command that installs it
 */
function findChromium(): string {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (isProgram(given)) return given;
    throw new Error(`CHROMIUM_PATH names ${given}, which is no program that can be run.`);
  }
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin'].filter(Boolean);
  const files = PROGRAMS.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  const found = files.find(isProgram);
  if (found) return found;
  throw new Error(
    'The tests in a browser need Chromium. Install it (Debian and Ubuntu: `apt-get install chromium`), ' +
      'or set CHROMIUM_PATH to the program.',
  );
}

/**
 * `npm run test:browser [-- <jest parameters>]`: works with the built panel in a real Chromium. The
 * pictures of what it saw are in `tests/output/browser`.
 */
export const main: Main = async (parameters) => {
  process.env.CHROMIUM_PATH = findChromium();
  process.env.NODE_ENV = 'test';
  await run(['--config', 'jest.browser.config.js', ...parameters]);
};
