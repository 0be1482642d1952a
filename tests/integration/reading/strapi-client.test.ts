import { strapi as createClient } from '@strapi/client';
import { createFactories } from '../../helpers/factories';
import { startStrapi, type RunningStrapi } from '../../helpers/strapi';

let running: RunningStrapi;

beforeAll(async () => {
  running = await startStrapi();
  const make = createFactories(running.strapi);
  const category = await make.category({ name: 'Data' });
  for (const title of ['Charts', 'Tables', 'Numbers'])
    await make.blog({ title, category: category.documentId });
});

afterAll(async () => {
  await running.stop();
});

it("Strapi's own client lists, filters, sorts, pages and populates", async () => {
  const blogs = createClient({ baseURL: `${running.url}/api` }).collection('blogs');
  const { data, meta } = await blogs.find({
    filters: { title: { $contains: 's' } },
    sort: 'title:asc',
    pagination: { page: 1, pageSize: 2 },
    populate: ['category'],
  });
  expect(data.map(({ title }) => title as string)).toEqual(['Charts', 'Numbers']);
  expect(data[0]?.category).toMatchObject({ name: 'Data' });
  expect(meta.pagination).toMatchObject({ page: 1, pageSize: 2, total: 3 });

  const one = await blogs.findOne(data[0]?.documentId ?? '');
  expect(one.data.title).toBe('Charts');
});
