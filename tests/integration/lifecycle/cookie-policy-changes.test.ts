import {
  createFactories,
  documentsOf,
  hoursFromNow,
  type Factories,
  type Values,
} from '../../helpers/factories';
import { at } from '../../helpers/clock';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { category, cookie, full } from './cookie-policies';

let running: RunningStrapi;
let make: Factories;

beforeAll(async () => {
  running = await startStrapi();
  make = createFactories(running.strapi);
});

afterAll(async () => {
  await running.stop();
});

/** Publishes a policy so often, with other values each time. */
async function publishInTurn(...versions: Values[]): Promise<string> {
  let documentId: string | undefined;
  for (const values of versions) {
    const data = { ...full(), ...values };
    const target = documentId === undefined ? {} : { documentId };
    ({ documentId } = await make.cookiePolicy(data, target));
  }
  return documentId ?? '';
}

const changes = (query: string) => running.request.get(`/api/cookie-policies/changes?${query}`);

/** What changed between the first version of a policy and its second. */
async function changesBetween(first: Values, second: Values) {
  const documentId = await publishInTurn(first, second);
  const { body } = await changes(`documentId=${documentId}&from=1&to=2`).expect(200);
  return body.data;
}

const nothing = { added: [], removed: [], changed: [] };

describe('a change of the text', () => {
  it('is told line by line, and asks nobody again', async () => {
    const data = await changesBetween(
      { body: 'One\n\nTwo\n\nThree' },
      { title: 'Our cookies', body: 'One\n\nTwo and a half\n\nThree' },
    );
    expect(data).toMatchObject({
      locale: 'en',
      from: { version: 1, title: 'Cookies' },
      to: { version: 2, title: 'Our cookies' },
      title: { changed: true, from: 'Cookies', to: 'Our cookies' },
      categories: nothing,
      cookies: nothing,
      asksAgain: false,
    });
    expect(data.body).toEqual({
      changed: true,
      hunks: [
        {
          fromLine: 1,
          toLine: 1,
          lines: [
            { kind: 'same', text: 'One' },
            { kind: 'same', text: '' },
            { kind: 'removed', text: 'Two' },
            { kind: 'added', text: 'Two and a half' },
            { kind: 'same', text: '' },
            { kind: 'same', text: 'Three' },
          ],
        },
      ],
    });
    expect(data.from.cookiesSha256).toBe(data.to.cookiesSha256);
    expect(data.from.sha256).not.toBe(data.to.sha256);
  });

  it('is none where only the date differs', async () => {
    const data = await changesBetween({}, { effectiveFrom: '2026-02-01T00:00:00.000Z' });
    expect(data).toMatchObject({
      title: { changed: false },
      body: { changed: false, hunks: [] },
      asksAgain: false,
    });
  });
});

describe('a change of what visitors agree to', () => {
  const added = { ...cookie, name: '_added' };

  it('is a cookie more', async () => {
    const categories = [{ ...category, cookies: [added, cookie] }];
    expect(await changesBetween({}, { categories })).toMatchObject({
      cookies: { ...nothing, added: [{ category: 'necessary', ...added }] },
      categories: nothing,
      body: { changed: false },
      asksAgain: true,
    });
  });

  it('is a cookie less', async () => {
    const categories = [{ ...category, cookies: [] }];
    expect(await changesBetween({}, { categories })).toMatchObject({
      cookies: { ...nothing, removed: [{ category: 'necessary', ...cookie }] },
      asksAgain: true,
    });
  });

  it('is what is said of a cookie', async () => {
    const categories = [{ ...category, cookies: [{ ...cookie, duration: '1 year' }] }];
    const data = await changesBetween({}, { categories });
    const duration = { from: '1 day', to: '1 year' };
    expect(data).toMatchObject({
      cookies: {
        ...nothing,
        changed: [{ name: '_session', category: 'necessary', changes: { duration } }],
      },
      asksAgain: true,
    });
    // In another language it may have been said all along.
    expect(data.from.cookiesSha256).toBe(data.to.cookiesSha256);
    expect(data.from.categoriesSha256).not.toBe(data.to.categoriesSha256);
  });

  it('is a category more, and one that is no longer required', async () => {
    const other = { ...category, key: 'other', cookies: [] };
    const categories = [{ ...category, required: false }, other];
    const { cookies: _, ...text } = other;
    expect(await changesBetween({}, { categories })).toMatchObject({
      categories: {
        added: [text],
        removed: [],
        changed: [{ key: 'necessary', changes: { required: { from: true, to: false } } }],
      },
      cookies: nothing,
      asksAgain: true,
    });
  });

  it('is not their order', async () => {
    const other = { ...category, key: 'other', cookies: [added, cookie] };
    const turned = { ...other, cookies: [cookie, added] };
    expect(
      await changesBetween({ categories: [category, other] }, { categories: [turned, category] }),
    ).toMatchObject({ categories: nothing, cookies: nothing, asksAgain: false });
  });
});

describe('the versions of a policy', () => {
  const versions = (query: string) => running.request.get(`/api/cookie-policies/versions?${query}`);

  it('are listed newest first, without those whose date has not come', async () => {
    const documentId = await publishInTurn(
      {},
      { body: 'Now' },
      { body: 'Later', effectiveFrom: hoursFromNow(1) },
    );
    const { body } = await versions(`documentId=${documentId}&locale=en`).expect(200);
    expect(body.data).toMatchObject([
      { version: 2, title: 'Cookies', effectiveFrom: '2026-01-01T00:00:00.000Z' },
      { version: 1 },
    ]);
    expect(Object.keys(body.data[0]).sort()).toEqual([
      'categoriesSha256',
      'cookiesSha256',
      'effectiveFrom',
      'publishedAt',
      'sha256',
      'title',
      'version',
    ]);
    const { body: refusal } = await changes(`documentId=${documentId}&from=1&to=3`).expect(404);
    expect(refusal.error.message).toContain('no version 3');
  });

  it('do not have one that was replaced before its date', async () => {
    const documentId = await at('2026-03-01T00:00:00Z', () =>
      publishInTurn({ body: 'In April', effectiveFrom: '2026-04-01T00:00:00Z' }, { body: 'Now' }),
    );
    const { body } = await versions(`documentId=${documentId}`).expect(200);
    expect(body.data.map(({ version }: Values) => version)).toEqual([2]);
  });

  it('are those of the policy in force where none is named', async () => {
    await make.cookiePolicy({ effectiveFrom: hoursFromNow(-0.1), title: 'In force' });
    const { body } = await versions('').expect(200);
    expect(body.data).toMatchObject([{ version: 1, title: 'In force' }]);
    await changes('from=1&to=1').expect(200);
  });

  it('are nobody’s business while it is a draft, or once it is taken back', async () => {
    const { documentId } = await make.cookiePolicy({}, { status: 'draft' });
    await versions(`documentId=${documentId}`).expect(404);
    const taken = await publishInTurn({}, { body: 'Now' });
    await documentsOf(running.strapi, 'api::cookie-policy.cookie-policy').unpublish({
      documentId: taken,
    });
    await versions(`documentId=${taken}`).expect(404);
    await changes(`documentId=${taken}&from=1&to=2`).expect(404);
  });

  it('are there in their own language alone', async () => {
    const documentId = await publishInTurn({}, { body: 'Now' });
    await make.cookiePolicy(full(), { documentId, locale: 'fr' });
    await changes(`documentId=${documentId}&from=1&to=2&locale=fr`).expect(404);
    const { body } = await versions(`documentId=${documentId}&locale=fr`).expect(200);
    expect(body.data).toHaveLength(1);
    await versions('locale=es').expect(404);
  });
});

it.each([
  ['from', 'to=1'],
  ['to', 'from=1'],
  ['from', 'from=0&to=1'],
  ['from', 'from=1e1&to=1'],
  ['from', 'from=9999999999&to=1'],
  ['to', 'from=1&to=two'],
  ['to', 'from=1&to[]=2'],
  ['locale', 'from=1&to=2&locale=x!'],
  ['documentId', 'from=1&to=2&documentId=none'],
  ['status', 'from=1&to=2&status=draft'],
])('complains of %s in %s', async (field, query) => {
  const { body } = await changes(query).expect(400);
  expect(body.error.details.errors.map(({ path }: { path: unknown }) => path)).toEqual([[field]]);
});
