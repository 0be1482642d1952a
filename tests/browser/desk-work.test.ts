import { errors, type Page } from 'playwright-core';

import { startPanel, takePicture, type Panel } from '../helpers/browser';

const ENQUIRY = 'api::enquiry.enquiry';

let panel: Panel;

beforeAll(async () => {
  panel = await startPanel();
});

afterEach(() => panel.closePages());

afterAll(() => panel.stop());

/** Sends an enquiry as a visitor does, and answers its reference. */
async function enquire(message: string): Promise<string> {
  const data = { kind: 'other', name: 'Visiting Person', email: 'visitor@example.org', message };
  const { body } = await panel.request.post('/api/enquiries').send({ data }).expect(201);
  return body.data.reference;
}

async function read(reference: string) {
  return panel.strapi
    .documents(ENQUIRY)
    .findFirst({ filters: { reference }, populate: { notes: true } });
}

/**
 * Saves, and waits until the panel has read the enquiry again: it forgets what is entered before.
 * Where it has done so already, a moment passes in vain.
 */
async function save(page: Page): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === 'PUT');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const { pathname } = new URL((await answered).url());
  await page
    .waitForResponse(
      (response) =>
        response.request().method() === 'GET' && new URL(response.url()).pathname === pathname,
      { timeout: 3000 },
    )
    .catch((error: unknown) => {
      if (!(error instanceof errors.TimeoutError)) throw error;
    });
}

async function chooseStatus(page: Page, status: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: status, exact: true }).click();
}

async function addNote(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: /No entry yet|Add an entry/, disabled: false }).click();
  await page.getByRole('textbox', { name: 'Note' }).last().fill(text);
}

it('lets the desk work on one enquiry from its arrival to its end', async () => {
  const reference = await enquire('When does the next course start?');
  const page = await panel.signIn('enquiry-desk');
  await panel.openDocument(page, ENQUIRY, reference);
  await chooseStatus(page, 'open');
  await addNote(page, 'Called, nobody there. I shall try again on Monday.');
  await save(page);
  await chooseStatus(page, 'answered');
  await save(page);
  await addNote(page, 'They take the course in May.');
  await save(page);
  await page.reload();
  await page.getByRole('button', { name: /They take the course in May/ }).waitFor();
  await page
    .getByText(/^Notes/)
    .first()
    .scrollIntoViewIfNeeded();
  await takePicture(page, 'enquiry-notes');
  expect(await read(reference)).toMatchObject({
    state: 'answered',
    answeredOnTime: true,
    dueAt: null,
    notes: [
      { text: expect.stringContaining('nobody there'), author: 'Panel User' },
      { text: 'They take the course in May.', author: 'Panel User' },
    ],
  });
});

it('keeps a note as it was written, and says so', async () => {
  const reference = await enquire('Is there a course in Lyon?');
  const page = await panel.signIn('enquiry-desk');
  await panel.openDocument(page, ENQUIRY, reference);
  await addNote(page, 'There is one.');
  await save(page);
  await page.reload();
  await page.getByRole('button', { name: /There is one/ }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('There is none.');
  await save(page);
  await page.getByText('A note stays as it was written').first().waitFor();
  expect(await read(reference)).toMatchObject({ notes: [{ text: 'There is one.' }] });
});

it('tells somebody whose page is out of date that a colleague was faster', async () => {
  const reference = await enquire('Is there a course online?');
  const page = await panel.signIn('enquiry-desk');
  await panel.openDocument(page, ENQUIRY, reference);
  const { documentId } = (await read(reference)) ?? { documentId: '' };
  await panel.strapi.documents(ENQUIRY).update({ documentId, data: { state: 'answered' } });
  await addNote(page, 'I shall call.');
  await save(page);
  await page.getByText('A colleague has changed this enquiry since you opened it').waitFor();
  expect(await read(reference)).toMatchObject({ state: 'answered', notes: [] });
});

it('shows what is overdue first, and what an enquiry is a duplicate of', async () => {
  const overdue = await enquire('Nobody answers me');
  const settled = await enquire('Thank you');
  await enquire('Nobody answers me');
  const rows = panel.strapi.db.query(ENQUIRY);
  const dueAt = '2026-01-02T12:00:00.000Z';
  await rows.update({ where: { reference: overdue }, data: { dueAt } });
  await rows.update({ where: { reference: settled }, data: { state: 'won', dueAt: null } });
  const page = await panel.signIn('enquiry-desk');
  await panel.openList(page, ENQUIRY);
  await takePicture(page, 'enquiry-list');
  const references = await page.getByRole('gridcell', { name: /^ENQ-/ }).allInnerTexts();
  expect(references[0]).toBe(overdue);
  expect(references.at(-1)).toBe(settled);
});
