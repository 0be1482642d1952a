/** A copy of this project with what git has of it, and nothing that a command has made. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { chmod, cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const ROOT = path.resolve(import.meta.dirname, '..');

/** What commands make; .gitignore names the same. */
const MADE = new Set([
  ...['.cache', '.data', '.env', '.git', '.strapi', '.strapi-updater.json'],
  ...['build', 'coverage', 'dist', 'node_modules', 'public/consent.js'],
]);

/** @returns {Promise<number>} a port that nothing listens on at this moment */
async function findFreePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}

/**
 * Asks again and again until the answer is yes.
 * @param {string} what is waited for, for the message
 * @param {number} seconds after which the wait is given up
 * @param {() => boolean | Promise<boolean>} ask
 */
export async function waitUntil(what, seconds, ask) {
  const end = Date.now() + seconds * 1000;
  while (!(await ask())) {
    if (Date.now() > end) throw new Error(`Waited ${seconds} s in vain: ${what}.`);
    await wait(200);
  }
}

/** @param {string} id of a PostgreSQL process: whether it is one that the server started itself */
function isBackend(id) {
  return readFileSync(`/proc/${id}/cmdline`, 'utf8').startsWith('postgres:');
}

/** A copy of the project in a temporary folder, with a port of its own. */
export class FreshClone {
  /** @type {Command[]} */
  #commands = [];

  /** @param {string} folder @param {number} port */
  constructor(folder, port) {
    this.folder = folder;
    this.address = `http://127.0.0.1:${port}`;
    /** Without DATABASE_URL the embedded PostgreSQL is used, as on a newcomer's machine. */
    const { DATABASE_URL: _, ...environment } = process.env;
    this.environment = { ...environment, HOST: '127.0.0.1', PORT: String(port) };
  }

  /**
   * Copies the project.
   * @param {{ isInstalled?: boolean }} [options] isInstalled: with the packages of this project,
   *   which saves minutes where installing is not what is tried
   */
  static async make({ isInstalled = false } = {}) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'prospectus-clone-'));
    // As a folder of a person is: root's PostgreSQL runs as another user.
    await chmod(folder, 0o755);
    await cp(ROOT, folder, {
      recursive: true,
      filter: (file) => !MADE.has(path.relative(ROOT, file)),
    });
    if (isInstalled)
      await symlink(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
    return new FreshClone(folder, await findFreePort());
  }

  /**
   * Starts an npm command in a process group of its own. What it prints is shown and kept.
   * @param {string[]} command such as `['run', 'demo']`
   */
  npm(command) {
    console.log(`$ npm ${command.join(' ')}`);
    const child = spawn('npm', command, {
      cwd: this.folder,
      env: this.environment,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const started = new Command(child);
    this.#commands.push(started);
    return started;
  }

  /** The PostgreSQL processes whose data belongs to this copy, by process id. */
  findPostgres() {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && this.#isOwnPostgres(name));
  }

  /** @param {string} id of a process */
  #isOwnPostgres(id) {
    try {
      if (readFileSync(`/proc/${id}/comm`, 'utf8').trim() !== 'postgres') return false;
      return this.#dataFolders().some((folder) =>
        readlinkSync(`/proc/${id}/cwd`).startsWith(folder),
      );
    } catch (error) {
      // It ended while it was looked at.
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
      throw error;
    }
  }

  /** Where the data may be: in the copy, or where a note in it says. */
  #dataFolders() {
    const data = path.join(this.folder, '.data');
    const notes = existsSync(data)
      ? readdirSync(data).filter((name) => name.endsWith('.location'))
      : [];
    return [
      this.folder,
      ...notes.map((name) => readFileSync(path.join(data, name), 'utf8').trim()),
    ];
  }

  /** Stops what still runs, and deletes the copy and its data. */
  async remove() {
    for (const command of this.#commands) command.signal('SIGINT');
    for (const command of this.#commands) await command.end(60);
    // PostgreSQL outlives an application that was killed; SIGINT is its fast and orderly end.
    for (const id of this.findPostgres()) {
      if (!isBackend(id)) process.kill(Number(id), 'SIGINT');
    }
    await waitUntil('PostgreSQL stops', 60, () => this.findPostgres().length === 0);
    for (const folder of this.#dataFolders()) await rm(folder, { recursive: true, force: true });
  }
}

/** A running npm command. */
class Command {
  output = '';
  /** @type {number | null | undefined} undefined while it runs, null after a signal */
  exitCode;

  /** @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child */
  constructor(child) {
    this.child = child;
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        this.output += text;
        process.stdout.write(text.replace(/^(?=.)/gm, '  | '));
      });
    child.on('close', (code) => {
      this.exitCode = code;
    });
  }

  /**
   * Waits for the end.
   * @param {number} seconds after which the wait is given up
   * @returns {Promise<number | null>} the exit code; null after a signal
   */
  async end(seconds) {
    await waitUntil('the command ends', seconds, () => this.exitCode !== undefined);
    return this.exitCode ?? null;
  }

  /** @param {NodeJS.Signals} signal to npm and all that it started, as a terminal does */
  signal(signal) {
    if (this.exitCode === undefined && this.child.pid) process.kill(-this.child.pid, signal);
  }
}
