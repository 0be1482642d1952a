import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import fc from 'fast-check';

import {
  findServers,
  query,
  startUser,
  type Ending,
  type PostgresUser,
} from '../helpers/postgres-users';

let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'embedded-'));
  await chmod(parent, 0o755);
  folder = path.join(parent, 'postgres');
});

afterEach(async () => {
  const elsewhere = await readFile(`${folder}.location`, 'utf8').catch(() => undefined);
  const home = elsewhere?.trim() ?? folder;
  for (const pid of findServers(home)) process.kill(pid, 'SIGQUIT');
  await waitUntilStopped(home);
  if (elsewhere) await rm(path.dirname(home), { recursive: true });
  await rm(parent, { recursive: true, force: true });
});

async function waitUntilStopped(home: string): Promise<void> {
  for (let tries = 0; findServers(home).length > 0 && tries < 100; tries += 1) await pause(50);
  expect(findServers(home)).toEqual([]);
}

async function killServer(home: string): Promise<void> {
  for (const pid of findServers(home)) process.kill(pid, 'SIGKILL');
  await waitUntilStopped(home);
}

async function addRow(url: string): Promise<void> {
  await query(url, 'CREATE TABLE IF NOT EXISTS ledger (id serial)');
  await query(url, 'INSERT INTO ledger DEFAULT VALUES');
}

async function countRows(url: string): Promise<number> {
  await query(url, 'CREATE TABLE IF NOT EXISTS ledger (id serial)');
  const [row] = await query<{ count: number }>(url, 'SELECT count(*)::int AS count FROM ledger');
  return row?.count ?? 0;
}

describe('a process that uses the embedded PostgreSQL', () => {
  it.each<Ending>(['release', 'exit', 'throw', 'SIGTERM', 'SIGINT'])(
    'stops it at its end by %s, when it is the last',
    async (how) => {
      const user = await startUser(folder);
      expect(user.isAttached).toBe(false);
      expect(findServers(user.home)).toHaveLength(1);
      await user.end(how);
      await waitUntilStopped(user.home);
    },
  );

  it('leaves it to the others, when it is not the last', async () => {
    const first = await startUser(folder);
    const second = await startUser(folder);
    expect(second).toMatchObject({ isAttached: true, url: first.url });
    await first.end('exit');
    await addRow(second.url);
    await second.end('release');
    await waitUntilStopped(second.home);
  });

  it('leaves it running when it is killed, and the next one attaches and finds its data', async () => {
    const killed = await startUser(folder);
    await addRow(killed.url);
    await killed.end('SIGKILL');
    expect(findServers(killed.home)).toHaveLength(1);
    const next = await startUser(folder);
    expect(next).toMatchObject({ isAttached: true, url: killed.url });
    expect(await countRows(next.url)).toBe(1);
    await next.end('exit');
    await waitUntilStopped(next.home);
  });

  it('recovers a server that was killed as well, and finds what was committed', async () => {
    const killed = await startUser(folder);
    await addRow(killed.url);
    await killed.end('SIGKILL');
    await killServer(killed.home);
    const next = await startUser(folder);
    expect(next.isAttached).toBe(false);
    expect(await countRows(next.url)).toBe(1);
    await next.end('release');
  });

  it('is not misled when a stranger was given the process id of a killed server', async () => {
    const user = await startUser(folder);
    await addRow(user.url);
    await user.end('SIGKILL');
    await killServer(user.home);
    const stranger = spawn('sleep', ['60']);
    try {
      const pidFile = path.join(user.home, 'cluster/postmaster.pid');
      const [, ...lines] = (await readFile(pidFile, 'utf8')).split('\n');
      await writeFile(pidFile, [stranger.pid, ...lines].join('\n'));
      const next = await startUser(folder);
      expect(await countRows(next.url)).toBe(1);
      await next.end('release');
    } finally {
      stranger.kill();
    }
  });

  it('shares one server with all that start at the same moment', async () => {
    const users = await Promise.all(Array.from({ length: 4 }, () => startUser(folder)));
    expect(new Set(users.map(({ url }) => url)).size).toBe(1);
    expect(findServers(folder)).toHaveLength(1);
    await Promise.all(users.map((user) => user.end('exit')));
    await waitUntilStopped(folder);
  });

  it('connects as a role that owns its database and is no superuser', async () => {
    const user = await startUser(folder);
    const [role] = await query(
      user.url,
      `SELECT rolsuper, rolcreatedb, rolcreaterole, datcollate, datlocale, pg_encoding_to_char(encoding) AS encoding
       FROM pg_roles, pg_database WHERE rolname = current_user AND datname = current_database()`,
    );
    expect(role).toMatchObject({ rolsuper: false, rolcreatedb: false, rolcreaterole: false });
    expect(role).toMatchObject({ encoding: 'UTF8', datlocale: 'C.UTF-8' });
    await expect(query(user.url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(
      /password authentication failed/,
    );
    await user.end('release');
  });
});

describe('a folder that holds no usable database', () => {
  it('is refused when it holds other things, which stay untouched', async () => {
    await mkdir(folder);
    await writeFile(path.join(folder, 'thesis.txt'), 'ten years of work');
    await expect(startUser(folder)).rejects.toThrow(/not empty, but holds no database/);
    expect(await readFile(path.join(folder, 'thesis.txt'), 'utf8')).toBe('ten years of work');
  });

  it('is refused with advice when another major version of PostgreSQL made it', async () => {
    await mkdir(path.join(folder, 'cluster'), { recursive: true });
    await writeFile(path.join(folder, 'cluster/PG_VERSION'), '12\n');
    await expect(startUser(folder)).rejects.toThrow(
      /made by PostgreSQL 12, but PostgreSQL 18[.0-9]* is installed.*export/s,
    );
  });

  it('is made again when its creation was killed', async () => {
    const half = `${folder}.new-999999`;
    await mkdir(path.join(half, 'cluster'), { recursive: true });
    const user = await startUser(folder);
    await expect(readFile(half)).rejects.toThrow(/ENOENT/);
    await user.end('release');
  });
});

const asRoot = process.getuid?.() === 0 ? describe : describe.skip;

asRoot('a project of root in a folder that nobody else may enter', () => {
  it('keeps its database where the unprivileged server reaches it, and finds it again', async () => {
    await chmod(parent, 0o700);
    const user = await startUser(folder);
    expect(user.home).toMatch(/^\/var\/lib\/prospectus\//);
    await addRow(user.url);
    await user.end('exit');
    await waitUntilStopped(user.home);
    // The data stays where it is, also when the folder is opened.
    await chmod(parent, 0o755);
    const next = await startUser(folder);
    expect(next.home).toBe(user.home);
    expect(await countRows(next.url)).toBe(1);
    await next.end('release');
  });
});

/** What may happen to the processes on one folder, in any order. */
type Step = 'start' | 'end' | 'kill' | 'crash';

it('has one server at most and loses no row, whatever happens in whatever order', async () => {
  const step = fc.constantFrom<Step>('start', 'start', 'end', 'kill', 'crash');
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 9 }), async (steps) => {
      const home = path.join(parent, `run-${(run += 1)}`);
      const users: PostgresUser[] = [];
      let rows = 0;
      for (const what of steps) {
        if (what === 'start') {
          const user = await startUser(home);
          expect(await countRows(user.url)).toBe(rows);
          await addRow(user.url);
          rows += 1;
          users.push(user);
        }
        if (what === 'end' || what === 'kill')
          await users.shift()?.end(what === 'end' ? 'exit' : 'SIGKILL');
        if (what === 'crash') {
          await Promise.all(users.splice(0).map((user) => user.end('SIGKILL')));
          await killServer(home);
        }
        expect(findServers(home).length).toBeLessThanOrEqual(1);
        if (users.length > 0) expect(findServers(home)).toHaveLength(1);
      }
      const last = await startUser(home);
      expect(await countRows(last.url)).toBe(rows);
      for (const user of [...users, last]) await user.end('exit');
      await waitUntilStopped(home);
    }),
    { numRuns: 4 },
  );
}, 180_000);
