import { createFactories, documentsOf, type Factories } from '../../helpers/factories';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';

const TYPES = [
  { type: 'training', uid: 'api::training.training', path: 'trainings' },
  { type: 'blog', uid: 'api::blog.blog', path: 'blogs' },
  { type: 'cookiePolicy', uid: 'api::cookie-policy.cookie-policy', path: 'cookie-policies' },
] as const;

let running: RunningStrapi;
let make: Factories;

beforeAll(async () => {
  running = await startStrapi();
  make = createFactories(running.strapi);
});

afterAll(async () => {
  await running.stop();
});

describe.each(TYPES)('the old address of a renamed $type', ({ type, uid, path }) => {
  const address = (slug: string) => `/api/${path}/by-slug/${slug}`;
  const rename = (documentId: string, slug: string, locale = 'en') =>
    make[type]({ slug }, { documentId, locale });
  const follow = (slug: string) => running.request.get(address(slug)).redirects(1);

  it('leads to the new one for good', async () => {
    const { documentId, slug } = await make[type]();
    await rename(documentId, `new-${slug}`);
    const { headers } = await running.request.get(address(slug)).expect(301);
    expect(headers.location).toBe(address(`new-${slug}`));
    const { body } = await follow(slug).expect(200);
    expect(body.data.documentId).toBe(documentId);
  });

  it('leads there when a draft with the new slug is published', async () => {
    const { documentId, slug } = await make[type]();
    const documents = documentsOf(running.strapi, uid);
    await documents.update({ documentId, data: { slug: `later-${slug}` } });
    await running.request.get(address(slug)).expect(200);
    await running.request.get(address(`later-${slug}`)).expect(404);
    await documents.publish({ documentId });
    const { headers } = await running.request.get(address(slug)).expect(301);
    expect(headers.location).toBe(address(`later-${slug}`));
  });

  it('keeps the language, and leads within it', async () => {
    const { documentId, slug } = await make[type]();
    const french = await make[type]({}, { documentId, locale: 'fr' });
    await rename(documentId, `neuf-${french.slug}`, 'fr');
    const { headers } = await running.request.get(`${address(french.slug)}?locale=fr`).expect(301);
    expect(headers.location).toBe(`${address(`neuf-${french.slug}`)}?locale=fr`);
    await running.request.get(address(french.slug)).expect(404);
    await running.request.get(address(slug)).expect(200);
  });

  it('leads to the newest one from every one before', async () => {
    const { documentId, slug } = await make[type]();
    await rename(documentId, `second-${slug}`);
    await rename(documentId, `third-${slug}`);
    for (const old of [slug, `second-${slug}`]) {
      const { headers } = await running.request.get(address(old)).expect(301);
      expect(headers.location).toBe(address(`third-${slug}`));
    }
  });

  it('is the document itself again when the slug is changed back', async () => {
    const { documentId, slug } = await make[type]();
    await rename(documentId, `there-${slug}`);
    await rename(documentId, slug);
    const { body } = await running.request.get(address(slug)).expect(200);
    expect(body.data.documentId).toBe(documentId);
    const { headers } = await running.request.get(address(`there-${slug}`)).expect(301);
    expect(headers.location).toBe(address(slug));
  });

  it('belongs to another document that takes the slug', async () => {
    const { documentId, slug } = await make[type]();
    await rename(documentId, `moved-${slug}`);
    const other = await make[type]({ slug });
    const { body } = await running.request.get(address(slug)).expect(200);
    expect(body.data.documentId).toBe(other.documentId);
    await rename(other.documentId, `other-${slug}`);
    const { headers } = await running.request.get(address(slug)).expect(301);
    expect(headers.location).toBe(address(`other-${slug}`));
  });

  it('is unknown where the slug was never public', async () => {
    const { documentId, slug } = await make[type]({}, { status: 'draft' });
    const documents = documentsOf(running.strapi, uid);
    await documents.update({ documentId, data: { slug: `public-${slug}` } });
    await documents.publish({ documentId });
    await running.request.get(address(slug)).expect(404);
    await documents.update({ documentId, data: { slug: `tried-${slug}` } });
    await documents.update({ documentId, data: { slug: `public-${slug}` } });
    await documents.publish({ documentId });
    await running.request.get(address(`tried-${slug}`)).expect(404);
  });

  it('leads nowhere while the document is taken back, or gone', async () => {
    const { documentId, slug } = await make[type]();
    await rename(documentId, `away-${slug}`);
    const documents = documentsOf(running.strapi, uid);
    await documents.unpublish({ documentId });
    await running.request.get(address(slug)).expect(404);
    await documents.publish({ documentId });
    await running.request.get(address(slug)).expect(301);
    await documents.delete({ documentId });
    await running.request.get(address(slug)).expect(404);
  });

  it('is unknown to the other types', async () => {
    const { documentId, slug } = await make[type]();
    await rename(documentId, `typed-${slug}`);
    for (const other of TYPES.filter((candidate) => candidate.path !== path))
      await running.request.get(`/api/${other.path}/by-slug/${slug}`).expect(404);
  });
});

describe('a redirect', () => {
  it('leaves out of its address nothing that a link can carry', async () => {
    const { documentId } = await make.blog({ slug: 'plain' });
    await make.blog({ slug: 'with.dots~and_more' }, { documentId });
    const { headers } = await running.request
      .get('/api/blogs/by-slug/plain/?locale=en')
      .expect(301);
    expect(headers.location).toBe('/api/blogs/by-slug/with.dots~and_more?locale=en');
  });

  it('never leads to another host', async () => {
    const { documentId } = await make.blog({ slug: 'at-home' });
    await make.blog({ slug: 'still-at-home' }, { documentId });
    const { headers } = await running.request
      .get('/api/blogs/by-slug/at-home')
      .set('Host', 'evil.example')
      .set('X-Forwarded-Host', 'evil.example')
      .expect(301);
    expect(headers.location).toBe('/api/blogs/by-slug/still-at-home');
  });

  it('is left when a draft is taken over without a change of the slug', async () => {
    const { documentId, slug } = await make.training();
    await make.training({ title: 'Renamed' }, { documentId });
    const redirects = await documentsOf(running.strapi, 'api::redirect.redirect').findMany({
      filters: { fromSlug: slug },
    });
    expect(redirects).toEqual([]);
  });
});
