import { rm } from 'node:fs/promises';
import path from 'node:path';

import { choosePlacement } from './placement';
import { findPostmaster, stopPostmaster } from './postmaster';

/**
 * Waits for the end of the process that started it, then stops its throw-away server and removes
 * all that it made: `node keeper.js <folder of the server>`.
 */
async function main(folder: string): Promise<void> {
  await new Promise((resolve) => process.stdin.on('close', resolve).resume());
  const placement = await choosePlacement(folder);
  if (findPostmaster(placement.home)) await stopPostmaster(placement, 'immediate');
  await rm(placement.home, { recursive: true, force: true });
  await rm(path.dirname(folder), { recursive: true, force: true });
}

main(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(`A throw-away PostgreSQL may still run: ${String(error)}`);
  process.exitCode = 1;
});
