import { readFile } from 'node:fs/promises';

import type { Download, Page } from 'playwright-core';

import type { RetentionService } from '../../src/plugins/privacy/server/src/services/retention';
import { startPanel, takePicture, type Panel } from '../helpers/browser';

const email = 'visitor@example.org';

let panel: Panel;

beforeAll(async () => {
  panel = await startPanel();
});

afterEach(() => panel.closePages());

afterAll(() => panel.stop());

async function enquire(): Promise<string> {
  const data = { kind: 'other', name: 'Visiting Person', email, message: 'When does it start?' };
  const { body } = await panel.request.post('/api/enquiries').send({ data }).expect(201);
  return body.data.reference as string;
}

async function openPrivacy(page: Page): Promise<void> {
  await page.goto(`${panel.url}/admin/plugins/privacy`);
  await page.getByRole('heading', { name: 'Privacy', level: 1 }).waitFor();
}

async function readJson(download: Download): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(await download.path(), 'utf8')) as Record<string, unknown>;
}

it('finds a person, exports and erases them, by the keyboard', async () => {
  const reference = await enquire();
  const old = await enquire();
  await panel.strapi.db
    .connection('enquiries')
    .where({ reference: old })
    .update({ created_at: new Date('2020-01-02') });
  const retention = panel.strapi.plugin('privacy').service<RetentionService>('retention');
  await retention.run(new AbortController().signal);
  const page = await panel.signIn('strapi-super-admin');
  await openPrivacy(page);
  await page.getByRole('grid', { name: 'What is due' }).getByText(old).waitFor();

  await page.getByLabel('E-mail address').fill(email.toUpperCase());
  await page.keyboard.press('Enter');
  const held = page.getByRole('list', { name: 'What is held' });
  await held.getByText('Enquiries: 2').waitFor();
  expect(await held.innerText()).toContain(reference);
  await takePicture(page, 'privacy');

  const [exported] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download everything' }).click(),
  ]);
  expect(JSON.stringify(await readJson(exported))).toContain('Visiting Person');

  await page.getByRole('button', { name: 'Erase…' }).press('Enter');
  const dialog = page.getByRole('alertdialog', { name: 'Erase this person' });
  const confirm = dialog.getByRole('button', { name: 'Erase for good' });
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByLabel('Type the address once more').fill(email);
  await confirm.press('Enter');
  await page.getByText('Everything was erased.').waitFor();
  const [receipt] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the receipt' }).click(),
  ]);
  expect(await readJson(receipt)).toMatchObject({ counts: { enquiries: 2 } });
  expect(page.url()).not.toContain('visitor');
});
