import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { createDatabase, type TestDatabase } from '../helpers/database';

const projectRoot = path.resolve(__dirname, '../..');

let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});

afterAll(async () => {
  await database.drop();
});

/** Runs a command that starts Strapi and ends it. */
function start(environment: NodeJS.ProcessEnv) {
  return spawnSync(process.execPath, ['scripts/run.mjs', 'migrate'], {
    cwd: projectRoot,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: database.url,
      DEBUG: '',
      ...environment,
    },
    encoding: 'utf8',
  });
}

it('starts with what the tests give it', () => {
  expect(start({})).toMatchObject({ status: 0 });
});

it('refuses all bad secrets in one message without a stack', () => {
  const { status, stdout, stderr } = start({ APP_KEYS: 'a,b', JWT_SECRET: '' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/does not start with these secrets:\n {2}APP_KEYS .*\n {2}JWT_SECRET /);
  expect(stdout + stderr).not.toMatch(/ at .*\.(js|ts|mjs):\d+/);
});

it('refuses settings that make no sense, all in one message', () => {
  const { status, stderr } = start({
    TRUSTED_PROXIES: '',
    CRON_ENABLED: 'maybe',
    LOG_LEVEL: 'loud',
  });
  expect(status).toBe(1);
  expect(stderr).toMatch(/LOG_LEVEL.*\n.*CRON_ENABLED: must be true or false/);
  expect(stderr).not.toMatch(/ at .*\.(js|ts|mjs):\d+/);
});

it('says that the database cannot be reached, without showing its password', () => {
  const { status, stdout, stderr } = start({
    DATABASE_URL: 'postgres://someone:hunter2@127.0.0.1:1/none',
  });
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /The database 127\.0\.0\.1:1\/none cannot be used: .*ECONNREFUSED.*\nCheck DATABASE_URL/,
  );
  expect(stdout + stderr).not.toMatch(/hunter2/);
});
