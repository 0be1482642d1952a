import { spawn } from 'node:child_process';

import { Failure } from './failure.mjs';
import { shareLock } from './lock.mjs';
import { projectRoot } from './project.mjs';

/** As much of a failed command's output as helps, in lines. */
const LINES = 40;

/** Signals that end this process, with their numbers: its exit code is 128 more. */
const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };

/**
 * Passes signals on, and exits only when the program has: npm first undoes what it has half done,
 * and the next command must not begin before.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} ends this
 */
function endWithChild(child) {
  const listeners = Object.entries(SIGNALS).map(([signal, number]) => {
    const listener = () => {
      console.error('\n… Stopping');
      child.on('close', () => process.exit(128 + number));
      // Ctrl+C has reached it through the terminal already; once more does no harm.
      child.kill();
    };
    process.once(signal, listener);
    return () => process.off(signal, listener);
  });
  return () => {
    for (const stop of listeners) stop();
  };
}

/**
 * Runs a program and shows its output only when it fails.
 * @param {string} file
 * @param {string[]} parameters
 * @param {{ env?: NodeJS.ProcessEnv, advice?: string, shell?: boolean }} [options] `advice` is
 *   printed below the output of a failure
 * @returns {Promise<void>}
 */
export async function runQuietly(
  file,
  parameters,
  { env = process.env, advice, shell = false } = {},
) {
  let output = '';
  const child = spawn(file, parameters, {
    cwd: projectRoot,
    env,
    shell,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  shareLock(child.pid);
  const stopWaiting = endWithChild(child);
  try {
    await new Promise((resolve, reject) => {
      child.on('error', (error) => reject(new Failure(`${file} does not run: ${error.message}`)));
      child.on('close', (code, signal) => {
        if (code === 0) {
          resolve(undefined);
          return;
        }
        const ending = output.trim().split('\n').slice(-LINES).join('\n');
        const reason = `${[file, ...parameters].join(' ')} failed (${signal ?? `exit code ${code}`})`;
        reject(new Failure([ending, reason, advice].filter(Boolean).join('\n\n')));
      });
    });
  } finally {
    stopWaiting();
  }
}
