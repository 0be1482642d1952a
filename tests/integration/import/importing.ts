import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { chooseRunWrite, settle } from '../../../scripts/import/announcements';
import { findFiles } from '../../../scripts/import/find-files';
import { openSources } from '../../../scripts/import/read-source';
import { runImport } from '../../../scripts/import/run-import';
import { readLocales } from '../../../scripts/import/site-locales';

/** How the tests import; like the command's options, with its defaults. */
export interface ImportOptions {
  publish?: boolean;
  isDryRun?: boolean;
  locale?: string;
  /** Called after each source; can stop the run. */
  onProgress?: (stop: () => void) => void;
}

/** A folder of sources that are imported. */
export class SourceFolder {
  private constructor(readonly path: string) {}

  static async make(): Promise<SourceFolder> {
    return new SourceFolder(await mkdtemp(path.join(os.tmpdir(), 'import-')));
  }

  /** Writes files by their names below the folder. */
  async write(files: Record<string, string | Buffer>): Promise<void> {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(this.path, name)), { recursive: true });
      await writeFile(path.join(this.path, name), text);
    }
  }

  /** Imports the folder, or one of its files. */
  async import(strapi: Core.Strapi, options: ImportOptions = {}, name = '') {
    const locales = await readLocales(strapi, options.locale);
    const { enabled: enabledLocales, chosen: locale, find: findLocale } = locales;
    const mapping = { enabledLocales, locale, findLocale, baseUrl: undefined, now: new Date() };
    const files = await findFiles(path.join(this.path, name), undefined);
    const controller = new AbortController();
    const result = await runImport(strapi, await openSources(files, mapping), {
      mapping,
      publish: options.publish ?? false,
      isDryRun: options.isDryRun ?? false,
      runWrite: await chooseRunWrite(strapi),
      signal: controller.signal,
      onProgress: () =>
        options.onProgress?.(() => {
          controller.abort();
        }),
    });
    await settle(strapi);
    if (result.failure !== undefined) throw result.failure;
    return result.tally;
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true });
  }
}

/** A post with this front matter. */
export function post(frontMatter: string, body = 'The text.'): string {
  return `---\n${frontMatter}\n---\n\n${body}\n`;
}
