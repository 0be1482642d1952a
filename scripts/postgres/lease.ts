import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

import { ADMINISTRATOR, readPasswords } from './cluster';
import { type Placement } from './placement';
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
      if (isOver || !current) return retake();
      connectLease(home, current.port, name).then(watch, retake);
    }, RETRY_PAUSE).unref();
  }

  function watch(connected: Client): void {
    client = connected;
    // An idle connection reports its end as an error first; 'end' follows and is what counts.
    client.on('error', () => undefined);
    client.once('end', retake);
    // Its types do not know the method of the same name as the socket's.
    (client as Client & { unref(): void }).unref();
  }

  watch(client);
  return {
    name,
    port,
    async end() {
      isOver = true;
      await client.end();
    },
  };
}

/**
 * Stops the server when no lease is left.
 * @param leaseName a lease to give back first, on behalf of a process that is about to exit
 * @returns whether the server was stopped
 */
export async function stopIfUnused(placement: Placement, leaseName?: string): Promise<boolean> {
  const postmaster = findPostmaster(placement.home);
  if (!postmaster) return false;
  const client = await connectAsAdministrator(placement.home, postmaster.port);
  // The server ends this connection, too, when it stops.
  client.on('error', () => undefined);
  try {
    if (leaseName) await endLease(client, leaseName);
    const { rows } = await client.query<{ isUnused: boolean }>(
      'SELECT pg_try_advisory_lock($1) AS "isUnused"',
      [LEASE_LOCK],
    );
    if (!rows[0]?.isUnused) return false;
    await stopPostmaster(placement, 'fast');
    return true;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Ends a lease's connection from outside, and waits for it at most 5 s. */
async function endLease(client: Client, name: string): Promise<void> {
  await client.query(
    'SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = $1',
    [name],
  );
}
