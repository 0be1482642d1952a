import { at } from '../../helpers/clock';
import { hoursFromNow } from '../../helpers/factories';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { answer, category, CATEGORIES, cookie, publishPolicy, wrongPaths } from './consents';

let running: RunningStrapi;

beforeAll(async () => {
  running = await startStrapi({ RATE_LIMIT_CONSENTS: '100000' });
});

afterAll(async () => {
  await running.stop();
});

/** What a website compares with what its visitor answered to. */
async function fingerprints() {
  const { body } = await running.request.get('/api/cookie-policies/current?locale=en').expect(200);
  const { version, cookiesSha256, categoriesSha256, sha256 } = body.data;
  return { version, cookiesSha256, categoriesSha256, sha256 };
}

let documentId: string;

/** Publishes another version of the policy of this file. */
async function publish(values: object, time = hoursFromNow(0)): Promise<void> {
  const data = { title: 'Cookies', body: 'Text', effectiveFrom: '2026-01-01T00:00:00Z', ...values };
  await at(time, async () => {
    const target = documentId ? { documentId } : {};
    ({ documentId } = await publishPolicy(running.strapi, data, target));
  });
}

it('a change of the text asks nobody again', async () => {
  await publish({}, '2026-02-01T00:00:00Z');
  const before = await fingerprints();
  await publish({ body: 'Another text', title: 'Our cookies' }, '2026-03-01T00:00:00Z');
  const after = await fingerprints();
  expect(after.sha256).not.toBe(before.sha256);
  expect(after).toEqual({ ...before, version: 2, sha256: after.sha256 });
});

it('a cookie that is added asks everybody again', async () => {
  const before = await fingerprints();
  const [necessary] = CATEGORIES;
  const analytics = category('analytics', { cookies: [cookie('_analytics'), cookie('_new')] });
  await publish({ categories: [necessary, analytics, CATEGORIES[2]] }, hoursFromNow(-25));
  const after = await fingerprints();
  expect(after.version).toBe(3);
  expect(after.cookiesSha256).not.toBe(before.cookiesSha256);
  expect(after.categoriesSha256).not.toBe(before.categoriesSha256);
});

describe('an answer to a version that was replaced', () => {
  it('is taken for a day', async () => {
    await answer(running, { policyVersion: 3 }).expect(201);
    await publish({ body: 'The newest text' }, hoursFromNow(-23));
    await answer(running, { policyVersion: 4 }).expect(201);
    const { body } = await answer(running, { policyVersion: 3 }).expect(201);
    const { body: record } = await running.request.get(`/api/consents/${body.data.receipt}`);
    expect(record.data).toMatchObject({ policyVersion: 3, locale: 'en' });
  });

  it('is refused after it, naming the one in force', async () => {
    for (const policyVersion of [1, 2]) {
      const { body } = await answer(running, { policyVersion }).expect(400);
      expect(wrongPaths(body)).toEqual([['policyVersion']]);
      expect(body.error.message).toContain('version 4 is');
    }
  });

  it('is refused while its date has not come', async () => {
    await publish({ body: 'Tomorrow', effectiveFrom: hoursFromNow(24) });
    await answer(running, { policyVersion: 5 }).expect(400);
    await answer(running, { policyVersion: 4 }).expect(201);
  });
});
