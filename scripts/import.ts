import type { Core } from '@strapi/strapi';
import { chooseRunWrite, settle } from './import/announcements';
import { findFiles, type SourceFile } from './import/find-files';
import { makeDurable, prepareConnections } from './import/import-connections';
import { withImportLock } from './import/import-lock';
import { readOptions, USAGE, type Options } from './import/options';
import { openSources } from './import/read-source';
import { UsageError } from './import/refusal';
import { runImport, type RunResult } from './import/run-import';
import { readLocales } from './import/site-locales';
import { runStoppable } from './stop-signals';
import { summaryLines } from './import/summary';
import { withStrapi } from './load-strapi';
import { showProgress } from './progress';
import { ensureSecretsOfOwnDatabase } from './secrets';

/** How the command ends: 128 and the signal's number after an interrupt, as shells do. */
const EXIT = { done: 0, incomplete: 1, usage: 2, SIGINT: 130, SIGTERM: 143 } as const;

/** Says why a run ended that no document is to blame for. */
function reportFailure({ failure }: RunResult): void {
  if (!failure) return;
  // knex puts the statement before what went wrong.
  const reason = failure.message.split(' - ').at(-1) ?? '';
  console.error(`The import stopped: ${reason}\nRun it again to continue from there.`);
}

async function importFiles(
  strapi: Core.Strapi,
  files: readonly SourceFile[],
  { locale, baseUrl, isDryRun, publish }: Options,
): Promise<number> {
  const locales = await readLocales(strapi, locale);
  const mapping = {
    locale: locales.chosen,
    findLocale: locales.find,
    enabledLocales: locales.enabled,
    baseUrl,
    now: new Date(),
  };
  // The summary is the last that is said: Strapi would add that it closes.
  strapi.log.level = 'warn';
  prepareConnections(strapi);
  const runWrite = await chooseRunWrite(strapi);
  const start = performance.now();
  const sources = await openSources(files, mapping);
  const progress = showProgress(sources.length, process.stderr);
  const { result, stoppedBy } = await runStoppable((signal) =>
    runImport(strapi, sources, {
      mapping,
      publish,
      isDryRun,
      runWrite,
      signal,
      onProgress: progress.advance,
    }),
  ).finally(() => progress.stop());

  const { tally, registers, failure } = result;
  if (!failure) await makeDurable(strapi);
  const isInterrupted = stoppedBy !== undefined || failure !== undefined;
  const milliseconds = performance.now() - start;
  const made = {
    people: registers.people.made,
    categories: registers.categories.made,
    tags: registers.tags.made,
  };
  const total = sources.length;
  const lines = summaryLines({ tally, made, total, milliseconds, isDryRun, isInterrupted });
  console.log(lines.join('\n'));
  reportFailure(result);
  if (stoppedBy) return EXIT[stoppedBy];
  return tally.counts.refused > 0 || failure !== undefined ? EXIT.incomplete : EXIT.done;
}

/**
 * `npm run import -- <file or folder>`: brings blogs (Markdown) and trainings (YAML, CSV) into the
 * database; see docs/import.md.
 * @returns the exit code: 0 all imported, 1 some refused or the run failed, 2 wrong use, 130 or 143
 *   interrupted
 */
export async function main(parameters: string[]): Promise<number> {
  try {
    const options = readOptions(parameters);
    if (!options) {
      console.log(USAGE);
      return EXIT.done;
    }
    const files = await findFiles(options.path, options.type);
    await ensureSecretsOfOwnDatabase();
    return await withStrapi((strapi) =>
      withImportLock(strapi, () => importFiles(strapi, files, options)).finally(() =>
        settle(strapi),
      ),
    );
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n`);
    console.error(USAGE);
    return EXIT.usage;
  }
}
