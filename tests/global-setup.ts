import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';

import { Client } from 'pg';

import { startThrowAwayServer } from '../scripts/postgres/throw-away';
import {
  addressOf,
  announceTestRun,
  dropAbandonedDatabases,
  dropDatabases,
  holdRun,
  newRunNumber,
  templateName,
  withAdministrator,
  type TestRun,
} from './helpers/test-server';

const LAUNCHER = path.resolve(__dirname, '../scripts/run.mjs');

/** Undoes what the setup did; filled step by step, so that a setup that fails is undone, too. */
const undo: (() => Promise<void>)[] = [];

/** Runs one of the project's commands, whose progress is shown. */
function runCommand(name: string, environment: NodeJS.ProcessEnv = {}): void {
  execFileSync(process.execPath, [LAUNCHER, name], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...environment },
  });
}

/** Settings of every Strapi in the tests; nothing of the developer's own `.env`. */
function setEnvironment(): void {
  Object.assign(process.env, {
    ENV_PATH: path.resolve(__dirname, 'no-such-file'),
    MAIL_OUTBOX: path.resolve(__dirname, 'output/outbox'),
    PRIVACY_KEYS: `tests:${createHash('sha256').update('the tests').digest('base64')}`,
    APP_KEYS: `${'k1-'.padEnd(40, 'b7Xq')},${'k2-'.padEnd(40, 'n9Zr')}`,
  });
  const names = ['ADMIN_JWT_SECRET', 'JWT_SECRET', 'API_TOKEN_SALT', 'TRANSFER_TOKEN_SALT'];
  for (const name of [...names, 'ENCRYPTION_KEY'])
    process.env[name] = `${name.toLowerCase().replaceAll('secret', '')}-`.padEnd(40, 'q4Vt');
}

/** The operator's server when DATABASE_URL is set; otherwise one that is thrown away. */
async function findServer(): Promise<Pick<TestRun, 'administratorUrl' | 'applicationUrl'>> {
  const given = process.env.DATABASE_URL;
  if (given) return { administratorUrl: given, applicationUrl: given };
  const { administratorUrl, url, stop } = await startThrowAwayServer();
  undo.unshift(stop);
  return { administratorUrl, applicationUrl: url };
}

async function claimRun(testRun: TestRun): Promise<void> {
  const client = new Client({ connectionString: testRun.administratorUrl });
  await client.connect();
  await dropAbandonedDatabases(client);
  await holdRun(client, testRun.run);
  undo.unshift(async () => {
    await dropDatabases(client, testRun.run);
    await client.end();
  });
}

/** Makes the database that all test databases are copies of, by starting Strapi on it once. */
async function createTemplate(testRun: TestRun): Promise<void> {
  const owner = decodeURIComponent(new URL(testRun.applicationUrl).username);
  const name = templateName(testRun);
  await withAdministrator(testRun, (client) =>
    client.query(
      `CREATE DATABASE ${client.escapeIdentifier(name)} OWNER ${client.escapeIdentifier(owner)}`,
    ),
  );
  runCommand('migrate', { DATABASE_URL: addressOf(testRun, name) });
}

/** Stops and removes everything that `setUp` made. */
export async function tearDown(): Promise<void> {
  for (const task of undo.splice(0)) await task();
}

/** Compiles the server and prepares the databases of all integration tests. */
export default async function setUp(): Promise<void> {
  runCommand('compile');
  setEnvironment();
  try {
    const testRun = { ...(await findServer()), run: newRunNumber() };
    await claimRun(testRun);
    await createTemplate(testRun);
    announceTestRun(testRun);
  } catch (error) {
    await tearDown();
    throw error;
  }
}
