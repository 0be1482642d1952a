import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

import { ADMINISTRATOR, readPasswords } from './cluster';
import type { Placement } from './placement';
import { findPostmaster, LISTEN_ADDRESS, stopPostmaster } from './postmaster';

/**
 * Who uses the server, so that the last one out stops it.
 *
 * A lease is a connection that holds a shared advisory lock. When its process dies, however it
 * dies, the system closes the connection and PostgreSQL gives the lock back: no files to go stale,
 * no process ids to be mistaken. Whoever can take the same lock exclusively knows that no lease is
 * left, and holds newcomers off until the server has stopped; they then start it again.
 */
const LEASE_LOCK = 7_776_177;

/** Pause before a lost lease is taken again, in milliseconds. */
const RETRY_PAUSE = 1_000;

/** Errors of a server that is starting or stopping; see appendix A of PostgreSQL's manual. */
const CANNOT_CONNECT_NOW = '57P03';
const ADMIN_SHUTDOWN = '57P01';
const TRANSIENT = new Set([CANNOT_CONNECT_NOW, ADMIN_SHUTDOWN, 'ECONNREFUSED', 'ECONNRESET']);

/** Whether the error says that the server is just starting or stopping. */
export function isTransient(error: unknown): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  return (
    (code !== undefined && TRANSIENT.has(code)) || message === 'Connection terminated unexpectedly'
  );
}

/** A lease on the server. */
export interface Lease {
  /** Names it among the server's connections. */
  name: string;
  port: number;
  /** Gives it back and waits until the server knows. */
  end(): Promise<void>;
}

/** Connects to the maintenance database as the administrator. */
export async function connectAsAdministrator(
  home: string,
  port: number,
  name = 'prospectus',
): Promise<Client> {
  const client = new Client({
    host: LISTEN_ADDRESS,
    port,
    user: ADMINISTRATOR,
    password: (await readPasswords(home))[ADMINISTRATOR],
    database: 'postgres',
    application_name: name,
    connectionTimeoutMillis: 5_000,
  });
  await client.connect();
  return client;
}

async function connectLease(home: string, port: number, name: string): Promise<Client> {
  const client = await connectAsAdministrator(home, port, name);
  try {
    await client.query('SELECT pg_advisory_lock_shared($1)', [LEASE_LOCK]);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

/** How a connection takes part in the event loop; the types of `pg` leave these methods out. */
function loop(client: Client): { ref(): void; unref(): void } {
  return client as Client & { ref(): void; unref(): void };
}

/**
 * Takes a lease on the server that listens on `port`. A lease that is lost while its process lives
 * (the server was restarted) is taken again; it never keeps the process alive.
 * @throws whatever the connection throws: the server is starting, stopping or gone
 */
export async function takeLease(home: string, port: number): Promise<Lease> {
  const name = `prospectus lease ${process.pid} ${randomBytes(6).toString('hex')}`;
  let isOver = false;
  let client = await connectLease(home, port, name);

  function retake(): void {
    if (isOver) return;
    setTimeout(() => {
      const current = findPostmaster(home);
      if (current) connectLease(home, current.port, name).then(watch, retake);
      else retake();
    }, RETRY_PAUSE).unref();
  }

  function watch(connected: Client): void {
    client = connected;
    if (isOver) void client.end();
    // An idle connection reports its end as an error first; 'end' follows and is what counts.
    client.on('error', () => undefined);
    client.once('end', retake);
    loop(client).unref();
  }

  watch(client);
  return {
    name,
    port,
    async end() {
      isOver = true;
      // The end is worth waiting for, even when nothing else keeps the process alive.
      loop(client).ref();
      await client.end();
    },
  };
}

/** Ends a lease's connection from outside, and waits for it at most 5 s. */
async function endLease(client: Client, name: string): Promise<void> {
  await client.query(
    'SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = $1',
    [name],
  );
}

async function isUnused(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(
    'SELECT pg_try_advisory_lock($1) AS locked',
    [LEASE_LOCK],
  );
  return rows[0]?.locked ?? false;
}

/**
 * Stops the server when no lease is left.
 * @param leaseName a lease to give back first, on behalf of a process that is about to exit
 */
export async function stopIfUnused(placement: Placement, leaseName?: string): Promise<void> {
  const postmaster = findPostmaster(placement.home);
  if (!postmaster) return;
  let client: Client | undefined;
  try {
    client = await connectAsAdministrator(placement.home, postmaster.port);
    // The server ends this connection, too, when it stops.
    client.on('error', () => undefined);
    if (leaseName) await endLease(client, leaseName);
    // The lock is held until the server has stopped, so that nobody attaches in between.
    if (await isUnused(client)) await stopPostmaster(placement, 'fast');
  } catch (error) {
    // Somebody else, who has seen the last lease end, stops it already.
    if (!isTransient(error)) throw error;
  } finally {
    await client?.end().catch(() => undefined);
  }
}
