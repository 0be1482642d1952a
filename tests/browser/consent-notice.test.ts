import type { Page } from 'playwright-core';

import { takePicture } from '../helpers/browser';
import {
  keptAnswer,
  pageWith,
  policy,
  startConsentSite,
  until,
  untilSent,
  type ConsentSite,
} from '../helpers/consent-site';

let site: ConsentSite;

beforeAll(async () => {
  site = await startConsentSite();
});

afterEach(() => site.finish());

afterAll(() => site.stop());

const press = (page: Page, name: string) => page.getByRole('button', { name }).click();
const notice = (page: Page) => page.getByRole('heading', { name: 'Your choice about cookies' });

const bodies = () => site.api.requests.map(({ method, body }) => ({ method, ...body?.data }));

/** Visits, answers with a button of the banner, and waits until the API knows. */
async function answer(button: string): Promise<Page> {
  const page = await site.visit();
  await press(page, button);
  await untilSent(page);
  return page;
}

/** Opens the page anew, and tells whether the visitor is asked. */
async function isAskedAgain(page: Page): Promise<boolean> {
  await site.reopen(page);
  await page.getByRole('button', { name: /^(Refuse all|Cookie settings)$/ }).waitFor();
  return page.getByRole('button', { name: 'Refuse all' }).isVisible();
}

it.each([
  ['Accept all', 'accept-all', true],
  ['Refuse all', 'reject-all', false],
])('records %s, keeps the receipt and does not ask again', async (button, method, isAccepted) => {
  const page = await answer(button);
  const choices = { necessary: true, statistics: isAccepted, video: isAccepted };
  expect(bodies()).toEqual([{ method, policyVersion: 3, locale: 'en', choices, page: '/' }]);
  expect(await keptAnswer(page)).toMatchObject({
    receipt: 'receipt-1',
    policyVersion: 3,
    locale: 'en',
    choices,
    cookiesSha256: 'cookies-1',
    categoriesSha256: 'categories-1',
    expiresAt: expect.stringMatching(/^\d{4}-/),
  });
  expect(await isAskedAgain(page)).toBe(false);
  expect(site.api.requests).toHaveLength(1);
});

it('records a choice of some, from boxes none of which is ticked before', async () => {
  const page = await site.visit();
  await press(page, 'Choose');
  const boxes = page.getByRole('checkbox');
  expect(await boxes.count()).toBe(2);
  for (const box of await boxes.all()) expect(await box.isChecked()).toBe(false);
  await page.getByText('Always on').waitFor();
  await page.getByText('Cookies (2)').click();
  await page.getByText('Counts visits').waitFor();
  await takePicture(page, 'consent-dialog');
  await page.getByRole('checkbox', { name: 'Films' }).check();
  await press(page, 'Save my choice');
  await untilSent(page);
  const choices = { necessary: true, statistics: false, video: true };
  expect(bodies()).toMatchObject([{ method: 'choices', choices }]);
});

it('shows the choice and its receipt again, and records a change of it anew', async () => {
  const page = await answer('Accept all');
  await press(page, 'Cookie settings');
  await page.getByText('receipt-1').waitFor();
  await page.getByRole('checkbox', { name: 'Films', checked: true }).uncheck();
  await press(page, 'Save my choice');
  await untilSent(page);
  expect(bodies()).toMatchObject([
    { method: 'accept-all' },
    { method: 'choices', choices: { statistics: true, video: false } },
  ]);
  expect(await keptAnswer(page)).toMatchObject({ receipt: 'receipt-2' });
});

it('withdraws the record when all that was given is taken back', async () => {
  const page = await answer('Accept all');
  await press(page, 'Cookie settings');
  await press(page, 'Refuse all');
  await untilSent(page);
  expect(site.api.requests[1]).toMatchObject({
    method: 'DELETE',
    path: '/api/consents/receipt-1',
  });
  expect(await isAskedAgain(page)).toBe(false);
  await press(page, 'Cookie settings');
  await press(page, 'Accept all');
  await untilSent(page);
  expect(await keptAnswer(page)).toMatchObject({ receipt: 'receipt-3' });
  expect(await keptAnswer(page)).not.toHaveProperty('isWithdrawn');
});

it('asks again when the answer has expired', async () => {
  const page = await answer('Refuse all');
  await page.clock.setFixedTime(Date.now() + 179 * 24 * 3600 * 1000);
  expect(await isAskedAgain(page)).toBe(false);
  await page.clock.setFixedTime(Date.now() + 181 * 24 * 3600 * 1000);
  expect(await isAskedAgain(page)).toBe(true);
  expect(await keptAnswer(page)).toBeUndefined();
});

it.each([
  ['there are other cookies', { cookiesSha256: 'cookies-2' }, true],
  ['something else is said about them', { categoriesSha256: 'categories-2' }, true],
  ['the text around them changes', { version: 4, sha256: 'text-2', body: 'Other text.' }, false],
])('when %s, asks again: %#', async (_, changes, isAsked) => {
  const page = await answer('Accept all');
  site.api.policies.en = policy(changes);
  expect(await isAskedAgain(page)).toBe(isAsked);
  expect(await page.evaluate('prospectusConsent.accepts("statistics")')).toBe(!isAsked);
});

it('does not ask again in another language, unless there are other cookies', async () => {
  const page = await answer('Accept all');
  const french = { locale: 'fr', categoriesSha256: 'categories-fr' };
  site.api.policies.fr = policy(french);
  site.api.pages['/fr'] = { body: pageWith({ lang: 'fr' }) };
  await site.reopen(page, '/fr');
  await page.getByRole('button', { name: 'Gérer les cookies' }).waitFor();
  site.api.policies.fr = policy({ ...french, cookiesSha256: 'cookies-2' });
  await site.reopen(page, '/fr');
  await page.getByRole('button', { name: 'Tout refuser' }).waitFor();
});

it.each([0, 503])(
  'keeps an answer that cannot be recorded (%i), and records it on the next page',
  async (failure) => {
    site.api.failures['/api/consents'] = failure;
    const page = await site.visit();
    await press(page, 'Accept all');
    await notice(page).waitFor({ state: 'hidden' });
    expect(await keptAnswer(page)).toMatchObject({ unsent: 'consent' });
    expect(await isAskedAgain(page)).toBe(false);
    expect(await page.evaluate('prospectusConsent.accepts("statistics")')).toBe(true);
    site.api.failures = {};
    await site.reopen(page, '/other');
    await untilSent(page);
    expect(await keptAnswer(page)).toMatchObject({ receipt: expect.any(String), page: '/' });
  },
);

it('asks again when the API refuses to record the answer: without proof there is no consent', async () => {
  site.api.failures['/api/consents'] = 400;
  const page = await site.visit();
  await press(page, 'Accept all');
  await until(async () => (await keptAnswer(page)) === undefined);
  expect(await isAskedAgain(page)).toBe(true);
});

it.each([
  ['no connection', { '/api/cookie-policies/current': 0 }],
  ['an error', { '/api/cookie-policies/current': 500 }],
])('shows nothing and allows nothing without a policy: %s', async (_, failures) => {
  site.api.failures = failures;
  site.api.pages['/'] = {
    body: pageWith({ body: '<button data-consent="settings">Cookies</button>' }),
  };
  const page = await site.visit();
  await page.waitForLoadState('networkidle');
  expect(await page.locator('[data-prospectus-consent]').count()).toBe(0);
  expect(await page.evaluate('prospectusConsent.choices')).toEqual({});
  site.api.failures = {};
  await press(page, 'Cookies');
  await page.getByRole('dialog', { name: 'Cookie settings' }).waitFor();
});
