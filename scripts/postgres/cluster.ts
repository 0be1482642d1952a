import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { readVersion } from './binaries';
import { EmbeddedPostgresError } from './errors';
import { clusterFolder, type Placement } from './placement';
import { isAlive } from './process';
import { runTool } from './run';

/** Who may log in: PostgreSQL's administrator, and the application, which owns its database. */
export const ADMINISTRATOR = 'postgres';
export const APPLICATION = 'prospectus';

export type Passwords = Record<typeof ADMINISTRATOR | typeof APPLICATION, string>;

function passwordFile(home: string): string {
  return path.join(home, 'passwords.json');
}

/** The passwords of the server at `home`. */
export async function readPasswords(home: string): Promise<Passwords> {
  return JSON.parse(await readFile(passwordFile(home), 'utf8')) as Passwords;
}

/** Writes a file that only the server's user can read. */
async function writePrivate(file: string, text: string, { user }: Placement): Promise<void> {
  await writeFile(file, text, { mode: 0o600, flag: 'wx' });
  if (user) await chown(file, user.uid, user.gid);
}

async function initialise(folder: string, placement: Placement, sync: boolean): Promise<void> {
  const password = () => randomBytes(24).toString('base64url');
  const passwords: Passwords = { [ADMINISTRATOR]: password(), [APPLICATION]: password() };
  const passwordForInitdb = path.join(folder, 'initdb-password');
  await writePrivate(passwordFile(folder), JSON.stringify(passwords), placement);
  await writePrivate(passwordForInitdb, passwords[ADMINISTRATOR], placement);
  const { ok, output } = await runTool(
    placement.binaries.initdb,
    [
      `--pgdata=${clusterFolder(folder)}`,
      `--username=${ADMINISTRATOR}`,
      `--pwfile=${passwordForInitdb}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // PostgreSQL's own UTF-8 rules: the same on every machine, whatever locales it has.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(sync ? [] : ['--no-sync']),
    ],
    placement.user,
  );
  await rm(passwordForInitdb);
  if (!ok) throw new EmbeddedPostgresError(`PostgreSQL could not make its data folder: ${output}`);
}

/** Removes what a creation left behind when it was killed. */
async function removeUnfinished(home: string): Promise<void> {
  const pattern = new RegExp(`^${path.basename(home)}\\.new-(\\d+)$`);
  for (const name of await readdir(path.dirname(home))) {
    const pid = pattern.exec(name)?.[1];
    if (pid && !isAlive(Number(pid)))
      await rm(path.join(path.dirname(home), name), { recursive: true, force: true });
  }
}

/** Makes the whole folder beside its place and renames it: it is there entirely or not at all. */
async function create(placement: Placement, sync: boolean): Promise<void> {
  const { home, user } = placement;
  await mkdir(path.dirname(home), { recursive: true });
  await removeUnfinished(home);
  const unfinished = `${home}.new-${process.pid}`;
  try {
    await mkdir(unfinished, { mode: 0o700 });
    if (user) await chown(unfinished, user.uid, user.gid);
    await initialise(unfinished, placement, sync);
    await rename(unfinished, home);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another process was faster: its folder is as good as ours.
    if (!existsSync(path.join(clusterFolder(home), 'PG_VERSION'))) throw error;
  }
}

/** The major version that made the data; undefined where there is none. */
async function readDataVersion(home: string): Promise<string | undefined> {
  try {
    return (await readFile(path.join(clusterFolder(home), 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (code !== 'EACCES') throw error;
    throw new EmbeddedPostgresError(
      `The database in ${home} belongs to another user. Run this as that user, or as root.`,
      { cause: error },
    );
  }
}

/**
 * Makes the server's folder where there is none, and checks that the programs can read it.
 * @param sync whether to wait until it is on the disk; false is for throw-away data only
 * @throws EmbeddedPostgresError when it cannot be made, is not ours, or is of another major version
 */
export async function ensureCluster(placement: Placement, sync: boolean): Promise<void> {
  const { home, binaries, user } = placement;
  const dataVersion = await readDataVersion(home);
  if (dataVersion === undefined) {
    if (existsSync(home) && (await readdir(home)).length > 0)
      throw new EmbeddedPostgresError(
        `${home} is not empty, but holds no database. Move it away, then try again.`,
      );
    return create(placement, sync);
  }
  const version = await readVersion(binaries, user);
  if (version.split('.')[0] !== dataVersion)
    throw new EmbeddedPostgresError(
      `The database in ${home} was made by PostgreSQL ${dataVersion}, but PostgreSQL ${version} is ` +
        'installed, which cannot read it. Check out the version of Prospectus that made it and save ' +
        'its content with `npm run strapi -- export`, then move the folder away and import it here.',
    );
}
