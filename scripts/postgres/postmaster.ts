import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';

import { EmbeddedPostgresError } from './errors';
import { clusterFolder, type Placement } from './placement';
import { isAlive, worksIn } from './process';
import { runTool } from './run';

/** A running server, as its own `postmaster.pid` describes it. */
export interface Postmaster {
  pid: number;
  port: number;
}

/** The server listens on this machine only. */
export const LISTEN_ADDRESS = '127.0.0.1';

/** Longest wait for a start, in seconds: a recovery after a crash reads its whole log first. */
const START_LIMIT = 120;
/** Longest wait for a stop, in seconds. */
const STOP_LIMIT = 60;
/** The log starts anew above this size, in bytes. */
const LOG_LIMIT = 10_000_000;

function pidFile(home: string): string {
  return path.join(clusterFolder(home), 'postmaster.pid');
}

/** Where the server writes its log. */
export function logFile(home: string): string {
  return path.join(home, 'server.log');
}

/** Line numbers of `postmaster.pid`, counted from 0; see `pidfile.h` of PostgreSQL. */
const PID_LINE = 0;
const PORT_LINE = 3;

/**
 * Finds the server that runs on this folder.
 * @returns undefined when none runs; a file that a killed server left behind is no server
 */
export function findPostmaster(home: string): Postmaster | undefined {
  const file = pidFile(home);
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[PID_LINE]);
  const port = Number(lines[PORT_LINE]);
  if (!pid || !port || !isAlive(pid) || !worksIn(pid, clusterFolder(home))) return undefined;
  return { pid, port };
}

/**
 * Removes a `postmaster.pid` whose process id now belongs to a stranger: PostgreSQL, which asks
 * only whether the id is in use, would refuse to start until that process ends.
 */
function removeForeignPidFile(home: string): void {
  const file = pidFile(home);
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[PID_LINE]);
  if (pid && isAlive(pid) && !worksIn(pid, clusterFolder(home))) rmSync(file);
}

async function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, LISTEN_ADDRESS, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** What the server wrote to its log since `from`, in bytes. */
function readLog(home: string, from: number): string {
  const file = logFile(home);
  return existsSync(file) ? readFileSync(file).subarray(from).toString() : '';
}

/** A start that another attempt can mend: the port was taken, or another process starts it too. */
const WORTH_ANOTHER_TRY =
  /Address already in use|could not create any TCP\/IP sockets|"postmaster\.pid"|pre-existing shared memory block/;

/** Data survives a crash of the server, but not of the machine: for data that nobody misses then. */
const THROW_AWAY = ['fsync=off', 'full_page_writes=off'];

const SETTINGS = [
  `listen_addresses=${LISTEN_ADDRESS}`,
  'unix_socket_directories=',
  'timezone=UTC',
  'log_timezone=UTC',
];

/**
 * Tries to start the server on a free port and waits until it accepts connections.
 * @param throwAway trades safety for speed
 * @returns false when it is worth trying again: the port was taken in the meantime, or another
 *   process was faster
 * @throws EmbeddedPostgresError with the end of the server's log
 */
export async function tryStart(placement: Placement, throwAway: boolean): Promise<boolean> {
  const { home, binaries, user } = placement;
  removeForeignPidFile(home);
  const log = logFile(home);
  const size = existsSync(log) ? statSync(log).size : 0;
  if (size > LOG_LIMIT) await rm(log);
  const from = size > LOG_LIMIT ? 0 : size;
  const settings = [
    ...SETTINGS,
    `port=${await findFreePort()}`,
    ...(throwAway ? THROW_AWAY : []),
  ].map((setting) => `-c ${setting}`);
  const { ok, output } = await runTool(
    binaries.pgCtl,
    [
      'start',
      '--wait',
      `--timeout=${START_LIMIT}`,
      `--pgdata=${clusterFolder(home)}`,
      `--log=${log}`,
      `--options=${settings.join(' ')}`,
    ],
    user,
  );
  if (ok) return true;
  const written = readLog(home, from);
  if (findPostmaster(home) || WORTH_ANOTHER_TRY.test(written)) return false;
  const ending = (written || output).trim().split('\n').slice(-5).join('\n');
  throw new EmbeddedPostgresError(
    `The embedded PostgreSQL does not start:\n${ending}\nIts whole log is ${log}.`,
  );
}

/**
 * Stops the server and waits until it has; does nothing when none runs.
 * @param mode `fast` ends sessions and writes everything down; `immediate` is for throw-away data
 */
export async function stopPostmaster(
  placement: Placement,
  mode: 'fast' | 'immediate',
): Promise<void> {
  const { home, binaries, user } = placement;
  const { ok, output } = await runTool(
    binaries.pgCtl,
    [
      'stop',
      '--wait',
      `--timeout=${STOP_LIMIT}`,
      `--mode=${mode}`,
      `--pgdata=${clusterFolder(home)}`,
    ],
    user,
  );
  if (!ok && findPostmaster(home))
    throw new EmbeddedPostgresError(`The embedded PostgreSQL does not stop: ${output}`);
}
