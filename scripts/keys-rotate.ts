import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { KeysService, RotationResult } from '../src/plugins/privacy/server/src/services/keys';
import type { Main } from './command';
import { runStoppable } from './stop-signals';
import { withStrapi } from './load-strapi';
import { showProgress, type Progress } from './progress';

/** What to do next, for somebody who has only one key. */
function howToBegin(id: string): string {
  const next = `${new Date().toISOString().slice(0, 10)}:${randomBytes(32).toString('base64')}`;
  return (
    `Everything is encrypted with the key "${id}". To change keys, put a new one before it in\n` +
    `PRIVACY_KEYS, on every instance, restart, and run this again. A new one, never used before:\n${next}`
  );
}

function report({ changed, unreadable, left, retired }: RotationResult, ids: string[]): number {
  console.log(`${changed} rows encrypted with the key "${ids[0]}".`);
  for (const fault of unreadable) console.error(fault);
  if (unreadable.length > 0)
    console.error(`${unreadable.length} values stayed as they are. See npm run keys:check.`);
  if (left > 0)
    console.error(`${left} rows were changed by others each time. Run it again for them.`);
  if (retired.length > 0)
    console.log(
      `Nothing in this database needs ${retired.map((id) => `"${id}"`).join(', ')} any more. Backups do: keep the key with them.`,
    );
  else if (changed === 0 && unreadable.length === 0 && left === 0)
    console.log(howToBegin(ids[0] ?? ''));
  return unreadable.length > 0 || left > 0 ? 1 : 0;
}

async function rotate(strapi: Core.Strapi): Promise<number> {
  const keys = strapi.plugin('privacy').service<KeysService>('keys');
  strapi.log.level = 'warn';
  let progress: Progress | undefined;
  const { result, stoppedBy } = await runStoppable((signal) =>
    keys.rotate({
      signal,
      onProgress: ({ done, total }) => {
        if (total > 0) progress ??= showProgress(total, process.stderr);
        progress?.reach(done);
      },
    }),
  ).finally(() => progress?.stop());
  if (!stoppedBy) return report(result, keys.ids());
  console.log(`Stopped after ${result.changed} rows. Run it again to go on from there.`);
  return 1;
}

/**
 * `npm run keys:rotate`: encrypts all personal data with the newest key of PRIVACY_KEYS, while
 * servers go on working; see docs/privacy.md.
 * @returns 1 where it was stopped, or something is not encrypted with that key
 */
export const main: Main = () => withStrapi(rotate);
