import { startStrapi, type RunningStrapi } from '../../helpers/strapi';
import { post, SourceFolder } from './importing';

let running: RunningStrapi;
let folder: SourceFolder;

beforeAll(async () => {
  running = await startStrapi();
});

afterAll(async () => {
  await running.stop();
});

beforeEach(async () => {
  folder = await SourceFolder.make();
});

afterEach(async () => {
  await folder.remove();
});

const blogs = () => running.strapi.documents('api::blog.blog');

/** The published blog of a slug, with all that an import fills. */
async function findBlog(slug: string, locale = 'en') {
  return blogs().findFirst({
    filters: { slug },
    locale,
    status: 'published',
    populate: ['authors', 'category', 'tags'],
  });
}

const names = (related: { name?: string | null }[] | null | undefined) =>
  related?.map(({ name }) => name);

it('publishes a post with everything that its file says', async () => {
  await folder.write({
    '2021-03-04-long-road.md': post(
      'title: The long road\nauthors: [Robin Roe, Kim Doe]\ndate: 2021-03-04\ntime: 09:30:00\n' +
        'teaser: Where it leads.\ncategory: Teaching\ntags: [Git, R]',
      '## A heading\n\nThe *text*.',
    ),
  });
  const tally = await folder.import(running.strapi, { publish: true });

  expect(tally.counts).toEqual({ created: 1, updated: 0, unchanged: 0, refused: 0 });
  const blog = await findBlog('long-road');
  expect(blog).toMatchObject({
    title: 'The long road',
    excerpt: 'Where it leads.',
    body: '## A heading\n\nThe *text*.',
    readingMinutes: 1,
    firstPublishedAt: '2021-03-04T09:30:00.000Z',
    category: { name: 'Teaching', slug: 'teaching' },
  });
  expect(blog?.bodyHtml).toContain('<em>text</em>');
  expect(names(blog?.authors)).toEqual(['Robin Roe', 'Kim Doe']);
  expect(names(blog?.tags)).toEqual(['Git', 'R']);
});

it('changes nothing the second time', async () => {
  await folder.write({ 'again.md': post('title: Again\ndate: 2020-01-01\ntags: [Git]') });
  await folder.import(running.strapi, { publish: true });
  const before = await findBlog('again');
  const tally = await folder.import(running.strapi, { publish: true });

  expect(tally.counts).toMatchObject({ unchanged: 1, created: 0, updated: 0 });
  expect(await findBlog('again')).toEqual(before);
});

it('updates the same document when its file has changed', async () => {
  await folder.write({ 'change.md': post('title: One\ndate: 2020-01-01\ntags: [Git, R]') });
  await folder.import(running.strapi, { publish: true });
  const before = await findBlog('change');
  await folder.write({
    'change.md': post('title: Another title\ndate: 2020-01-01\ntags: [R]', 'New.'),
  });
  const tally = await folder.import(running.strapi, { publish: true });

  expect(tally.counts).toMatchObject({ updated: 1, created: 0 });
  const after = await findBlog('change');
  expect(after).toMatchObject({
    documentId: before?.documentId,
    title: 'Another title',
    body: 'New.',
    firstPublishedAt: before?.firstPublishedAt,
  });
  expect(names(after?.tags)).toEqual(['R']);
});

it('leaves drafts without --publish and publishes them with it', async () => {
  await folder.write({ 'later.md': post('title: Later\ndate: 2019-05-06') });
  await folder.import(running.strapi);
  expect(await findBlog('later')).toBeNull();
  const tally = await folder.import(running.strapi, { publish: true });

  expect(tally.counts).toMatchObject({ updated: 1 });
  expect(await findBlog('later')).toMatchObject({ firstPublishedAt: '2019-05-06T00:00:00.000Z' });
});

it('keeps a post back that its author calls a draft', async () => {
  await folder.write({ 'kept.md': post('title: Kept\ndraft: true') });
  await folder.import(running.strapi, { publish: true });
  expect(await findBlog('kept')).toBeNull();
  expect(await blogs().count({ filters: { slug: 'kept' } })).toBe(1);
});

it('makes an old address lead to the new one when the source names another slug', async () => {
  await folder.write({ 'moved.md': post('title: Moved') });
  await folder.import(running.strapi, { publish: true });
  await folder.write({ 'moved.md': post('title: Moved\nslug: new-home') });
  await folder.import(running.strapi, { publish: true });

  const { documentId } = (await findBlog('new-home')) ?? {};
  const redirects = running.strapi.documents('api::redirect.redirect');
  expect(await redirects.findFirst({ filters: { fromSlug: 'moved' } })).toMatchObject({
    targetDocumentId: documentId,
  });
});

it('gives two posts of one name different slugs', async () => {
  const text = post('title: Same');
  await folder.write({ '2020/same.md': text, '2021/same.md': text });
  await folder.import(running.strapi, { publish: true });
  expect([await findBlog('same'), await findBlog('same-2')]).not.toContain(null);
});

it('adds a translation to the document of its original, with its own date', async () => {
  await folder.write({
    'hello.es.md': post('title: Hola\ndate: 2020-02-02'),
    'hello.md': post('title: Hello\ndate: 2020-01-01'),
  });
  const tally = await folder.import(running.strapi, { publish: true });

  expect(tally.counts.created).toBe(2);
  const [english, spanish] = [await findBlog('hello'), await findBlog('hello', 'es')];
  expect(spanish).toMatchObject({ title: 'Hola', documentId: english?.documentId });
  expect(english?.firstPublishedAt).toBe('2020-01-01T00:00:00.000Z');
  expect(spanish?.firstPublishedAt).toBe('2020-02-02T00:00:00.000Z');
});

it('finds the names that exist, however they are spelled, and makes each new one once', async () => {
  await running.strapi.documents('api::person.person').create({
    data: { name: 'Zoë Müller', slug: 'zoe-mueller' },
  });
  const files = Array.from({ length: 12 }, (_, number) => [
    `by-${number}.md`,
    post(`title: Number ${number}\nauthors: [ZOE MULLER, New Author]\ntags: [GitHub, C, C++]`),
  ]);
  await folder.write({
    ...(Object.fromEntries(files) as Record<string, string>),
    'other.md': post('title: Other\nauthor: new author\ntags: Github'),
  });
  await folder.import(running.strapi, { publish: true });

  const people = await running.strapi.documents('api::person.person').findMany({
    filters: { name: { $containsi: 'new author' } },
  });
  expect(people).toHaveLength(1);
  expect(names((await findBlog('by-7'))?.authors)).toEqual(['Zoë Müller', 'New Author']);
  const tags = await running.strapi.documents('api::tag.tag').findMany({
    filters: { name: { $in: ['GitHub', 'Github', 'C', 'C++'] } },
    sort: 'name',
  });
  expect(names(tags)).toEqual(['C', 'C++', 'GitHub']);
});
