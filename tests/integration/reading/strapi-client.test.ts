import { strapi as createClient } from '@strapi/client';

import { createFactories, createToken, type Factories, type Stored } from '../../helpers/factories';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';

let running: RunningStrapi;
let make: Factories;
let client: ReturnType<typeof createClient>;

beforeAll(async () => {
  running = await startStrapi();
  make = createFactories(running.strapi);
  client = createClient({ baseURL: `${running.url}/api` });
  const { documentId: category } = await make.category({ name: 'Data' });
  const { documentId: author } = await make.person({ name: 'An author' });
  for (const title of ['Charts', 'Tables', 'Numbers'])
    await make.blog({ title, category, authors: [author] });
  await make.training({ title: 'Statistics', category, level: 'advanced', durationHours: 14 });
  await make.training({ title: 'Arithmetic', level: 'beginner', durationHours: 7 });
  await make.site({ name: 'The academy', navigation: [{ label: 'Blogs', url: '/blogs' }] });
});

afterAll(async () => {
  await running.stop();
});

const titles = (documents: unknown) => (documents as Stored[]).map(({ title }) => title);

describe("Strapi's own client", () => {
  it('lists documents, page by page', async () => {
    const blogs = client.collection('blogs');
    const first = await blogs.find({ sort: 'title', pagination: { page: 1, pageSize: 2 } });
    expect(titles(first.data)).toEqual(['Charts', 'Numbers']);
    expect(first.meta.pagination).toEqual({ page: 1, pageSize: 2, pageCount: 2, total: 3 });
    const second = await blogs.find({ sort: 'title', pagination: { start: 2, limit: 2 } });
    expect(titles(second.data)).toEqual(['Tables']);
    expect(second.meta.pagination).toEqual({ start: 2, limit: 2, total: 3 });
  });

  it.each([
    ['the fields of a document', { title: { $containsi: 'NUM' } }, ['Numbers']],
    ['one of many', { $or: [{ title: 'Charts' }, { title: 'Tables' }] }, ['Charts', 'Tables']],
    ['what a document is not', { $not: { title: 'Charts' } }, ['Numbers', 'Tables']],
    [
      'a related document',
      { category: { name: { $eq: 'Data' } } },
      ['Charts', 'Numbers', 'Tables'],
    ],
    ['a related document that is none', { category: { name: 'None' } }, []],
    [
      'a related document of many',
      { authors: { slug: { $in: ['an-author'] } }, title: 'Charts' },
      ['Charts'],
    ],
  ])('finds documents by %s', async (_what, filters, expected) => {
    const { data } = await client.collection('blogs').find({ filters, sort: ['title:asc'] });
    expect(titles(data)).toEqual(expected);
  });

  it('finds documents by numbers and by one of a list', async () => {
    const trainings = client.collection('trainings');
    const long = await trainings.find({ filters: { durationHours: { $between: [10, 20] } } });
    expect(titles(long.data)).toEqual(['Statistics']);
    const easy = await trainings.find({ filters: { level: { $in: ['beginner', 'expert'] } } });
    expect(titles(easy.data)).toEqual(['Arithmetic']);
  });

  it.each([
    ['a field', 'title:desc', ['Tables', 'Numbers', 'Charts']],
    ['two fields', ['category.name:asc', 'title:asc'], ['Charts', 'Numbers', 'Tables']],
  ])('sorts by %s', async (_what, sort, expected) => {
    const { data } = await client.collection('blogs').find({ sort });
    expect(titles(data)).toEqual(expected);
  });

  it('reads the fields and relations that it names', async () => {
    const { data } = await client.collection('blogs').find({
      fields: ['title'],
      filters: { title: 'Charts' },
      populate: { category: { fields: ['name'] }, authors: { populate: { photo: true } } },
    });
    expect(data[0]).toEqual({
      id: expect.any(Number),
      documentId: expect.any(String),
      title: 'Charts',
      category: { id: expect.any(Number), documentId: expect.any(String), name: 'Data' },
      authors: [expect.objectContaining({ name: 'An author', photo: null })],
    });
  });

  it('reads a relation with everything in it', async () => {
    const { data } = await client.collection('categories').find({ populate: '*' });
    expect(data[0]?.blogs).toHaveLength(3);
  });

  it('reads one document', async () => {
    const { data } = await client.collection('blogs').find({ filters: { title: 'Charts' } });
    const { documentId = '' } = data[0] ?? {};
    const one = await client.collection('blogs').findOne(documentId, { populate: ['category'] });
    expect(one.data).toMatchObject({ documentId, title: 'Charts', category: { name: 'Data' } });
  });

  it('reads one language', async () => {
    const { data } = await client.collection('blogs').find({ locale: 'fr' });
    expect(data).toEqual([]);
  });

  it('reads the single type', async () => {
    const { data } = await client.single('site').find({ populate: ['navigation'] });
    expect(data).toMatchObject({ name: 'The academy', navigation: [{ label: 'Blogs' }] });
  });

  it('is told what is not there, and what may not be', async () => {
    const blogs = client.collection('blogs');
    await expect(blogs.findOne('unknown')).rejects.toMatchObject({ response: { status: 404 } });
    await expect(blogs.create({ title: 'No' })).rejects.toMatchObject({
      response: { status: 403 },
    });
    await expect(blogs.find({ status: 'draft' })).rejects.toMatchObject({
      response: { status: 403 },
    });
  });

  it('writes with a token', async () => {
    const { Authorization } = await createToken(running.strapi);
    const auth = Authorization.replace('Bearer ', '');
    const tags = createClient({ baseURL: `${running.url}/api`, auth }).collection('tags');
    const { data: made } = await tags.create({ name: 'Made by the client' });
    expect(made.slug).toBe('made-by-the-client');
    const { data: changed } = await tags.update(made.documentId, { name: 'Changed' });
    expect(changed).toMatchObject({ name: 'Changed', slug: 'made-by-the-client' });
    await tags.delete(made.documentId);
    await expect(tags.findOne(made.documentId)).rejects.toMatchObject({
      response: { status: 404 },
    });
  });
});
