import type { Page } from 'playwright-core';

import { launchBrowser, takePicture } from '../helpers/browser';
import { startConsentApi, type ConsentApi } from '../helpers/consent-api';
import { pageWith, until } from '../helpers/consent-site';
import { createFactories } from '../helpers/factories';
import { startStrapi, type RunningStrapi } from '../helpers/strapi';

let running: RunningStrapi;
/** A website of another origin, which may ask the API. */
let elsewhere: ConsentApi;
let browser: Awaited<ReturnType<typeof launchBrowser>>;

const CATEGORIES = [
  { key: 'necessary', name: 'Necessary', required: true, cookies: [{ name: 'lks_consent' }] },
  { key: 'statistics', name: 'Statistics', required: false, cookies: [{ name: '_pk_*' }] },
];

beforeAll(async () => {
  elsewhere = await startConsentApi();
  running = await startStrapi({ CORS_ORIGINS: elsewhere.url });
  elsewhere.pages['/'] = {
    body: pageWith({ script: running.url }),
    contentSecurityPolicy: `default-src 'none'; script-src ${running.url}; connect-src ${running.url}`,
  };
  browser = await launchBrowser();
  await running.strapi.documents('api::site.site').create({
    data: {
      name: 'An academy',
      cookieNotice: 'We count visits if you agree.',
      seo: { metaTitle: 'An academy', metaDescription: 'Trainings.' },
    },
  });
  const make = createFactories(running.strapi);
  await make.blog({ title: 'A blog', body: 'Text.' });
  await make.cookiePolicy({ title: 'Cookie policy', categories: CATEGORIES });
});

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

afterAll(async () => {
  await browser.close();
  await running.stop();
  await elsewhere.stop();
});

/** Opens a page of the website as somebody who has never been there. */
async function open(path: string, site = running.url): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(`${site}${path}`);
  return { page, faults };
}

/** The receipt that the browser keeps, once the API has given it. */
async function receiptOf(page: Page, key = 'lks_consent'): Promise<string> {
  let kept: { receipt?: string; unsent?: string } = {};
  await until(async () => {
    kept = JSON.parse(await page.evaluate<string>(`localStorage.getItem('${key}') ?? '{}'`));
    return kept.receipt !== undefined && kept.unsent === undefined;
  });
  return kept.receipt ?? '';
}

it('asks on a blog page, in the words of editors, and proves what was answered', async () => {
  const { page, faults } = await open('/blog.html?slug=a-blog');
  await page.getByRole('heading', { name: 'A blog' }).waitFor();
  await page.getByText('We count visits if you agree.').waitFor();
  await takePicture(page, 'website-consent');
  await page.getByRole('button', { name: 'Accept all' }).click();
  const receipt = await receiptOf(page);
  const given = await running.request.get(`/api/consents/${receipt}`).expect(200);
  expect(given.body.data).toMatchObject({
    policyVersion: 1,
    locale: 'en',
    choices: { necessary: true, statistics: true },
    method: 'accept-all',
    page: '/blog.html',
  });

  await page.getByRole('button', { name: 'Cookie settings' }).click();
  await page.getByRole('dialog').getByText(receipt).waitFor();
  await page.getByRole('button', { name: 'Refuse all' }).click();
  await receiptOf(page);
  const withdrawn = await running.request.get(`/api/consents/${receipt}`).expect(200);
  expect(withdrawn.body.data.withdrawnAt).toEqual(expect.any(String));
  expect(faults).toEqual([]);
});

it('leads from the notice to the policy, and keeps the way to the settings in the footer', async () => {
  const { page } = await open('/');
  await page.getByRole('link', { name: 'Read the cookie policy' }).click();
  await page.getByRole('heading', { name: 'Cookie policy', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Refuse all' }).click();
  await receiptOf(page);
  expect(await page.getByRole('button', { name: 'Cookie settings' }).count()).toBe(1);
});

it('asks in French where the page is French, and says that the policy is not', async () => {
  const { page } = await open('/?locale=fr');
  await page.getByRole('button', { name: 'Choisir' }).click();
  await page.getByRole('dialog', { name: 'Gérer les cookies' }).waitFor();
  expect(await page.getByText('Statistics').getAttribute('lang')).toBe('en');
});

it('asks, records and withdraws on a website of another origin', async () => {
  const { page, faults } = await open('/', elsewhere.url);
  await page.getByRole('button', { name: 'Accept all' }).click();
  const receipt = await receiptOf(page, 'prospectus-consent');
  await page.getByRole('button', { name: 'Cookie settings' }).click();
  await page.getByRole('button', { name: 'Refuse all' }).click();
  await receiptOf(page, 'prospectus-consent');
  const { body } = await running.request.get(`/api/consents/${receipt}`).expect(200);
  expect(body.data).toMatchObject({ page: '/', withdrawnAt: expect.any(String) });
  expect(faults.filter((fault) => !fault.includes('favicon'))).toEqual([]);
});

/** How many answers the API has recorded. */
async function countRecords(): Promise<number> {
  const records = running.strapi.db.connection<object>('consent_records');
  const [row] = await records.count({ count: '*' });
  return Number(row?.count);
}

it.each(['this site', 'another'])(
  'tells the API of an answer even when the visitor leaves %s at once',
  async (which) => {
    const before = await countRecords();
    const { page } = await open('/', which === 'another' ? elsewhere.url : running.url);
    await page.getByRole('button', { name: 'Accept all' }).click();
    await page.goto('about:blank');
    await until(async () => (await countRecords()) > before);
  },
);
