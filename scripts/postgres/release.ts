import { stopIfUnused } from './lease';
import type { Placement } from './placement';

/**
 * Run by a process that exits, which can no longer wait for a connection itself:
 * `node release.js <placement as JSON> <lease name>`.
 */
async function main([placement, leaseName]: string[]): Promise<void> {
  // Ctrl+C once more must not interrupt it: the server would stay.
  process.on('SIGINT', () => undefined);
  await stopIfUnused(JSON.parse(placement ?? '') as Placement, leaseName);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(`The embedded PostgreSQL may still run: ${String(error)}`);
  process.exitCode = 1;
});
