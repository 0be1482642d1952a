import type { Locator, Page } from 'playwright-core';

import { startPanel, takePicture, type Panel } from '../helpers/browser';
import { runJobs } from '../helpers/jobs';
import { startReceiver, status, verify, type Receiver } from '../helpers/webhook-receiver';

let panel: Panel;
let receiver: Receiver;

beforeAll(async () => {
  panel = await startPanel({ WEBHOOKS_ALLOW_PRIVATE_TARGETS: 'true' });
  receiver = await startReceiver();
});

beforeEach(() => {
  receiver.received.length = 0;
  receiver.answer(status(200, 'Thank you'));
});

afterEach(async () => {
  await panel.closePages();
  await panel.strapi.db.connection('webhook_endpoints').delete();
});

afterAll(async () => {
  await receiver.stop();
  await panel.stop();
});

async function openWebhooks(page: Page, path = ''): Promise<void> {
  await page.goto(`${panel.url}/admin/plugins/webhooks${path}`);
  await page.getByRole('heading', { name: 'Webhooks', level: 1 }).waitFor();
}

/** Sends an enquiry as a visitor does, and works off what it brings about. */
async function enquire(): Promise<void> {
  const data = {
    kind: 'other',
    name: 'Visiting Person',
    email: 'visitor@example.org',
    message: 'When does the next course start?',
  };
  await panel.request.post('/api/enquiries').send({ data }).expect(201);
  await runJobs(panel.strapi);
}

/** Makes an endpoint by the form, and answers the secret that is shown then. */
async function createEndpoint(page: Page, name: string): Promise<string> {
  await openWebhooks(page);
  await page.getByRole('link', { name: 'Create endpoint' }).click();
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Address').fill(receiver.url);
  await page.getByLabel('Send personal data').click();
  await page.getByText('leave this system').waitFor();
  await page.getByRole('button', { name: 'Create' }).click();
  const dialog = page.getByRole('dialog', { name: 'The endpoint is ready' });
  const secret = await dialog.getByRole('group', { name: 'Signing secret' }).innerText();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  return secret;
}

/** Presses Tab until something has the keyboard; backwards with `Shift+Tab`. */
async function tabTo(target: Locator, key = 'Tab'): Promise<void> {
  const focus = target.page().locator(':focus');
  await target.waitFor();
  for (let presses = 0; presses < 40; presses += 1) {
    await target.page().keyboard.press(key);
    if ((await target.and(focus).count()) > 0) return;
  }
  throw new Error(`Tab does not reach ${String(target)}.`);
}

/** Somebody who may see the page and nothing else. */
async function signInReader(): Promise<Page> {
  const code = 'webhooks-reader';
  const roles = panel.strapi.service('admin::role') as unknown as {
    create(role: object): Promise<{ id: number }>;
    assignPermissions(id: number, permissions: object[]): Promise<unknown>;
  };
  const { id } = await roles.create({ code, name: 'Reader', description: '' });
  const read = { action: 'plugin::webhooks.read', subject: null, properties: {}, conditions: [] };
  await roles.assignPermissions(id, [read]);
  return panel.signIn(code);
}

it('shows an endpoint what it is told: from its creation to a replay', async () => {
  const page = await panel.signIn('strapi-super-admin');
  await openWebhooks(page);
  await page.getByRole('heading', { name: 'No endpoints yet' }).waitFor();
  const secret = await createEndpoint(page, 'Customer relations');

  await page.getByRole('button', { name: 'Send test event' }).click();
  await page.getByRole('status').getByText('HTTP 200').waitFor();
  await takePicture(page, 'webhooks-endpoint');
  expect(verify(receiver.received[0], secret)).toMatchObject({ type: 'webhook.test' });

  receiver.answer(status(500, 'Out of order'));
  await enquire();
  await page.getByRole('link', { name: 'All deliveries to this endpoint' }).click();
  await page.getByRole('gridcell', { name: 'Waiting' }).waitFor();
  await takePicture(page, 'webhooks-deliveries');
  await page.getByRole('link', { name: 'enquiry.created' }).click();
  const attempts = page.getByRole('list', { name: 'Attempts' });
  await attempts.getByRole('group', { name: 'First kilobyte of the answer' }).waitFor();
  expect(await attempts.innerText()).toMatch(/Attempt 1\s+Failure\s+HTTP 500[^]+Out of order/);

  receiver.answer(status(200, 'Thank you'));
  await page.getByRole('button', { name: 'Replay' }).click();
  await page.getByText('The delivery is sent again.').waitFor();
  await runJobs(panel.strapi);
  await attempts.getByText('Thank you').waitFor();
  expect(await attempts.innerText()).toMatch(/Attempt 2\s+Success\s+HTTP 200/);
  await takePicture(page, 'webhooks-delivery');
  expect(verify(receiver.received.at(-1), secret)).toMatchObject({
    type: 'enquiry.created',
    data: { email: 'visitor@example.org' },
  });
  await openWebhooks(page);
  await page.getByRole('gridcell', { name: '50% failed in 24 hours' }).waitFor();
  await takePicture(page, 'webhooks-endpoints');
});

it('can be worked with the keyboard alone', async () => {
  const page = await panel.signIn('strapi-super-admin');
  await openWebhooks(page);
  await tabTo(page.getByRole('link', { name: 'Create endpoint' }));
  await page.keyboard.press('Enter');
  await tabTo(page.getByLabel('Name'));
  await page.keyboard.type('Newsletter');
  await tabTo(page.getByLabel('Address'));
  await page.keyboard.type(receiver.url);
  await tabTo(page.getByLabel('Enquiry erased'));
  await page.keyboard.press('Space');
  await tabTo(page.getByRole('button', { name: 'Create' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await tabTo(page.getByRole('button', { name: 'Done' }));
  await page.keyboard.press('Enter');
  await tabTo(page.getByRole('button', { name: 'Send test event' }));
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('HTTP 200').waitFor();

  const rotate = page.getByRole('button', { name: 'Rotate' });
  await tabTo(rotate);
  await page.keyboard.press('Enter');
  await tabTo(page.getByRole('button', { name: 'Rotate secret' }));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'The new secret' });
  await dialog.getByText('The previous secret signs as well until').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page.locator('button:focus', { hasText: 'Rotate' }).waitFor();

  await openWebhooks(page);
  await tabTo(page.getByRole('gridcell', { name: 'Endpoint', exact: true }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Newsletter', level: 1 }).waitFor();
});

it('says at each field what is wrong with it, and puts the keyboard at the first', async () => {
  const page = await panel.signIn('strapi-super-admin');
  await openWebhooks(page);
  await page.getByRole('link', { name: 'Create endpoint' }).click();
  await page.getByLabel('Name').fill('Without an address');
  for (const event of ['Enquiry received', 'Enquiry changed', 'Enquiry erased'])
    await page.getByLabel(event).click();
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByText('Choose at least one type of event.').waitFor();
  await page.locator('input[name="url"]:focus').waitFor();
  expect(await page.getByLabel('Address').getAttribute('aria-invalid')).toBe('true');
});

it('deletes an endpoint after a word about what is lost', async () => {
  const page = await panel.signIn('strapi-super-admin');
  await createEndpoint(page, 'Old system');
  await page.getByLabel('Enabled').click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Deliveries are parked until it is enabled.').waitFor();
  await enquire();
  await page.reload();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByText('1 delivery that has not arrived will never be sent.').waitFor();
  await page.getByRole('button', { name: 'Delete endpoint' }).click();
  await page.getByText('Old system is deleted').waitFor();
  await page.getByRole('heading', { name: 'No endpoints yet' }).waitFor();
});

it('keeps the filters of deliveries in the address', async () => {
  const page = await panel.signIn('strapi-super-admin');
  await createEndpoint(page, 'Customer relations');
  await enquire();
  await openWebhooks(page, '/deliveries');
  await page.getByRole('combobox', { name: 'State' }).click();
  await page.getByRole('option', { name: 'Delivered' }).click();
  await page.waitForURL(/\/deliveries\?state=delivered$/);
  await page.getByRole('link', { name: 'enquiry.created' }).waitFor();

  await openWebhooks(page, '/deliveries?state=dead&page=1');
  await page.getByText('No delivery matches the filters.').waitFor();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByRole('link', { name: 'enquiry.created' }).waitFor();
  expect(new URL(page.url()).search).toBe('');
});

it('offers nothing to change to those who may only read, and hides personal data', async () => {
  await createEndpoint(await panel.signIn('strapi-super-admin'), 'Customer relations');
  await enquire();
  const page = await signInReader();
  await openWebhooks(page);
  await page.getByRole('link', { name: 'Show Customer relations' }).waitFor();
  expect(await page.getByRole('switch').count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Create endpoint' }).count()).toBe(0);
  await page.getByRole('link', { name: 'Show Customer relations' }).click();
  await page.getByRole('heading', { name: 'Health' }).waitFor();
  expect(await page.getByLabel('Name').isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: /Save|Delete|Rotate|test|Replay/ }).count()).toBe(
    0,
  );
  await page.getByRole('link', { name: 'All deliveries' }).click();
  await page.getByRole('link', { name: 'enquiry.created' }).click();
  await page.getByText('Personal data is left out here').waitFor();
  expect(await page.getByRole('main').innerText()).not.toContain('visitor@example.org');
});

it('is not there for an author', async () => {
  const page = await panel.signIn('strapi-author');
  expect(await page.getByRole('link', { name: 'Webhooks' }).count()).toBe(0);
  await page.goto(`${panel.url}/admin/plugins/webhooks`);
  await page.getByText("You don't have the permissions to access that content").waitFor();
});
