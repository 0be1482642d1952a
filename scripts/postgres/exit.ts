import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { distRoot } from '../project-root';
import type { Placement } from './placement';

const RELEASE = path.join(distRoot, 'scripts/postgres/release.js');

/** Signals that end a process, with their numbers: its exit code is 128 more. */
const SIGNALS = { SIGINT: 2, SIGTERM: 15 } as const;

/**
 * Gives a lease back when this process exits without having done so itself. An exit hook cannot
 * wait for a connection, so a short-lived process does it, and this one waits for that.
 * @returns a function that cancels the hook
 */
export function releaseAtExit(placement: Placement, leaseName: string): () => void {
  const onExit = () => {
    spawnSync(process.execPath, [RELEASE, JSON.stringify(placement), leaseName], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  };
  process.on('exit', onExit);
  const stopListening = exitOnSignals();
  return () => {
    process.off('exit', onExit);
    stopListening();
  };
}

/** Turns signals into an orderly exit, unless somebody else (Strapi) listens and does it better. */
function exitOnSignals(): () => void {
  const listeners = Object.entries(SIGNALS).map(([signal, number]) => {
    const listener = () => {
      if (process.listenerCount(signal) === 1) process.exit(128 + number);
    };
    process.on(signal, listener);
    return () => process.off(signal, listener);
  });
  // The terminal was closed. Strapi does not listen to that, but to this.
  const onHangUp = () => process.kill(process.pid, 'SIGTERM');
  process.on('SIGHUP', onHangUp);
  return () => {
    listeners.forEach((stop) => stop());
    process.off('SIGHUP', onHangUp);
  };
}
