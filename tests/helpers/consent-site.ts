import { setTimeout } from 'node:timers/promises';

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

import { launchBrowser, takePicture } from './browser';
import { startConsentApi, type ConsentApi } from './consent-api';

export { STRICT_POLICY } from './consent-api';

/** Longest wait for anything to appear, in milliseconds. */
const PATIENCE = 15_000;

const COOKIES = {
  necessary: [
    { name: 'session', provider: 'The site', purpose: 'Signs you in', duration: '1 day' },
  ],
  statistics: [
    { name: '_pk_*', provider: 'Matomo', purpose: 'Counts visits', duration: '13 months' },
    { name: 'seen', provider: 'The site', purpose: 'Counts readers', duration: '1 hour' },
  ],
  video: [{ name: 'player', provider: 'A host', purpose: 'Plays films', duration: '1 year' }],
};

/** A policy as `GET /api/cookie-policies/current` answers it. */
export function policy(changes: Record<string, unknown> = {}) {
  return {
    documentId: 'p0l1cyd0cument1d00000000',
    locale: 'en',
    version: 3,
    sha256: 'text-1',
    title: 'Cookie policy',
    body: 'Text.',
    bodyHtml: '<p>Text.</p>',
    slug: 'cookie-policy',
    effectiveFrom: '2026-01-01T00:00:00.000Z',
    categories: [
      category('necessary', 'Necessary', 'The site does not work without them.', true),
      category('statistics', 'Statistics', 'They count visits.'),
      category('video', 'Films', 'They let you watch films here.'),
    ],
    cookiesSha256: 'cookies-1',
    categoriesSha256: 'categories-1',
    ...changes,
  };
}

function category(key: keyof typeof COOKIES, name: string, description: string, required = false) {
  return { key, name, description, required, cookies: COOKIES[key] };
}

/** The page of a website: a heading, something to do, and one tag. */
export function pageWith({
  head = '',
  body = '',
  tag = '',
  lang = 'en',
  script = '',
} = {}): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1"><title>A page</title>
    <script src="${script}/consent.js" defer ${tag}></script>${head}</head>
    <body><main><h1>A page</h1><p><a href="/other">Somewhere else</a></p>${body}</main></body></html>`;
}

/** A website with the notice, and a browser that visits it. */
export interface ConsentSite {
  api: ConsentApi;
  browser: Browser;
  /** Opens the site's page in a browser that has never been there. */
  visit(options?: BrowserContextOptions & { path?: string; prepare?: string }): Promise<Page>;
  /** Opens a page in a context that the visitor has used before. */
  reopen(page: Page, path?: string): Promise<void>;
  /** Sets all back for the next test; throws what pages threw, and what their policy forbade. */
  finish(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the website and the browser. */
export async function startConsentSite(): Promise<ConsentSite> {
  const [api, browser] = await Promise.all([startConsentApi(), launchBrowser()]);
  const faults: string[] = [];
  const reset = () =>
    Object.assign(api, {
      policies: { en: policy() },
      cookieNotice: undefined,
      origins: [],
      failures: {},
      requests: [],
      pages: { '/': { body: pageWith() }, '/other': { body: pageWith() } },
    });
  reset();

  async function watch(page: Page): Promise<void> {
    page.on('pageerror', (error) => faults.push(String(error.stack)));
    await page.exposeFunction('reportViolation', (violation: string) => faults.push(violation));
    await page.addInitScript(`document.addEventListener('securitypolicyviolation', (event) =>
      window.reportViolation('CSP: ' + event.effectiveDirective + ' ' + event.blockedURI));`);
  }

  return {
    api,
    browser,
    async visit({ path = '/', prepare, ...options } = {}) {
      const context = await browser.newContext({ locale: 'en-GB', ...options });
      context.setDefaultTimeout(PATIENCE);
      const page = await context.newPage();
      await watch(page);
      if (prepare) await page.addInitScript(prepare);
      await page.goto(path.startsWith('http') ? path : `${api.url}${path}`);
      return page;
    },
    async reopen(page, path = '/') {
      await page.goto(`${api.url}${path}`);
    },
    async finish() {
      const name = expect.getState().currentTestName ?? 'page';
      for (const context of browser.contexts()) {
        for (const page of context.pages()) await takePicture(page, name);
        await context.close();
      }
      reset();
      expect(faults.splice(0)).toEqual([]);
    },
    async stop() {
      await browser.close();
      await api.stop();
    },
  };
}

/** What the browser has kept of the visitor's answer. */
export async function keptAnswer(page: Page): Promise<Record<string, unknown> | undefined> {
  const text = await page.evaluate<string | null>('localStorage.getItem("prospectus-consent")');
  return text === null ? undefined : (JSON.parse(text) as Record<string, unknown>);
}

/** Waits for what happens without leaving a trace on the page. */
export async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error('It has not become true.');
    await setTimeout(10);
  }
}

/** Waits until the API has been told what the visitor answered. */
export async function untilSent(page: Page): Promise<void> {
  await until(async () => {
    const answer = await keptAnswer(page);
    return answer !== undefined && !('unsent' in answer);
  });
}

/** Waits until the script has read the policy: from then on it says what is accepted. */
export async function untilReady(page: Page): Promise<void> {
  await until(() => page.evaluate('Object.keys(window.prospectusConsent.choices).length > 0'));
}

/** What ran of the tagged scripts, in order. */
export async function scriptsThatRan(page: Page): Promise<string[]> {
  return page.evaluate<string[]>('window.ran ?? []');
}
