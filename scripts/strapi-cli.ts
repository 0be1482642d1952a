import { spawn } from 'node:child_process';
import path from 'node:path';

import { acquireDatabase } from './database';
import { projectRoot } from './project-root';
import { ensureSecrets } from './secrets';

const PROGRAM = path.join(projectRoot, 'node_modules/@strapi/strapi/bin/strapi.js');

/** The terminal sends Ctrl+C to the child, too: it closes first, then this process. */
function forwardSignals(kill: (signal: NodeJS.Signals) => void): void {
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => kill(signal));
}

async function runProgram(parameters: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...parameters], { stdio: 'inherit' });
    forwardSignals((signal) => child.kill(signal));
    child.on('error', reject);
    // A signal that was asked for is an orderly end.
    child.on('close', (code) => resolve(code ?? 0));
  });
}

/**
 * Runs a command of Strapi's own with the database that this project uses. Secrets that are missing
 * are generated, except in production.
 * @returns its exit code
 */
export async function runStrapi(parameters: string[]): Promise<number> {
  if (process.env.NODE_ENV !== 'production') await ensureSecrets();
  const database = await acquireDatabase();
  try {
    return await runProgram(parameters);
  } finally {
    await database.release();
  }
}
