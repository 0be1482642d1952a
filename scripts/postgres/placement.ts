import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  chmod,
  cp,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';

import { binariesIn, canRun, findBinaries, readVersion, type Binaries } from './binaries';
import { EmbeddedPostgresError } from './errors';
import { runTool, type ServerUser } from './run';
import { findServerUser } from './server-user';

/** Where one embedded server lives, and who runs it. */
export interface Placement {
  /** Folder of the server: its data (`cluster`), its passwords and its log. */
  home: string;
  binaries: Binaries;
  /** Undefined: the current user. */
  user: ServerUser | undefined;
}

/** The data of the server at `home`: what PostgreSQL calls PGDATA. */
export function clusterFolder(home: string): string {
  return path.join(home, 'cluster');
}

/** Where root keeps what its unprivileged server cannot reach inside the project. */
const SYSTEM_DATA = '/var/lib/prospectus';
const SYSTEM_CACHE = '/var/cache/prospectus';

/** Makes a folder that every user can enter; one that is there already keeps its modes. */
async function makePublicFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  await makePublicFolder(path.dirname(folder));
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
}

/** Lets every user read what is in the folder, however strict the umask of its installation was. */
async function makeReadable(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const name of await readdir(folder, { recursive: true })) {
    const file = path.join(folder, name);
    const found = await lstat(file);
    if (found.isSymbolicLink()) continue;
    await chmod(file, found.isDirectory() || (found.mode & 0o100) !== 0 ? 0o755 : 0o644);
  }
}

async function canEnter(folder: string, user: ServerUser | undefined): Promise<boolean> {
  if (!user) return true;
  return (await runTool('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], user)).ok;
}

/**
 * The server's folder: inside the project, or, where its user cannot enter the project (a clone
 * under a folder of mode 700), in the system's own place. A note beside the data folder keeps the
 * choice, so that the data is found again when the project moves or its modes change.
 */
async function chooseHome(preferred: string, user: ServerUser | undefined): Promise<string> {
  const note = `${preferred}.location`;
  if (existsSync(note)) return (await readFile(note, 'utf8')).trim();
  await mkdir(path.dirname(preferred), { recursive: true });
  if (await canEnter(path.dirname(preferred), user)) return preferred;
  if (existsSync(preferred)) {
    throw new EmbeddedPostgresError(
      `PostgreSQL, which cannot run as root, cannot reach its data in ${preferred}. ` +
        'Run this as the user who made it, or let others enter the folders above it (chmod o+x).',
    );
  }
  const digest = createHash('sha256').update(preferred).digest('hex').slice(0, 12);
  const home = path.join(SYSTEM_DATA, digest, path.basename(preferred));
  await makePublicFolder(path.dirname(home));
  await writeFile(note, `${home}\n`);
  return home;
}

/** Copies the programs to where every user can run them; once per version. */
async function publishBinaries(binaries: Binaries): Promise<Binaries> {
  const version = await readVersion(binaries, undefined);
  const folder = path.join(SYSTEM_CACHE, `postgresql-${version}-${process.arch}`);
  const published = binariesIn(folder);
  if (existsSync(folder)) return published;
  const unfinished = `${folder}.new-${process.pid}`;
  await makePublicFolder(SYSTEM_CACHE);
  await cp(binaries.folder, unfinished, { recursive: true, verbatimSymlinks: true });
  await makeReadable(unfinished);
  try {
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Otherwise another process has finished the same copy in the meantime.
    if (!existsSync(folder)) throw error;
  }
  return published;
}

/** The programs that `user` can run: the installed ones, or a copy of them. */
async function chooseBinaries(user: ServerUser | undefined): Promise<Binaries> {
  const installed = await findBinaries();
  if (await canRun(installed, user)) return installed;
  const published = await publishBinaries(installed);
  if (await canRun(published, user)) return published;
  throw new EmbeddedPostgresError(
    `PostgreSQL, which cannot run as root, cannot be run by another user from ${published.folder} ` +
      'either. Run this as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

/**
 * Decides where the server lives and who runs it.
 * @param preferred where its folder should be: an absolute path, which may not exist yet
 * @throws EmbeddedPostgresError when no place and user can be found; the message says what to do
 */
export async function choosePlacement(preferred: string): Promise<Placement> {
  const user = await findServerUser(clusterFolder(preferred));
  const home = await chooseHome(preferred, user);
  return { home, user, binaries: await chooseBinaries(user) };
}
