import { runQuietly } from './run-quietly.mjs';

/**
 * Runs npm: the one that runs this command, which need not be the one in PATH.
 * @param {string[]} parameters
 * @param {{ advice: string }} options `advice` is printed below the output of a failure
 */
export async function npm(parameters, { advice }) {
  const program = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : undefined;
  await runQuietly(
    program ? process.execPath : 'npm',
    program ? [program, ...parameters] : parameters,
    { shell: !program && process.platform === 'win32', advice },
  );
}
