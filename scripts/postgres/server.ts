import { setTimeout as pause } from 'node:timers/promises';

import { ensureApplicationDatabase } from './application-database';
import { ADMINISTRATOR, APPLICATION, ensureCluster, readPasswords } from './cluster';
import { EmbeddedPostgresError } from './errors';
import { releaseAtExit } from './exit';
import { connectAsAdministrator, isTransient, stopIfUnused, takeLease, type Lease } from './lease';
import { choosePlacement, type Placement } from './placement';
import { findPostmaster, LISTEN_ADDRESS, logFile, tryStart } from './postmaster';

/** Longest wait for a server to attach to, in milliseconds: another process may be starting it. */
const ATTACH_LIMIT = 120_000;
const ATTACH_PAUSE = 100;
/** Attempts to start: each takes another port, so a second collision is already rare. */
const START_ATTEMPTS = 20;

export interface ServerOptions {
  /** The server's folder, an absolute path. */
  folder: string;
  /** Whether the data may be lost in a crash of the machine: faster, for tests only. */
  throwAway?: boolean;
}

/** A PostgreSQL that this process may use until it releases it or exits. */
export interface Server {
  /** Where the application connects: its own role and database. */
  url: string;
  /** The maintenance database as the administrator: for making and dropping databases. */
  administratorUrl: string;
  /** Where the server keeps its data, passwords and log; not always the folder asked for. */
  home: string;
  /** Whether the server ran already, for another process or since a crash of one. */
  isAttached: boolean;
  placement: Placement;
  /** Gives the server back, and stops it when nobody else uses it. */
  release(): Promise<void>;
}

/**
 * Attaches to the server that runs on this folder, or starts it. PostgreSQL itself lets only one
 * server start on a folder; of two processes that try at once, the slower one attaches.
 */
async function takeServer(
  placement: Placement,
  throwAway: boolean,
): Promise<{ lease: Lease; isAttached: boolean }> {
  const { home } = placement;
  const deadline = Date.now() + ATTACH_LIMIT;
  let isAttached = true;
  for (let starts = 0; Date.now() < deadline && starts < START_ATTEMPTS;) {
    const postmaster = findPostmaster(home);
    if (postmaster) {
      try {
        return { lease: await takeLease(home, postmaster.port), isAttached };
      } catch (error) {
        if (!isTransient(error)) throw error;
      }
    } else {
      starts += 1;
      isAttached = !(await tryStart(placement, throwAway));
      if (!isAttached) continue;
    }
    await pause(ATTACH_PAUSE);
  }
  throw new EmbeddedPostgresError(
    `The embedded PostgreSQL does not accept connections. Its log is ${logFile(home)}.`,
  );
}

function address(role: string, password: string, port: number, database: string): string {
  return `postgres://${role}:${password}@${LISTEN_ADDRESS}:${port}/${database}`;
}

/**
 * Gets the embedded PostgreSQL: makes its data folder the first time, attaches to a server that
 * runs already, recovers one that was killed, starts it otherwise. The process holds a lease until
 * `release()` or its exit; whoever gives the last lease back stops the server.
 * @throws EmbeddedPostgresError when it cannot serve; the message says what to do
 */
export async function acquireServer({ folder, throwAway = false }: ServerOptions): Promise<Server> {
  const placement = await choosePlacement(folder);
  const { home } = placement;
  await ensureCluster(placement, !throwAway);
  const { lease, isAttached } = await takeServer(placement, throwAway);
  const cancelExitHook = releaseAtExit(placement, lease.name);
  const passwords = await readPasswords(home);
  const administrator = await connectAsAdministrator(home, lease.port);
  try {
    await ensureApplicationDatabase(administrator, passwords);
  } finally {
    await administrator.end();
  }
  return {
    url: address(APPLICATION, passwords[APPLICATION], lease.port, APPLICATION),
    administratorUrl: address(ADMINISTRATOR, passwords[ADMINISTRATOR], lease.port, 'postgres'),
    home,
    isAttached,
    placement,
    async release() {
      await lease.end();
      await stopIfUnused(placement);
      cancelExitHook();
    },
  };
}
