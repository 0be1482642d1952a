import type { Page } from 'playwright-core';

import { startPanel, takePicture, type Panel } from '../helpers/browser';

const BLOG = 'api::blog.blog';

let panel: Panel;

beforeAll(async () => {
  panel = await startPanel();
});

afterEach(() => panel.closePages());

afterAll(() => panel.stop());

async function createTrainings(...titles: string[]): Promise<void> {
  for (const title of titles)
    await panel.strapi
      .documents('api::training.training')
      .create({ data: { title, summary: 'A summary.' }, status: 'published' });
}

/** Adds a training to those that the blog names. */
async function pin(page: Page, title: string): Promise<void> {
  await page.locator('input[name="relatedTrainings"]').click();
  await page.getByRole('option', { name: title }).click();
  await page.getByRole('list').getByText(title).waitFor();
}

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByText('Published document').waitFor();
}

it('shows a blog at once that an editor writes, with trainings pinned in an order', async () => {
  await createTrainings('Alpha course', 'Beta course', 'Gamma course');
  const page = await panel.signIn('strapi-editor');

  await page.getByRole('link', { name: 'Content Manager' }).first().click();
  await page.getByRole('link', { name: 'Blog', exact: true }).click();
  await page.getByRole('link', { name: 'Create new entry' }).first().click();
  await page.locator('input[name="title"]').fill('Written in a browser');
  await page.locator('.cm-content, .CodeMirror').click();
  await page.keyboard.insertText('## A heading\n\nA text with *some* stress.');
  await pin(page, 'Gamma course');
  await pin(page, 'Alpha course');
  await takePicture(page, 'edit-view');
  await publish(page);

  const { body } = await panel.request.get('/api/blogs/by-slug/written-in-a-browser').expect(200);
  expect(body.data).toMatchObject({
    title: 'Written in a browser',
    bodyHtml: expect.stringContaining('<em>some</em>'),
    readingMinutes: 1,
    relatedTrainings: [{ title: 'Gamma course' }, { title: 'Alpha course' }],
  });
  await panel.openList(page, BLOG);
  await takePicture(page, 'list');
});

it('leads from the old address to the new one when an editor changes the slug', async () => {
  await panel.strapi
    .documents(BLOG)
    .create({ data: { title: 'First address', body: 'Text.' }, status: 'published' });
  const page = await panel.signIn('strapi-editor');

  await panel.openDocument(page, BLOG, 'First address');
  await page.locator('input[name="slug"][value="first-address"]').fill('second-address');
  await publish(page);

  const moved = await panel.request.get('/api/blogs/by-slug/first-address').expect(301);
  expect(moved.headers.location).toBe('/api/blogs/by-slug/second-address');
  await panel.request.get('/api/blogs/by-slug/second-address').expect(200);
});
