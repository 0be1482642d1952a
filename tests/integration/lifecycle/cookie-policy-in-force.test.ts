import {
  createFactories,
  documentsOf,
  hoursFromNow,
  type Factories,
} from '../../helpers/factories';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { fingerprint } from '../../../src/lib/canonical-json';
import { category, full } from './cookie-policies';

let running: RunningStrapi;
let make: Factories;

beforeAll(async () => {
  running = await startStrapi();
  make = createFactories(running.strapi);
});

afterAll(async () => {
  await running.stop();
});

/** The part of the i18n plugin that is called here; it has no types. */
interface LocaleService {
  create(locale: { code: string; name: string }): Promise<unknown>;
}

const policies = () => documentsOf(running.strapi, 'api::cookie-policy.cookie-policy');

describe('the policy in force', () => {
  const current = (locale: string) =>
    running.request.get(`/api/cookie-policies/current?locale=${locale}`);

  /** Each test has a language of its own, in which there is nothing but what it publishes. */
  it('is unknown in a language without one', async () => {
    await make.cookiePolicy({}, { locale: 'de', status: 'draft' });
    await make.cookiePolicy({ effectiveFrom: hoursFromNow(1) }, { locale: 'de' });
    const { body } = await current('de').expect(404);
    expect(body.error).toMatchObject({ status: 404, name: 'NotFoundError' });
  });

  it('is the one with the newest date that has come', async () => {
    await make.cookiePolicy({ effectiveFrom: '2026-02-01T00:00:00Z' }, { locale: 'es' });
    const newest = await make.cookiePolicy(
      { ...full(), effectiveFrom: '2026-03-01T00:00:00.000Z' },
      { locale: 'es' },
    );
    await make.cookiePolicy({ effectiveFrom: '2026-01-01T00:00:00Z' }, { locale: 'es' });
    await make.cookiePolicy({ effectiveFrom: hoursFromNow(1) }, { locale: 'es' });
    const { body } = await current('es').expect(200);
    expect(body).toEqual({
      data: {
        ...full(),
        documentId: newest.documentId,
        locale: 'es',
        slug: newest.slug,
        version: 1,
        effectiveFrom: '2026-03-01T00:00:00.000Z',
        bodyHtml: '<p>We use cookies.</p>',
        sha256: fingerprint({ ...full(), effectiveFrom: '2026-03-01T00:00:00.000Z' }),
        cookiesSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        categoriesSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      meta: {},
    });
  });

  it('stays in force until the date of its next version, while that is published', async () => {
    const locales = running.strapi.plugin('i18n').service<LocaleService>('locales');
    await locales.create({ code: 'it', name: 'Italian (it)' });
    const { documentId } = await make.cookiePolicy(
      { body: 'Now', effectiveFrom: '2026-05-01T00:00:00Z' },
      { locale: 'it' },
    );
    await make.cookiePolicy(
      { body: 'Later', effectiveFrom: hoursFromNow(24) },
      { documentId, locale: 'it' },
    );
    const { body: now } = await current('it').expect(200);
    expect(now.data).toMatchObject({ documentId, body: 'Now', version: 1 });
    // Taken up again: it is in force from now on.
    await make.cookiePolicy(
      { body: 'Later', effectiveFrom: hoursFromNow(-1) },
      { documentId, locale: 'it' },
    );
    const { body: later } = await current('it').expect(200);
    expect(later.data).toMatchObject({ documentId, body: 'Later', version: 3 });
    // Taken back altogether.
    await policies().unpublish({ documentId, locale: 'it' });
    await current('it').expect(404);
  });

  it('is that of the default language where none is named', async () => {
    const { documentId } = await make.cookiePolicy({ effectiveFrom: hoursFromNow(-0.1) });
    const { body } = await running.request.get('/api/cookie-policies/current').expect(200);
    expect(body.data).toMatchObject({ documentId, locale: 'en' });
  });

  it.each(['locale=xx!', 'locale[]=en', 'unknown=1', 'status=draft'])(
    'is not asked for with %s',
    async (query) => {
      const { body } = await running.request
        .get(`/api/cookie-policies/current?${query}`)
        .expect(400);
      expect(body.error.details.errors[0].path).toEqual([query.split(/[[=]/)[0]]);
    },
  );
});

describe('the categories of a cookie policy', () => {
  it('have keys that differ', async () => {
    await expect(
      make.cookiePolicy({ categories: [category, category, { ...category, key: 'other' }] }),
    ).rejects.toMatchObject({
      name: 'ValidationError',
      details: { errors: [{ path: ['categories', 1, 'key'] }] },
    });
  });

  it('have keys that a program can use', async () => {
    await expect(
      make.cookiePolicy({ categories: [{ ...category, key: 'Not a key' }] }),
    ).rejects.toMatchObject({ name: 'ValidationError' });
  });
});
