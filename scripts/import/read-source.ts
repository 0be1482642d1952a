import path from 'node:path';
import { parseCsvList } from './csv-list';
import type { SourceFile } from './find-files';
import { hasFrontMatter, parseMarkdown } from './front-matter';
import { readText } from './read-text';
import type { Position, SourceRecord } from './record';
import { Refusal } from './refusal';
import type { SourceFields } from './source-fields';
import { entryKey, sourceKey } from './source-key';
import { parseYamlList } from './yaml-list';

/** What a source turned out to be: a document, a mistake, or a file that is none of ours. */
export type ReadResult =
  | { kind: 'record'; record: SourceRecord }
  | { kind: 'refused'; position: Position; reason: string }
  | { kind: 'skipped'; file: string };

/** Something that becomes one document once it is read. */
export interface Source {
  read(): Promise<ReadResult>;
}

/** Reading options that come from the site. */
export interface ReadingContext {
  enabledLocales: readonly string[];
}

function refused(file: string, refusal: Refusal): ReadResult {
  return { kind: 'refused', position: { file, line: refusal.line }, reason: refusal.message };
}

/** README, LICENSE …: what a folder says about itself rather than what it publishes. */
const IS_NOTE = /^[A-Z][A-Z_-]*$/;

/** A file's name, taken apart: `2024/news.es.md` is a translation of `2024/news.md`. */
function splitName(name: string, enabledLocales: readonly string[]) {
  const { dir, name: stem, ext } = path.posix.parse(name);
  const suffix = path.extname(stem).slice(1).toLowerCase();
  const locale = enabledLocales.find((code) => code.toLowerCase() === suffix);
  const own = locale === undefined ? stem : stem.slice(0, -suffix.length - 1);
  return {
    original: path.posix.join(dir, `${own}${ext}`),
    // `news/index.md` is called after its folder.
    stem: own === 'index' && dir !== '' ? path.posix.basename(dir) : own,
    locale,
  };
}

/** A Markdown file, read when its turn comes. */
function markdownSource(file: SourceFile, { enabledLocales }: ReadingContext): Source {
  const read = async (): Promise<ReadResult> => {
    const text = await readText(file.path);
    const { original, stem, locale } = splitName(file.name, enabledLocales);
    if (!file.isNamed && IS_NOTE.test(stem) && !hasFrontMatter(text)) {
      return { kind: 'skipped', file: file.path };
    }
    const record: SourceRecord = {
      type: file.type,
      key: sourceKey(original),
      position: { file: file.path, line: undefined },
      ...parseMarkdown(text),
      name: stem,
      ...(locale !== undefined && { locale }),
    };
    return { kind: 'record', record };
  };
  return {
    read: () =>
      read().catch((error: unknown) => {
        if (error instanceof Refusal) return refused(file.path, error);
        throw error;
      }),
  };
}

function readEntry(file: SourceFile, entry: SourceFields | Refusal): ReadResult {
  if (entry instanceof Refusal) return refused(file.path, entry);
  try {
    const key = sourceKey(file.name, entryKey(entry));
    const position = { file: file.path, line: entry.line };
    return { kind: 'record', record: { type: file.type, key, position, fields: entry } };
  } catch (error) {
    if (error instanceof Refusal) return refused(file.path, error);
    throw error;
  }
}

/** The entries of a list, which are all read at once: it is one text. */
async function listSources(file: SourceFile): Promise<Source[]> {
  try {
    const text = await readText(file.path);
    const entries = file.format === 'yaml' ? parseYamlList(text) : parseCsvList(text);
    if (entries.length === 0) throw new Refusal('holds no entry');
    return entries.map((entry) => ({ read: async () => readEntry(file, entry) }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [{ read: async () => refused(file.path, error) }];
  }
}

/** All that will become a document, in the order of the files. */
export async function openSources(
  files: readonly SourceFile[],
  context: ReadingContext,
): Promise<Source[]> {
  const sources: Source[] = [];
  for (const file of files) {
    if (file.format === 'markdown') sources.push(markdownSource(file, context));
    else sources.push(...(await listSources(file)));
  }
  return sources;
}
