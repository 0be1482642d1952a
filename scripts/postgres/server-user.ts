import { stat } from 'node:fs/promises';

import { EmbeddedPostgresError } from './errors';
import { runTool, type ServerUser } from './run';

const NAME = 'postgres';

/** Looks up the unprivileged user; undefined where the system has none of that name. */
async function lookUp(): Promise<ServerUser | undefined> {
  const [uid, gid] = await Promise.all([
    runTool('id', ['-u', NAME], undefined),
    runTool('id', ['-g', NAME], undefined),
  ]);
  if (!uid.ok || !gid.ok) return undefined;
  return { uid: Number(uid.output), gid: Number(gid.output) };
}

async function create(): Promise<ServerUser> {
  await runTool('groupadd', ['--system', NAME], undefined);
  const added = await runTool(
    'useradd',
    ['--system', '--gid', NAME, '--no-create-home', '--shell', '/usr/sbin/nologin', NAME],
    undefined,
  );
  const user = await lookUp();
  if (user) return user;
  throw new EmbeddedPostgresError(
    'PostgreSQL refuses to run as root, and no unprivileged user could be made for it: ' +
      `${added.output}\nRun this as an ordinary user, add a user named "${NAME}", ` +
      'or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

/** The owner of a folder; undefined where it does not exist. */
async function ownerOf(folder: string): Promise<ServerUser | undefined> {
  const found = await stat(folder).catch(() => undefined);
  return found && { uid: found.uid, gid: found.gid };
}

/**
 * Finds the user that the server must run as. PostgreSQL refuses root, and insists on the owner of
 * its data, so root becomes the owner of existing data, or else the user `postgres`, which is made
 * where it is missing.
 * @param cluster the data folder, which may not exist yet
 * @returns undefined when the current user can run it as it is
 * @throws EmbeddedPostgresError when root finds and can make no such user
 */
export async function findServerUser(cluster: string): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await ownerOf(cluster);
  if (owner && owner.uid !== 0) return owner;
  return (await lookUp()) ?? (await create());
}
