import { spawn } from 'node:child_process';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { distRoot } from '../project-root';
import { acquireServer, type Server } from './server';

const KEEPER = path.join(distRoot, 'scripts/postgres/keeper.js');

/** A server that is gone, with all its data, when it is stopped or its process has ended. */
export interface ThrowAwayServer extends Pick<Server, 'url' | 'administratorUrl' | 'home'> {
  stop(): Promise<void>;
}

/**
 * Starts a server in a temporary folder, fast and without safety, for tests. A keeper process holds
 * the other end of a pipe: when this process ends, even by kill -9, the pipe breaks, and the keeper
 * stops the server and removes the folder.
 * @throws EmbeddedPostgresError when it cannot start
 */
export async function startThrowAwayServer(): Promise<ThrowAwayServer> {
  const parent = await mkdtemp(path.join(tmpdir(), 'prospectus-'));
  // The server may run as another user; its own folder inside stays closed to all others.
  await chmod(parent, 0o755);
  const folder = path.join(parent, 'postgres');
  const keeper = spawn(process.execPath, [KEEPER, folder], {
    stdio: ['pipe', 'ignore', 'inherit'],
    // Ctrl+C must not end it before its work is done.
    detached: true,
  });
  const cleanUp = async () => {
    const isClosed = new Promise((resolve) => keeper.on('close', resolve));
    keeper.ref();
    keeper.stdin.end();
    await isClosed;
  };
  try {
    const server = await acquireServer({ folder, throwAway: true });
    keeper.unref();
    const stop = async () => {
      await server.release();
      await cleanUp();
    };
    return { ...server, stop };
  } catch (error) {
    await cleanUp();
    throw error;
  }
}
