import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { Client } from 'pg';

const PROGRAM = path.resolve(__dirname, '../fixtures/use-postgres.mjs');

/** How a process gives its server up. */
export type Ending = 'release' | 'exit' | 'throw' | 'SIGTERM' | 'SIGINT' | 'SIGKILL';

/** A process of its own that uses the embedded PostgreSQL. */
export interface PostgresUser {
  url: string;
  home: string;
  isAttached: boolean;
  /** Ends it and waits until it has. */
  end(how: Ending): Promise<void>;
}

async function readAnswer(child: ChildProcessWithoutNullStreams): Promise<string> {
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error(errors);
}

/**
 * Starts a process that uses the server in `folder`.
 * @throws with what the process printed when it cannot have it
 */
export async function startUser(folder: string): Promise<PostgresUser> {
  const child = spawn(process.execPath, [PROGRAM, folder]);
  const isClosed = once(child, 'close');
  const answer = JSON.parse(await readAnswer(child)) as Omit<PostgresUser, 'end'>;
  return {
    ...answer,
    async end(how) {
      if (how.startsWith('SIG')) child.kill(how as NodeJS.Signals);
      else child.stdin.write(`${how}\n`);
      await isClosed;
    },
  };
}

/** Runs one query and answers its rows. */
export async function query<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** The main processes of PostgreSQL that work in this data folder, as the system knows them. */
export function findServers(home: string): number[] {
  const cluster = path.join(home, 'cluster');
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        if (readlinkSync(`/proc/${pid}/cwd`) !== cluster) return false;
        // Its children share the folder, but call themselves "postgres: <what they do>".
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('\0-D\0');
      } catch (error) {
        // It has ended since the list was made, or is another user's.
        const gone = ['ENOENT', 'EACCES', 'ESRCH'];
        if (gone.includes((error as NodeJS.ErrnoException).code ?? '')) return false;
        throw error;
      }
    });
}
