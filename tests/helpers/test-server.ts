import { randomBytes, randomInt } from 'node:crypto';

import { Client } from 'pg';

/** Names of test databases: `prospectus_test_<run>_<what>`. */
const PREFIX = 'prospectus_test';
/** First key of the advisory lock that a test run holds; the second is the run's number. */
const RUN_LOCK = 7_776_179;

/** What the test files of one run share; it travels in the environment, as workers are processes. */
export interface TestRun {
  /** Where databases are made and dropped. */
  administratorUrl: string;
  /** The role that Strapi connects as, and that owns the databases. */
  applicationUrl: string;
  /** Number of the run: part of its databases' names. */
  run: number;
}

const VARIABLE = 'PROSPECTUS_TEST_RUN';

/** The run that this test file belongs to. */
export function readTestRun(): TestRun {
  const text = process.env[VARIABLE];
  if (!text) throw new Error('There is no test database. Run the tests with `npm test`.');
  return JSON.parse(text) as TestRun;
}

/** Starts a run: test files find it by `readTestRun`. */
export function announceTestRun(testRun: TestRun): void {
  process.env[VARIABLE] = JSON.stringify(testRun);
}

/** A number for a run, as PostgreSQL's locks take it. */
export function newRunNumber(): number {
  return randomInt(1, 2 ** 31);
}

export function templateName({ run }: TestRun): string {
  return `${PREFIX}_${run}_template`;
}

export function newDatabaseName({ run }: TestRun): string {
  return `${PREFIX}_${run}_${randomBytes(6).toString('hex')}`;
}

/** The application's address of another database on the same server. */
export function addressOf({ applicationUrl }: TestRun, database: string): string {
  const url = new URL(applicationUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs one task on a connection to the maintenance database. */
export async function withAdministrator<T>(
  { administratorUrl }: Pick<TestRun, 'administratorUrl'>,
  task: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: administratorUrl });
  await client.connect();
  try {
    return await task(client);
  } finally {
    await client.end();
  }
}

async function listDatabases(client: Client): Promise<{ name: string; run: number }[]> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT datname AS name FROM pg_database WHERE datname ~ $1',
    [`^${PREFIX}_[0-9]+_`],
  );
  return rows.map(({ name }) => ({ name, run: Number(name.split('_')[2]) }));
}

/** Drops the databases of one run. */
export async function dropDatabases(client: Client, run: number): Promise<void> {
  const databases = await listDatabases(client);
  for (const { name } of databases.filter((database) => database.run === run))
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
}

/** Marks a run as alive for as long as the connection is open. */
export async function holdRun(client: Client, run: number): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1, $2)', [RUN_LOCK, run]);
}

/**
 * Whether the process of a run still holds its lock. Locks belong to the database of the connection
 * that took them; the list of locks is the whole server's.
 */
async function isAlive(client: Client, run: number): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT FROM pg_locks
      WHERE locktype = 'advisory' AND classid = $1 AND objid = $2 AND objsubid = 2`,
    [RUN_LOCK, run],
  );
  return rows.length > 0;
}

/** Drops what runs left behind that were killed: nobody holds their lock any more. */
export async function dropAbandonedDatabases(client: Client): Promise<void> {
  const runs = new Set((await listDatabases(client)).map(({ run }) => run));
  for (const run of runs) {
    if (!(await isAlive(client, run))) await dropDatabases(client, run);
  }
}
