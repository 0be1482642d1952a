import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ImportType } from './record';
import { systemErrorCode, UsageError } from './refusal';

/** How a file is written. */
export type SourceFormat = 'markdown' | 'yaml' | 'csv';

/** A file to import. */
export interface SourceFile {
  /** Where it is. */
  path: string;
  /** Relative to the folder that is imported, with forward slashes on every system. */
  name: string;
  type: ImportType;
  format: SourceFormat;
  /** Whether it was named by itself, rather than found in a folder. */
  isNamed: boolean;
}

const FORMATS: Record<string, SourceFormat> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.yaml': 'yaml',
  '.yml': 'yaml',
  '.csv': 'csv',
};

/** Which type a format can hold. */
const TYPES = { markdown: 'blog', yaml: 'training', csv: 'training' } as const;

const WRITTEN_IN = { blog: 'Markdown (.md)', training: 'YAML (.yaml) or CSV (.csv)' } as const;

function formatOf(name: string): SourceFormat | undefined {
  return FORMATS[path.extname(name).toLowerCase()];
}

/** Files and folders that site generators and systems keep for themselves. */
function isInternal(name: string): boolean {
  return /^[._]/.test(name) || name === 'node_modules';
}

/** Paths of all files below a folder, in the order of their names; links to folders are not followed. */
async function listFolder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort(byName)) {
    if (isInternal(entry.name)) continue;
    const entryPath = path.join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await listFolder(entryPath)));
    else found.push(entryPath);
  }
  return found;
}

/** The same order on every machine. */
function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}

/** @throws UsageError for a file that cannot be of the type */
function namedFile(file: string, type: ImportType | undefined): SourceFile {
  const format = formatOf(file);
  if (!format) {
    throw new UsageError(
      `Cannot tell what ${file} is. Blogs are ${WRITTEN_IN.blog}, trainings ${WRITTEN_IN.training}.`,
    );
  }
  const found = TYPES[format];
  if (type !== undefined && type !== found) {
    throw new UsageError(`${file} cannot be a ${type}: those are ${WRITTEN_IN[type]}.`);
  }
  return { path: file, name: path.basename(file), type: found, format, isNamed: true };
}

/** @throws UsageError for a folder without any file to import */
async function filesInFolder(folder: string, type: ImportType | undefined): Promise<SourceFile[]> {
  const files = (await listFolder(folder)).flatMap((file): SourceFile[] => {
    const format = formatOf(file);
    if (!format || (type !== undefined && TYPES[format] !== type)) return [];
    const name = path.relative(folder, file).split(path.sep).join('/');
    return [{ path: file, name, type: TYPES[format], format, isNamed: false }];
  });
  if (files.length > 0) return files;
  const wanted = type ? WRITTEN_IN[type] : `${WRITTEN_IN.blog}, ${WRITTEN_IN.training}`;
  throw new UsageError(`There is nothing to import in ${folder}; looked for ${wanted}.`);
}

/**
 * Finds what to import: the file, or all files below the folder.
 * @param type only files of this type; undefined: what the files' names say
 * @throws UsageError for a path that does not exist or holds nothing to import
 */
export async function findFiles(
  given: string,
  type: ImportType | undefined,
): Promise<SourceFile[]> {
  try {
    const found = await stat(given);
    return found.isDirectory() ? await filesInFolder(given, type) : [namedFile(given, type)];
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    if (code === 'ENOENT') throw new UsageError(`There is no file or folder ${given}.`);
    throw new UsageError(`Cannot read ${given} (${code}).`);
  }
}
