import type { JobQueue } from '../../../src/plugins/jobs/accessor';
import { runJobs, waitingJobs } from '../../helpers/jobs';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';

let server: RunningStrapi;
let queue: JobQueue;
/** What the handlers below were called with. */
const done: { payload: object; attempt: number }[] = [];

beforeAll(async () => {
  server = await startStrapi();
  queue = server.strapi.service('plugin::jobs.queue') as unknown as JobQueue;
  queue.handle('test.note', async (payload, { attempt }) => {
    done.push({ payload, attempt });
  });
  queue.handle('test.fail-once', async (payload, { attempt }) => {
    done.push({ payload, attempt });
    if (attempt === 1) throw new Error('The first attempt fails.');
  });
});

beforeEach(() => done.splice(0));

afterAll(() => server.stop());

it('does a job with its payload', async () => {
  await queue.add('test.note', { number: 1 });
  expect(done).toEqual([]);
  await runJobs(server.strapi);
  expect(done).toEqual([{ payload: { number: 1 }, attempt: 1 }]);
  await runJobs(server.strapi);
  expect(done).toHaveLength(1);
});

it('adds a job if and when the open transaction commits', async () => {
  await server.strapi.db.transaction(async () => {
    await queue.add('test.note', { number: 2 });
    await runJobs(server.strapi);
    expect(done).toEqual([]);
  });
  await runJobs(server.strapi);
  expect(done).toEqual([{ payload: { number: 2 }, attempt: 1 }]);

  const cancelled = server.strapi.db.transaction(async () => {
    await queue.add('test.note', { number: 3 });
    throw new Error('Never mind.');
  });
  await expect(cancelled).rejects.toThrow('Never mind.');
  await runJobs(server.strapi);
  expect(done).toHaveLength(1);
});

it('tries a job again that failed, some time later', async () => {
  await queue.add('test.fail-once', {});
  await runJobs(server.strapi);
  const [job] = await waitingJobs(server.strapi);
  expect(job).toMatchObject({ attempts: 1, lastError: 'The first attempt fails.' });
  expect(job?.runAt.getTime()).toBeGreaterThan(Date.now());

  await server.strapi.db.connection.raw('UPDATE graphile_worker._private_jobs SET run_at = now()');
  await runJobs(server.strapi);
  expect(done.map(({ attempt }) => attempt)).toEqual([1, 2]);
  expect(await waitingJobs(server.strapi)).toEqual([]);
});

it('does not do a job before its time', async () => {
  const runAt = new Date(Date.now() + 60_000);
  await queue.add('test.note', {}, { runAt, key: 'later' });
  await runJobs(server.strapi);
  expect(done).toEqual([]);
  expect(await waitingJobs(server.strapi)).toMatchObject([{ key: 'later', runAt }]);
});

it('keeps one job of a key, the latest', async () => {
  await queue.add('test.note', { number: 1 }, { key: 'same' });
  await queue.add('test.note', { number: 2 }, { key: 'same' });
  await runJobs(server.strapi);
  expect(done.map(({ payload }) => payload)).toEqual([{ number: 2 }]);
});

it('refuses a task that nobody handles, and a second handler', async () => {
  await expect(queue.add('test.unknown', {})).rejects.toThrow(/No handler.*"test.unknown"/);
  expect(() => queue.handle('test.note', async () => undefined)).toThrow(/has a handler already/);
  expect(() => queue.schedule('test.note', 'each night')).toThrow();
});
