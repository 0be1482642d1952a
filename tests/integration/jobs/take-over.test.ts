import { setTimeout as wait } from 'node:timers/promises';

import { Client } from 'pg';

import { createDatabase, type TestDatabase } from '../../helpers/database';
import { startInstance, type Instance } from '../../helpers/instance';

let database: TestDatabase;
let instance: Instance;
let client: Client;

beforeAll(async () => {
  database = await createDatabase();
  instance = await startInstance(
    database.url,
    {},
    { 'plugin::jobs.heartbeat': { beatMilliseconds: 200, deadAfterSeconds: 3 } },
  );
  client = new Client({ connectionString: database.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await instance.stop();
  await database.drop();
});

/** Adds one job for each of these workers, as if they had taken them some time ago. */
async function addLockedJobs(workers: string[]): Promise<void> {
  await client.query('BEGIN');
  for (const worker of workers) {
    await client.query(`SELECT graphile_worker.add_job('test.unknown')`);
    await client.query(
      `UPDATE graphile_worker._private_jobs
       SET locked_by = $1, locked_at = now() - interval '1 minute' WHERE locked_by IS NULL`,
      [worker],
    );
  }
  await client.query('COMMIT');
}

async function lockedBy(): Promise<string[]> {
  const { rows } = await client.query<{ worker: string | null }>(
    'SELECT locked_by AS worker FROM graphile_worker.jobs',
  );
  return rows.map(({ worker }) => worker ?? 'nobody').sort();
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await wait(200);
}

it('takes over the jobs of workers that have died, and leaves those of the living', async () => {
  await client.query(
    `INSERT INTO job_workers VALUES ('dead', now() - interval '4 seconds'), ('alive', now())`,
  );
  await addLockedJobs(['unheard-of', 'dead', 'alive']);
  await until(async () => (await lockedBy()).filter((name) => name === 'nobody').length === 2);
  expect(await lockedBy()).toEqual(['alive', 'nobody', 'nobody']);
});

it('takes over jobs of its own whose end could not be recorded', async () => {
  const { rows } = await client.query<{ id: string }>(
    'SELECT id FROM job_workers ORDER BY seen_at DESC LIMIT 1',
  );
  const own = rows[0]?.id ?? '';
  await addLockedJobs([own]);
  await until(async () => !(await lockedBy()).includes(own));
  const { rows: workers } = await client.query<{ id: string }>(
    'SELECT id FROM job_workers ORDER BY seen_at DESC LIMIT 1',
  );
  expect(workers[0]?.id).not.toBe(own);
});
