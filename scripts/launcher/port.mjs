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

/** @param {string} host @param {number} from @returns {Promise<number>} */
async function findFreePort(host, from) {
  for (let port = from; port <= HIGHEST_PORT; port += 1)
    if ((await tryToListen(host, port)) === undefined) return port;
  return DEFAULT_PORT;
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
  if (code === undefined) return;
  const other =
    port < HIGHEST_PORT ? await findFreePort(host, Math.max(port, 1024) + 1) : DEFAULT_PORT;
  const advice = `choose another port, for example: PORT=${other} npm run ${command}`;
  /** @type {Record<string, string>} */
  const reasons = {
    EADDRINUSE: `Port ${port} on ${host} is in use already. Stop what uses it, or ${advice}`,
    EACCES: `Port ${port} needs rights that this user does not have. Please ${advice}`,
    EADDRNOTAVAIL: `HOST=${host} is no address of this machine. Leave it unset for ${DEFAULT_HOST}.`,
    ENOTFOUND: `HOST=${host} is not a known name. Leave it unset for ${DEFAULT_HOST}.`,
  };
  throw new Failure(reasons[code] ?? `Cannot listen on port ${port} of ${host}: ${code}`);
}
