import { setTimeout as wait } from 'node:timers/promises';

import type { JobQueue } from '../../../src/plugins/jobs/accessor';
import type { Workers } from '../../../src/plugins/jobs/server/src/services/workers';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';

let server: RunningStrapi;
let queue: JobQueue;

beforeAll(async () => {
  server = await startStrapi();
  queue = server.strapi.service('plugin::jobs.queue') as unknown as JobQueue;
});

afterAll(() => server.stop());

/** Makes the database refuse once that a job ends, as it does to the victim of a deadlock. */
async function refuseNextEnd(): Promise<void> {
  await server.strapi.db.connection.raw(`
    CREATE SEQUENCE refusals;
    CREATE FUNCTION refuse_once() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF nextval('refusals') = 1 THEN RAISE 'refused' USING ERRCODE = '40P01'; END IF;
        RETURN OLD;
      END $$;
    CREATE TRIGGER refuse_once BEFORE DELETE ON graphile_worker._private_jobs
      FOR EACH ROW EXECUTE FUNCTION refuse_once()`);
}

it('goes on after a job whose end could not be stored, while others end one after another', async () => {
  const running = { refused: 0, slow: 300, slower: 600, slowest: 900 };
  const started = Object.entries(running).map(
    ([name, milliseconds]) =>
      new Promise<void>((resolve) =>
        queue.handle(`test.${name}`, async () => {
          resolve();
          await wait(milliseconds);
        }),
      ),
  );
  const done = new Promise<void>((resolve) => queue.handle('test.later', async () => resolve()));
  await refuseNextEnd();
  await queue.add('test.slowest', {});
  await queue.add('test.slower', {});
  await queue.add('test.slow', {});
  await queue.add('test.refused', {});
  (server.strapi.service('plugin::jobs.workers') as unknown as Workers).start();
  await Promise.all(started);
  await wait(100);
  await queue.add('test.later', {});
  await done;
});
