import {
  createFactories,
  createToken,
  documentsOf,
  type Factories,
  type Stored,
  type Values,
} from '../../helpers/factories';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { fingerprint } from '../../../src/lib/canonical-json';
import { category, cookie, full } from './cookie-policies';

const VERSION = 'api::cookie-policy.cookie-policy-version';

let running: RunningStrapi;
let make: Factories;

beforeAll(async () => {
  running = await startStrapi();
  make = createFactories(running.strapi);
});

afterAll(async () => {
  await running.stop();
});

const policies = () => documentsOf(running.strapi, 'api::cookie-policy.cookie-policy');
const sql = (text: string, values: unknown[] = []) =>
  running.strapi.db.connection.raw(text, values as string[]);

/** The recorded versions of a policy, oldest first. */
async function recorded(documentId: string, locale = 'en'): Promise<Stored[]> {
  return documentsOf(running.strapi, VERSION).findMany({
    filters: { policyDocumentId: documentId, policyLocale: locale },
    sort: 'version:asc',
  });
}

async function publish(documentId: string, data?: Values): Promise<unknown> {
  if (data) await policies().update({ documentId, data });
  const { entries } = await policies().publish({ documentId });
  return entries[0]?.version;
}

describe('the version of a cookie policy', () => {
  it('is nothing while it is a draft', async () => {
    const { version, documentId } = await make.cookiePolicy({}, { status: 'draft' });
    expect(version).toBeNull();
    expect(await recorded(documentId)).toEqual([]);
  });

  it('is 1 when it is first published, in the draft and for visitors', async () => {
    const { documentId } = await make.cookiePolicy({}, { status: 'draft' });
    expect(await publish(documentId)).toBe(1);
    const draft = await policies().findOne({ documentId, status: 'draft' });
    expect(draft?.version).toBe(1);
    const { body } = await running.request.get(`/api/cookie-policies/${documentId}`).expect(200);
    expect(body.data.version).toBe(1);
  });

  it('stays when nothing has changed', async () => {
    const { documentId } = await make.cookiePolicy(full());
    expect(await publish(documentId)).toBe(1);
    expect((await make.cookiePolicy(full(), { documentId })).version).toBe(1);
    await policies().unpublish({ documentId });
    expect(await publish(documentId)).toBe(1);
    expect(await recorded(documentId)).toHaveLength(1);
  });

  it('stays when only the address changes', async () => {
    const { documentId } = await make.cookiePolicy(full());
    expect(await publish(documentId, { slug: 'another-address' })).toBe(1);
  });

  const otherCookie = { ...cookie, name: '_other' };
  it.each<[string, Values]>([
    ['the title', { title: 'Our cookies' }],
    ['the text', { body: 'We use some cookies.' }],
    ['the date', { effectiveFrom: '2026-01-02T00:00:00.000Z' }],
    ['the key of a category', { categories: [{ ...category, key: 'needed' }] }],
    ['the name of a category', { categories: [{ ...category, name: 'Needed' }] }],
    ['the description of a category', { categories: [{ ...category, description: null }] }],
    ['whether a category is required', { categories: [{ ...category, required: false }] }],
    ['the number of categories', { categories: [] }],
    ['the name of a cookie', { categories: [{ ...category, cookies: [otherCookie] }] }],
    [
      'the provider of a cookie',
      { categories: [{ ...category, cookies: [{ ...cookie, provider: 'Another' }] }] },
    ],
    [
      'the purpose of a cookie',
      { categories: [{ ...category, cookies: [{ ...cookie, purpose: 'Counting' }] }] },
    ],
    [
      'the duration of a cookie',
      { categories: [{ ...category, cookies: [{ ...cookie, duration: '1 year' }] }] },
    ],
    ['the number of cookies', { categories: [{ ...category, cookies: [cookie, otherCookie] }] }],
  ])('is the next one when %s changes', async (_what, change) => {
    const { documentId, version } = await make.cookiePolicy(full());
    expect(version).toBe(1);
    expect(await publish(documentId, change)).toBe(2);
    expect(await publish(documentId)).toBe(2);
    expect(await publish(documentId, full())).toBe(3);
  });

  it('counts in each language', async () => {
    const { documentId } = await make.cookiePolicy();
    const french = await make.cookiePolicy({}, { documentId, locale: 'fr' });
    expect(french.version).toBe(1);
    const changed = await make.cookiePolicy({ body: 'Changé' }, { documentId, locale: 'fr' });
    expect(changed.version).toBe(2);
    const english = await policies().findOne({ documentId, status: 'published' });
    expect(english?.version).toBe(1);
  });

  it('counts in all languages that are published at once', async () => {
    const { documentId } = await make.cookiePolicy({}, { status: 'draft' });
    await make.cookiePolicy({}, { documentId, locale: 'fr', status: 'draft' });
    const { entries } = await policies().publish({ documentId, locale: ['en', 'fr'] });
    expect(entries.map(({ version }) => version)).toEqual([1, 1]);
    expect(await recorded(documentId, 'fr')).toHaveLength(1);
  });

  it('is one for two publications at the same moment', async () => {
    const { documentId } = await make.cookiePolicy({}, { status: 'draft' });
    await Promise.all([publish(documentId), publish(documentId)]);
    expect((await recorded(documentId)).map(({ version }) => version)).toEqual([1]);
  });

  it('is not what a client says', async () => {
    const token = await createToken(running.strapi);
    const { documentId } = await make.cookiePolicy();
    const { body } = await running.request
      .put(`/api/cookie-policies/${documentId}`)
      .set(token)
      .send({ data: { version: 7 } })
      .expect(200);
    expect(body.data.version).toBe(1);
  });

  it('starts anew in a copy', async () => {
    const { documentId } = await make.cookiePolicy();
    await publish(documentId, { body: 'Changed' });
    const { entries } = await policies().clone({ documentId });
    expect(entries[0]?.version).toBeNull();
    expect(await publish(entries[0]?.documentId ?? '')).toBe(1);
  });
});

describe('a published version', () => {
  it('is kept with all that visitors read, and the fingerprint of it', async () => {
    const { documentId, slug } = await make.cookiePolicy(full());
    const [version] = await recorded(documentId);
    expect(version).toMatchObject({
      version: 1,
      title: 'Cookies',
      effectiveFrom: '2026-01-01T00:00:00.000Z',
      content: { ...full(), slug, bodyHtml: '<p>We use cookies.</p>' },
      sha256: fingerprint(full()),
    });
  });

  it('stays as it was when a new one is published', async () => {
    const { documentId } = await make.cookiePolicy(full());
    const [before] = await recorded(documentId);
    await publish(documentId, { body: 'Changed', categories: [] });
    const [after, newest] = await recorded(documentId);
    expect(after).toEqual(before);
    expect(newest?.content).toMatchObject({ body: 'Changed', categories: [] });
  });

  it('stays when the policy is taken back, and when it is deleted', async () => {
    const { documentId } = await make.cookiePolicy();
    await policies().unpublish({ documentId });
    expect(await recorded(documentId)).toHaveLength(1);
    await policies().delete({ documentId, locale: '*' });
    expect(await recorded(documentId)).toHaveLength(1);
  });

  it.each([
    ['changed', 'UPDATE cookie_policy_versions SET version = version + 1'],
    ['changed in the least', 'UPDATE cookie_policy_versions SET title = title'],
    ['removed', 'DELETE FROM cookie_policy_versions'],
    ['removed with all others', 'TRUNCATE cookie_policy_versions'],
    ['removed with what refers to it', 'TRUNCATE cookie_policy_versions CASCADE'],
  ])('cannot be %s, even in the database', async (_what, statement) => {
    const { documentId } = await make.cookiePolicy();
    const before = await recorded(documentId);
    await expect(sql(statement)).rejects.toMatchObject({
      code: '23001',
      constraint: 'cookie_policy_versions_immutable',
    });
    expect(await recorded(documentId)).toEqual(before);
  });

  it('cannot be changed or removed in the panel, which is told why', async () => {
    const { documentId } = await make.cookiePolicy();
    const [version] = await recorded(documentId);
    const versions = documentsOf(running.strapi, VERSION);
    const refusal = { name: 'ConflictError', status: 409 };
    const target = { documentId: version?.documentId };
    await expect(versions.update({ ...target, data: { title: 'X' } })).rejects.toMatchObject(
      refusal,
    );
    await expect(versions.delete(target)).rejects.toMatchObject(refusal);
    expect(await recorded(documentId)).toEqual([version]);
  });

  it('has a number that no other version of the policy and language has', async () => {
    const { documentId } = await make.cookiePolicy();
    await expect(
      sql(
        `INSERT INTO cookie_policy_versions (policy_document_id, policy_locale, version)
         VALUES (?, 'en', 1)`,
        [documentId],
      ),
    ).rejects.toMatchObject({ constraint: 'cookie_policy_versions_unique' });
  });
});
