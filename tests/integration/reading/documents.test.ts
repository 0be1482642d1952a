import type { Factories, Stored } from '../../helpers/factories';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { FIELDS, fill } from './content';

let running: RunningStrapi;
let make: Factories;
let training: Stored;
let blog: Stored;
let policy: Stored;

beforeAll(async () => {
  running = await startStrapi();
  ({ make, training, blog, policy } = await fill(running));
});

afterAll(async () => {
  await running.stop();
});

const get = (address: string) => running.request.get(address);
const keysOf = (document: object) => Object.keys(document).sort().join(' ');

const picture = {
  id: expect.any(Number),
  documentId: expect.any(String),
  url: '/uploads/a.png',
  alternativeText: 'A picture',
  width: 4,
  height: 3,
  formats: null,
};

describe('GET /api/trainings/by-slug/:slug', () => {
  it('answers with all that the page shows', async () => {
    const { body } = await get(`/api/trainings/by-slug/${training.slug}`).expect(200);
    expect(Object.keys(body)).toEqual(['data', 'meta']);
    const { data } = body;
    expect(keysOf(data)).toBe(
      [
        ...FIELDS.trainings.split(' '),
        ...['brochure', 'category', 'cover', 'faq', 'modules', 'outcomes', 'price'],
        ...['relatedTrainings', 'seo', 'sessions', 'tags', 'trainers'],
      ]
        .sort()
        .join(' '),
    );
    expect(data).toMatchObject({
      title: 'First aid',
      category: { name: 'Safety', slug: 'safety' },
      tags: [{ name: 'Outdoors' }],
      trainers: [{ name: 'A trainer', photo: picture }],
      relatedTrainings: [{ title: 'Pinned', category: { name: 'Safety' }, cover: picture }],
      price: { amount: 300, currency: 'EUR' },
      outcomes: [{ text: 'You can help.' }],
      modules: [{ title: 'Bandages', hours: 2 }],
      faq: [{ question: 'Is it hard?', answer: 'No.' }],
      seo: { metaTitle: 'Title', shareImage: picture },
      cover: picture,
      brochure: null,
    });
  });

  it('shows the sessions that are not over, soonest first', async () => {
    const { body } = await get(`/api/trainings/by-slug/${training.slug}`);
    const sessions = body.data.sessions as Stored[];
    expect(sessions.map(({ venue }) => (venue as { name: string } | null)?.name)).toEqual([
      'Main hall',
      undefined,
    ]);
  });
});

describe('GET /api/blogs/by-slug/:slug', () => {
  it('answers with all that the page shows', async () => {
    const { body } = await get(`/api/blogs/by-slug/${blog.slug}`).expect(200);
    expect(keysOf(body.data)).toBe(
      [
        ...FIELDS.blogs.split(' '),
        ...['authors', 'category', 'cover', 'relatedTrainings', 'seo', 'tags'],
      ]
        .sort()
        .join(' '),
    );
    expect(body.data).toMatchObject({
      title: 'A day outdoors',
      authors: [{ name: 'A trainer', photo: picture }],
      category: { name: 'Safety' },
      tags: [{ name: 'Outdoors' }],
      relatedTrainings: [{ title: 'First aid', price: { amount: 300 } }, { title: 'Pinned' }],
      seo: { metaDescription: 'Description' },
      cover: picture,
      readingMinutes: 1,
    });
  });
});

describe('GET /api/cookie-policies/by-slug/:slug', () => {
  it('answers with all that the page shows', async () => {
    const { body } = await get(`/api/cookie-policies/by-slug/${policy.slug}`).expect(200);
    expect(body.data).toMatchObject({
      title: 'Cookies',
      version: 1,
      categories: [{ key: 'necessary', required: true, cookies: [{ name: '_session' }] }],
    });
  });
});

describe.each(['trainings', 'blogs', 'cookie-policies'])('GET /api/%s/by-slug/:slug', (type) => {
  it.each(['unknown', 'a%2Fb', '%00', '%2e%2e', 'First%20aid', 'FIRST-AID', 'x'.repeat(3000)])(
    'finds nothing under %.20s',
    async (slug) => {
      const { status, body } = await get(`/api/${type}/by-slug/${slug}`);
      expect([400, 404]).toContain(status);
      expect(body.error.status).toBe(status);
    },
  );

  it('finds nothing in a language that the document is not in', async () => {
    const slug = { trainings: training, blogs: blog }[type]?.slug ?? policy.slug;
    await get(`/api/${type}/by-slug/${slug}?locale=en`).expect(200);
    await get(`/api/${type}/by-slug/${slug}?locale=fr`).expect(404);
  });

  it.each(['populate=*', 'fields=title', 'filters[id]=1', 'sort=id', 'locale=e', 'locale[]=en'])(
    'refuses %s: its shape is its own',
    async (query) => {
      const { body } = await get(`/api/${type}/by-slug/unknown?${query}`).expect(400);
      const [fault] = body.error.details.errors as { path: string[] }[];
      expect(fault?.path).toEqual([query.split(/[[=]/)[0]]);
    },
  );
});

describe('GET /api/blogs/latest', () => {
  const fields =
    'authors category cover documentId excerpt firstPublishedAt id readingMinutes slug title';

  it('answers with cards, newest first, five where nobody says how many', async () => {
    const locale = 'de';
    const dates = ['2021-05-01', '2023-05-01', '2022-05-01', '2020-05-01', '2024-05-01'];
    for (const date of dates)
      await make.blog({ title: date, firstPublishedAt: `${date}T00:00:00Z` }, { locale });
    const latest = await make.blog({ title: 'Today' }, { locale });
    await make.blog({ title: 'Never' }, { locale, status: 'draft' });
    const { body } = await get('/api/blogs/latest?locale=de').expect(200);
    const cards = body.data as Stored[];
    expect(cards.map(({ title }) => title)).toEqual([
      latest.title,
      ...dates.sort().reverse().slice(0, 4),
    ]);
    for (const card of cards) expect(keysOf(card)).toBe(fields);
    const all = await get('/api/blogs/latest?locale=de&limit=100').expect(200);
    expect(all.body.data).toHaveLength(6);
    const one = await get('/api/blogs/latest?locale=de&limit=1').expect(200);
    expect(one.body.data).toEqual(cards.slice(0, 1));
  });

  it('names the authors, the category and the picture', async () => {
    const { body } = await get('/api/blogs/latest').expect(200);
    const author = { id: expect.any(Number), documentId: expect.any(String) };
    expect(body).toEqual({
      data: [
        expect.objectContaining({
          title: 'A day outdoors',
          authors: [{ ...author, name: 'A trainer', slug: 'a-trainer' }],
          category: { ...author, name: 'Safety', slug: 'safety' },
          cover: picture,
        }),
      ],
      meta: {},
    });
  });

  it('keeps its order when an old blog is published again', async () => {
    const date = '2020-01-01T00:00:00Z';
    const old = await make.blog({ title: 'Old', firstPublishedAt: date }, { locale: 'es' });
    await make.blog({ title: 'New' }, { locale: 'es' });
    await make.blog({ title: 'Old' }, { documentId: old.documentId, locale: 'es' });
    const { body } = await get('/api/blogs/latest?locale=es').expect(200);
    expect((body.data as Stored[]).map(({ title }) => title)).toEqual(['New', 'Old']);
  });

  it.each(['limit=0', 'limit=101', 'limit=-1', 'limit=x', 'limit=', 'limit=1&limit=2', 'page=1'])(
    'refuses %s',
    async (query) => {
      const { body } = await get(`/api/blogs/latest?${query}`).expect(400);
      expect(body.error).toMatchObject({
        name: 'ValidationError',
        details: { errors: [{ path: [query.split('=')[0]], name: 'ValidationError' }] },
      });
    },
  );
});

describe('GET /api/site', () => {
  it('answers with the site', async () => {
    const { body } = await get('/api/site?populate=contact').expect(200);
    expect(body).toMatchObject({
      data: { name: 'Academy', contact: { heading: 'Ask us', text: 'We answer.' } },
      meta: {},
    });
    expect(keysOf(body.data)).toBe(
      'contact cookieNotice createdAt documentId id locale name publishedAt updatedAt',
    );
  });

  it('answers 404 in a language that it is not in', async () => {
    await get('/api/site?locale=fr').expect(404);
  });
});
