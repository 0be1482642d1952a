import {
  keptAnswer,
  pageWith,
  policy,
  scriptsThatRan,
  startConsentSite,
  STRICT_POLICY,
  until,
  untilReady,
  untilSent,
  type ConsentSite,
} from '../helpers/consent-site';

let site: ConsentSite;

beforeAll(async () => {
  site = await startConsentSite();
});

afterEach(() => site.finish());

afterAll(() => site.stop());

const tagged = (category: string, name: string, more = '') =>
  `<script type="text/plain" data-category="${category}" src="/run.js?name=${name}" ${more}></script>`;

/** Says what follows each change, without a script in the page that its policy would forbid. */
const LISTEN = `window.heard = [];
  document.addEventListener('consent:change', ({ detail }) => window.heard.push(detail));`;

it('runs tagged scripts of accepted categories alone, in their order, once', async () => {
  const scripts = [
    tagged('statistics', 'first'),
    tagged('video', 'film'),
    tagged('statistics', 'second'),
    tagged('necessary', 'needed'),
    tagged('misspelt', 'stray'),
  ];
  site.api.pages['/'] = { body: pageWith({ body: scripts.join('') }) };
  const page = await site.visit();
  await page.getByRole('button', { name: 'Refuse all' }).waitFor();
  await until(async () => (await scriptsThatRan(page)).length > 0);
  expect(await scriptsThatRan(page)).toEqual(['needed']);

  await page.getByRole('button', { name: 'Choose' }).click();
  await page.getByRole('checkbox', { name: 'Statistics' }).check();
  await page.getByRole('button', { name: 'Save my choice' }).click();
  await until(async () => (await scriptsThatRan(page)).length === 3);
  expect(await scriptsThatRan(page)).toEqual(['needed', 'first', 'second']);

  await page.getByRole('button', { name: 'Cookie settings' }).click();
  await page.getByRole('button', { name: 'Accept all' }).click();
  await until(async () => (await scriptsThatRan(page)).length === 4);
  await untilSent(page);
  await site.reopen(page);
  await until(async () => (await scriptsThatRan(page)).length === 4);
  expect(await scriptsThatRan(page)).toEqual(['first', 'film', 'second', 'needed']);
});

it('runs an inline script that the site allows by its nonce, and one that comes later', async () => {
  const inline = `<script type="text/plain" data-category="video" nonce="abc">
    (window.ran ??= []).push('inline');</script>`;
  site.api.pages['/'] = {
    body: pageWith({ body: tagged('video', 'file') + inline + tagged('video', 'last', 'async') }),
    contentSecurityPolicy: STRICT_POLICY.replace("'self'", "'self' 'nonce-abc'"),
  };
  const page = await site.visit();
  await page.getByRole('button', { name: 'Accept all' }).click();
  await until(async () => (await scriptsThatRan(page)).length === 3);
  expect((await scriptsThatRan(page)).slice(0, 2)).toEqual(['file', 'inline']);
  await page.evaluate(`{ const script = document.createElement('script');
    script.type = 'text/plain';
    script.dataset.category = 'video';
    script.src = '/run.js?name=late';
    document.body.append(script); }`);
  await until(async () => (await scriptsThatRan(page)).includes('late'));
});

it('runs them where Trusted Types are required', async () => {
  site.api.pages['/'] = {
    body: pageWith({ body: tagged('video', 'film') }),
    contentSecurityPolicy: `${STRICT_POLICY}; require-trusted-types-for 'script'; trusted-types 'none'`,
  };
  const page = await site.visit();
  await page.getByRole('button', { name: 'Accept all' }).click();
  await until(async () => (await scriptsThatRan(page)).length === 1);
});

it('fills frames that are accepted, and empties them when that is taken back', async () => {
  site.api.pages['/'] = {
    body: pageWith({
      body: '<iframe title="Film" data-category="video" data-src="/film"></iframe>',
    }),
    contentSecurityPolicy: `${STRICT_POLICY}; frame-src 'self'`,
  };
  site.api.pages['/film'] = { body: '<p>The film</p>' };
  const page = await site.visit();
  await untilReady(page);
  expect(await page.locator('iframe').getAttribute('src')).toBeNull();
  await page.getByRole('button', { name: 'Accept all' }).click();
  await page.frameLocator('iframe').getByText('The film').waitFor();
  await page.getByRole('button', { name: 'Cookie settings' }).click();
  await page.getByRole('button', { name: 'Refuse all' }).click();
  await until(async () => page.frames().every((frame) => !frame.url().endsWith('/film')));
});

it('deletes the cookies of what is taken back, and loads the page anew to end its scripts', async () => {
  site.api.pages['/'] = { body: pageWith({ body: tagged('statistics', 'counter') }) };
  const page = await site.visit();
  await page.getByRole('button', { name: 'Accept all' }).click();
  await untilSent(page);
  const cookies = ['_pk_id.1=a', 'seen=b; path=/', 'session=c', 'player=d', 'other=e'];
  for (const cookie of cookies) await page.evaluate(`document.cookie = ${JSON.stringify(cookie)}`);
  await page.getByRole('button', { name: 'Cookie settings' }).click();
  await page.getByRole('checkbox', { name: 'Statistics' }).uncheck();
  await page.getByRole('button', { name: 'Save my choice' }).click();
  await until(async () => site.api.requests.length === 2);
  await page.waitForFunction('window.ran === undefined');
  await untilReady(page);
  expect(await scriptsThatRan(page)).toEqual([]);
  const names = (await page.context().cookies()).map(({ name }) => name);
  expect(names.toSorted()).toEqual(['other', 'player', 'session']);
  expect(await keptAnswer(page)).toMatchObject({ receipt: 'receipt-2' });
});

it('tells the page of every change, and answers its questions', async () => {
  const page = await site.visit({ prepare: LISTEN });
  await page.getByRole('button', { name: 'Refuse all' }).click();
  await page.evaluate('prospectusConsent.open()');
  await page.getByRole('button', { name: 'Accept all' }).click();
  const choices = (isAccepted: boolean) => ({
    necessary: true,
    statistics: isAccepted,
    video: isAccepted,
  });
  expect(await page.evaluate('heard')).toEqual([
    { choices: choices(false), isAnswered: false },
    { choices: choices(false), isAnswered: true },
    { choices: choices(true), isAnswered: true },
  ]);
  expect(await page.evaluate('prospectusConsent.choices')).toEqual(choices(true));
  for (const name of ['constructor', '__proto__', 'unheard-of'])
    expect(await page.evaluate(`prospectusConsent.accepts('${name}')`)).toBe(false);
});

it('takes Global Privacy Control for a refusal, until the visitor says otherwise', async () => {
  const page = await site.visit({
    prepare: `Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { value: true });`,
  });
  await page.getByRole('button', { name: 'Cookie settings' }).click();
  await page.getByText('Global Privacy Control').waitFor();
  expect(await page.evaluate('prospectusConsent.accepts("video")')).toBe(false);
  expect(site.api.requests).toEqual([]);
  await page.getByRole('checkbox', { name: 'Films' }).check();
  await page.getByRole('button', { name: 'Save my choice' }).click();
  await untilSent(page);
  expect(site.api.requests).toMatchObject([{ body: { data: { method: 'choices' } } }]);
  expect(await page.evaluate('prospectusConsent.accepts("video")')).toBe(true);
});

it('carries an answer into the other tabs of the site', async () => {
  const page = await site.visit();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: 'Accept all' }).waitFor();
  await page.getByRole('button', { name: 'Accept all' }).click();
  await other.getByRole('button', { name: 'Accept all' }).waitFor({ state: 'hidden' });
  expect(await other.evaluate('prospectusConsent.accepts("video")')).toBe(true);
});

it('serves a website of another origin, which the API allows', async () => {
  const other = await startConsentSite();
  const script = site.api.url;
  other.api.pages['/page'] = {
    body: pageWith({ script, body: tagged('video', 'film') }),
    contentSecurityPolicy: `default-src 'none'; script-src 'self' ${script}; connect-src ${script}; base-uri 'none'`,
  };
  site.api.origins = [other.api.url];
  const page = await site.visit({ path: `${other.api.url}/page` });
  await page.getByRole('button', { name: 'Accept all' }).click();
  await untilSent(page);
  await until(async () => (await scriptsThatRan(page)).length === 1);
  await page.getByRole('button', { name: 'Cookie settings' }).click();
  await page.getByRole('button', { name: 'Refuse all' }).click();
  await until(async () => site.api.requests.length === 2);
  expect(site.api.requests).toMatchObject([{ method: 'POST' }, { method: 'DELETE' }]);
  expect(other.api.requests).toEqual([]);
  await other.stop();
});

it('shows hostile texts as texts', async () => {
  const text = `<img src=x onerror="document.title='taken'"><script>document.title='taken'</script>`;
  const cookie = { name: text, provider: text, purpose: text, duration: text };
  site.api.policies.en = policy({
    slug: '"><script>',
    categories: [
      { key: '__proto__', name: text, description: text, required: false, cookies: [cookie] },
      { key: 'long', name: 'x'.repeat(200), description: null, required: true, cookies: null },
      null,
    ],
  });
  site.api.cookieNotice = text;
  const page = await site.visit({ viewport: { width: 320, height: 640 } });
  await page.getByText('<img src=x').waitFor();
  await page.getByRole('button', { name: 'Choose' }).click();
  await page.getByText('Cookies (1)').click();
  expect(await page.title()).toBe('A page');
  expect(await page.locator('img').count()).toBe(0);
  await page.getByRole('dialog').getByRole('button', { name: 'Accept all' }).click();
  await untilSent(page);
  expect(site.api.requests[0]?.body?.data.choices).toHaveProperty(['__proto__'], true);
});
