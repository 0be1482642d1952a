import { loadDemoContent } from '../../scripts/demo/content';
import { startStrapi, type RunningStrapi } from '../helpers/strapi';

const BLOG = 'api::blog.blog';
const TRAINING = 'api::training.training';
const now = new Date();

/** The part of the upload plugin's service that is called here; the plugin has no types. */
interface UploadService {
  remove(file: unknown): Promise<unknown>;
}

let running: RunningStrapi;

const load = (log: (line: string) => void = () => undefined) =>
  loadDemoContent(running.strapi, { now, log });

async function countRows(): Promise<Record<string, number>> {
  const { strapi } = running;
  const uids = Object.keys(strapi.contentTypes).filter((uid) => uid.startsWith('api::'));
  const counts = [...uids, 'plugin::upload.file'].map(async (uid) => [
    uid,
    await strapi.db.query(uid as typeof BLOG).count(),
  ]);
  return Object.fromEntries((await Promise.all(counts)) as [string, number][]);
}

beforeAll(async () => {
  running = await startStrapi();
  // The first load is interrupted in the middle, as by a power cut.
  const interrupted = load((line) => {
    if (line.includes('blogs')) throw new Error('power cut');
  });
  await expect(interrupted).rejects.toThrow('power cut');
  await load();
}, 180_000);

afterAll(async () => {
  const { strapi } = running;
  const files = (await strapi.db.query('plugin::upload.file').findMany()) as unknown[];
  const upload = strapi.plugin('upload').service<UploadService>('upload');
  for (const file of files) await upload.remove(file);
  await running.stop();
}, 60_000);

it('completes an interrupted load without making anything twice', async () => {
  const { request } = running;
  const trainings = await request.get('/api/trainings').expect(200);
  expect(trainings.body.meta.pagination.total).toBe(14);
  const before = await countRows();
  const counts = await load();
  expect(Object.values(counts).every(({ loaded }) => loaded === 0)).toBe(true);
  expect(await countRows()).toEqual(before);
});

it('shows one training in both languages, with sessions ahead and pins in their order', async () => {
  const { request } = running;
  const english = await request.get('/api/trainings/by-slug/designing-rest-apis-that-last');
  const french = await request.get(
    '/api/trainings/by-slug/concevoir-des-api-rest-durables?locale=fr',
  );
  expect(french.body.data.documentId).toBe(english.body.data.documentId);
  expect(french.body.data.sessions).toHaveLength(english.body.data.sessions.length);
  for (const { startsAt } of english.body.data.sessions) {
    expect(new Date(startsAt).getTime()).toBeGreaterThan(now.getTime());
  }
  const codes = (body: { data: { relatedTrainings: { code: string }[] } }) =>
    body.data.relatedTrainings.map(({ code }) => code);
  expect(codes(english.body)).toEqual(['BE-220', 'OP-220', 'BE-101']);
  expect(codes(french.body)).toEqual(['BE-220', 'OP-220', 'BE-101']);
});

it('keeps the order of pins when one of the pinned trainings is published again', async () => {
  const { strapi, request } = running;
  const address = '/api/blogs/by-slug/what-a-backend-developer-does';
  const pins = async () => {
    const { body } = await request.get(address).expect(200);
    return (body.data.relatedTrainings as { code: string }[]).map(({ code }) => code);
  };
  const pinned = await pins();
  expect(pinned).toEqual(['BE-101', 'DB-101', 'BE-220', 'BE-210']);
  const training = await strapi.documents(TRAINING).findFirst({ filters: { code: 'BE-101' } });
  await strapi.documents(TRAINING).publish({ documentId: training?.documentId ?? '', locale: '*' });
  expect(await pins()).toEqual(pinned);
});

it('shows the newest blogs first, and no draft', async () => {
  const { request } = running;
  const { body } = await request.get('/api/blogs/latest?limit=20').expect(200);
  const blogs = body.data as { title: string; firstPublishedAt: string }[];
  const dates = blogs.map(({ firstPublishedAt }) => firstPublishedAt);
  expect(dates).toHaveLength(8);
  expect(dates).toEqual(dates.toSorted().reverse());
  expect(blogs.map(({ title }) => title)).not.toContain('What is coming to the catalogue');
  await request.get('/api/blogs/by-slug/what-is-coming-to-the-catalogue').expect(404);
});

it('keeps a pending change from visitors and shows it to editors', async () => {
  const draft = await running.strapi
    .documents(TRAINING)
    .findFirst({ filters: { code: 'BE-210' }, status: 'draft' });
  const { body } = await running.request.get(
    '/api/trainings/by-slug/designing-rest-apis-that-last',
  );
  expect(draft?.summary).toContain('webhooks');
  expect(body.data.summary).not.toContain('webhooks');
});

it('has a cookie policy in force in both languages', async () => {
  for (const locale of ['en', 'fr']) {
    const { body } = await running.request
      .get(`/api/cookie-policies/current?locale=${locale}`)
      .expect(200);
    expect(body.data.version).toBe(1);
    expect(body.data.categories).toHaveLength(4);
  }
});

it('leaves alone what editors have changed or thrown away', async () => {
  const { strapi } = running;
  const blogs = strapi.documents(BLOG);
  const find = (slug: string) => blogs.findFirst({ filters: { slug } });
  const changed = await find('why-your-query-is-slow');
  const removed = await find('code-review-without-the-dread');
  await blogs.update({
    documentId: changed?.documentId ?? '',
    data: { title: 'Slow queries' },
    status: 'published',
  });
  await blogs.delete({ documentId: removed?.documentId ?? '', locale: '*' });

  await load();
  expect((await find('why-your-query-is-slow'))?.title).toBe('Slow queries');
  expect(await find('code-review-without-the-dread')).toBeNull();
});

it('is pictured: every cover has an alternative text and a file behind it', async () => {
  const { body } = await running.request.get('/api/blogs?populate=cover').expect(200);
  for (const { cover } of body.data) {
    expect(cover.alternativeText).not.toBe('');
    await running.request.get(cover.url).expect(200).expect('content-type', 'image/webp');
  }
});

it('is shown by a website at the root, whose pages load nothing that the browser would refuse', async () => {
  const { request } = running;
  const pages = ['/', '/blog.html', '/training.html', '/cookie-policy.html'];
  for (const page of pages) {
    const { text } = await request.get(page).expect(200).expect('content-type', /html/);
    expect(text).not.toMatch(/<style|style=|<script>| on[a-z]+=/);
    const [, script = ''] = /<script type="module" src="([^"]+)"/.exec(text) ?? [];
    await request
      .get(script)
      .expect(200)
      .expect('content-type', /javascript/);
  }
  await request.get('/favicon.ico').expect(200);
});
