import type { Page } from 'playwright-core';

import { startPanel, takePicture, type Panel } from '../helpers/browser';

const ENQUIRY = 'api::enquiry.enquiry';
const TRAINING = 'api::training.training';

let panel: Panel;

beforeAll(async () => {
  panel = await startPanel();
});

afterEach(() => panel.closePages());

afterAll(() => panel.stop());

/** Sends an enquiry as a visitor does, and answers its reference. */
async function enquire(): Promise<string> {
  const data = {
    kind: 'other',
    name: 'Visiting Person',
    email: 'visitor@example.org',
    message: 'When does the next course start?',
  };
  const { body } = await panel.request.post('/api/enquiries').send({ data }).expect(201);
  return body.data.reference;
}

async function readState(reference: string): Promise<unknown> {
  const found = await panel.strapi.documents(ENQUIRY).findFirst({ filters: { reference } });
  return found?.state;
}

async function chooseStatus(page: Page, status: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: status, exact: true }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
}

it('lets the desk open an enquiry that a visitor sent', async () => {
  const reference = await enquire();
  const page = await panel.signIn('enquiry-desk');
  await panel.openDocument(page, ENQUIRY, reference);
  await page.locator('textarea[name="message"]').waitFor();
  await chooseStatus(page, 'open');
  await page.getByText('Saved document').waitFor();
  await takePicture(page, 'enquiry');
  expect(await readState(reference)).toBe('open');
});

it('tells the desk why a status cannot follow the present one', async () => {
  const reference = await enquire();
  const page = await panel.signIn('enquiry-desk');
  await panel.openDocument(page, ENQUIRY, reference);
  await chooseStatus(page, 'won');
  await page.getByText('An enquiry that is new cannot become won; it can become').waitFor();
  expect(await readState(reference)).toBe('new');
});

it('offers the desk nothing but enquiries to change', async () => {
  await panel.strapi
    .documents(TRAINING)
    .create({ data: { title: 'A course', summary: 'A summary.' }, status: 'published' });
  const page = await panel.signIn('enquiry-desk');
  await panel.openList(page, TRAINING);

  const contentTypes = page.getByRole('navigation').last().getByRole('link');
  expect(await contentTypes.allInnerTexts()).toEqual([
    'Enquiry',
    'Training',
    'Training session',
    'Enquiry desk',
  ]);
  expect(await page.getByRole('link', { name: 'Create new entry' }).count()).toBe(0);
  await panel.openDocument(page, TRAINING, 'A course');
  await page.locator('input[name="title"]').waitFor();
  expect(await page.locator('input[name="title"]').isDisabled()).toBe(true);
  expect(
    await page.getByRole('button', { name: /^(Publish|Save)$/, disabled: false }).count(),
  ).toBe(0);
});
