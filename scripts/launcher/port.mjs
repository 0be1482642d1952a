import { createServer } from 'node:net';

import { Failure } from './failure.mjs';

const DEFAULT_HOST = '127.0.0.1';
const DEFAULT_PORT = 1337;
const HIGHEST_PORT = 65_535;

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<string | undefined>} the code of the error; undefined when it can be listened on
 */
function tryToListen(host, port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(/** @type {NodeJS.ErrnoException} */ (error).code));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

/** How many ports are tried to find one for the advice. */
const TRIES = 50;

/**
 * @param {string} host
 * @param {number} port which cannot be listened on
 * @returns {Promise<number>} one nearby that can
 */
async function suggestPort(host, port) {
  const first = Math.max(port + 1, DEFAULT_PORT);
  for (let other = first; other < Math.min(first + TRIES, HIGHEST_PORT); other += 1)
    if ((await tryToListen(host, other)) === undefined) return other;
  return DEFAULT_PORT;
}

/**
 * @param {string} code of the error
 * @param {string} host
 * @param {number} port
 * @param {string} command
 * @returns {Promise<string>} what is wrong and what to do
 */
async function explain(code, host, port, command) {
  const advise = async () =>
    `choose another port, for example: PORT=${await suggestPort(host, port)} npm run ${command}`;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use already. Stop what uses it, or ${await advise()}`;
    case 'EACCES':
      return `Port ${port} needs rights that this user does not have. Please ${await advise()}`;
    default:
      return `HOST=${host} is no address of this machine (${code}). Leave it unset for ${DEFAULT_HOST}.`;
  }
}

/**
 * Makes sure that the server will be able to listen, before any long work.
 * @param {string} command the npm command to name in advice
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {Promise<void>}
 */
export async function checkPort(command, { HOST, PORT } = process.env) {
  const host = HOST?.trim() || DEFAULT_HOST;
  const text = PORT?.trim() || String(DEFAULT_PORT);
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > HIGHEST_PORT)
    throw new Failure(`PORT must be a number from 1 to ${HIGHEST_PORT}, not "${text}".`);
  const code = await tryToListen(host, port);
  if (code !== undefined) throw new Failure(await explain(code, host, port, command));
}
