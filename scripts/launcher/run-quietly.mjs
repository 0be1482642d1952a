import { spawn } from 'node:child_process';

import { Failure } from './failure.mjs';
import { projectRoot } from './project.mjs';

/** As much of a failed command's output as helps, in lines. */
const LINES = 40;

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
  // Ctrl+C reaches the program through the terminal; a signal to this process alone does not.
  const terminate = () => {
    child.kill();
    process.exit(143);
  };
  process.once('SIGTERM', terminate);
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
    process.off('SIGTERM', terminate);
  }
}
