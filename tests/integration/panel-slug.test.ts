import type { Modules } from '@strapi/strapi';

import { startStrapi, type RunningStrapi } from '../helpers/strapi';

// A Strapi starts in some seconds, more on a busy machine.
jest.setTimeout(60_000);

let running: RunningStrapi;
let blogs: Modules.Documents.ServiceInstance<'api::blog.blog'>;

beforeAll(async () => {
  running = await startStrapi();
  blogs = running.strapi.documents('api::blog.blog');
});

afterAll(async () => {
  await running.stop();
});

it('makes the slug when a draft that was saved without a title gets one', async () => {
  const { documentId } = await blogs.create({ data: { title: '', body: 'Text.' } });
  const named = await blogs.update({ documentId, data: { title: 'A title at last' } });
  expect(named?.slug).toBe('a-title-at-last');
});

it('keeps the slug when the title changes', async () => {
  const { documentId } = await blogs.create({ data: { title: 'The first title', body: 'Text.' } });
  const renamed = await blogs.update({ documentId, data: { title: 'Another title', slug: '' } });
  expect(renamed?.slug).toBe('the-first-title');
});
