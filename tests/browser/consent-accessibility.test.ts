import { source as axeSource, type AxeResults } from 'axe-core';
import type { Locator, Page } from 'playwright-core';

import { takePicture } from '../helpers/browser';
import {
  pageWith,
  scriptsThatRan,
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

/** All that axe-core finds, best practices included, as sentences. */
async function findFaults(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary}`),
  );
}

/** The name of what has the keyboard; empty on the page itself. */
const focused = (page: Page) =>
  page.evaluate<string>(`{
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    element === document.body ? '' : (element.ariaLabel ?? element.closest('label')?.textContent ?? element.textContent);
  }`);

/** Presses Tab until something has the keyboard. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    if ((await focused(page)) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach "${name}".`);
}

/** What a browser offers and Node does not. */
interface BrowserWindow {
  getComputedStyle(element: unknown): Record<string, string>;
}

/** How the browser paints something: values of CSS properties. */
async function styleOf(target: Locator, ...properties: string[]): Promise<(string | undefined)[]> {
  return target.evaluate((element, names) => {
    const style = (globalThis as unknown as BrowserWindow).getComputedStyle(element);
    return names.map((name) => style[name]);
  }, properties);
}

/** Whether the page can be scrolled to the side. */
const isTooWide = (page: Page) =>
  page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');

const PICTURES = [320, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

it.each(PICTURES)(
  'has no faults that axe-core finds, in banner, dialog and button: $width px, $colorScheme',
  async ({ width, colorScheme }) => {
    const options = { viewport: { width, height: 720 }, colorScheme };
    const page = await site.visit({ ...options, reducedMotion: 'reduce' });
    await page.getByRole('button', { name: 'Choose' }).waitFor();
    expect(await findFaults(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
    await takePicture(page, `consent-banner-${width}-${colorScheme}`);

    await page.getByRole('button', { name: 'Choose' }).click();
    await page.getByText('Cookies (2)').click();
    expect(await findFaults(page)).toEqual([]);
    await takePicture(page, `consent-dialog-${width}-${colorScheme}`);

    await page.getByRole('button', { name: 'Save my choice' }).click();
    await page.getByRole('button', { name: 'Cookie settings' }).waitFor();
    expect(await findFaults(page)).toEqual([]);
    await takePicture(page, `consent-settings-${width}-${colorScheme}`);
  },
);

it('can be used with the keyboard alone', async () => {
  site.api.pages['/'] = {
    body: pageWith({
      body: '<script type="text/plain" data-category="video" src="/run.js?name=film"></script>',
    }),
  };
  const page = await site.visit();
  await page.getByRole('button', { name: 'Choose' }).waitFor();
  // The banner comes before the page.
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Read the cookie policy');
  await tabTo(page, 'Choose');
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('Cookie settings');

  const inDialog = ['Close', 'Statistics', 'Films', 'Accept all', 'Refuse all', 'Save my choice'];
  const met = new Set<string>();
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab');
    met.add(await focused(page));
  }
  expect([...met]).toEqual(expect.arrayContaining(inDialog));
  expect([...met]).not.toContain('Somewhere else');
  expect([...met]).not.toContain('Choose');

  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await focused(page)).toBe('Choose');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Films');
  await page.keyboard.press('Space');
  await tabTo(page, 'Save my choice');
  await page.keyboard.press('Enter');
  await untilSent(page);
  await until(async () => (await scriptsThatRan(page)).includes('film'));
  expect(site.api.requests).toMatchObject([{ body: { data: { method: 'choices' } } }]);
});

it('shows where the keyboard is', async () => {
  const page = await site.visit();
  const button = page.getByRole('button', { name: 'Refuse all' });
  await button.waitFor();
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Refuse all');
  expect(await styleOf(button, 'outlineStyle', 'outlineWidth')).toEqual(['solid', '3px']);
});

it('gives its three answers the same look', async () => {
  const page = await site.visit();
  await page.getByRole('button', { name: 'Choose' }).waitFor();
  const looks: unknown[][] = [];
  for (const name of ['Accept all', 'Refuse all', 'Choose']) {
    const button = page.getByRole('button', { name });
    const { width = 0, height = 0 } = (await button.boundingBox()) ?? {};
    const paint = await styleOf(button, 'color', 'backgroundColor', 'borderColor', 'font');
    looks.push([...paint, Math.round(width), Math.round(height)]);
  }
  expect(looks[0]?.every(Boolean)).toBe(true);
  expect(looks.slice(1)).toEqual([looks[0], looks[0]]);
});

it('leaves room for the last line of the page, and gives it back', async () => {
  site.api.pages['/'] = {
    body: pageWith({ body: `${'<p>A line</p>'.repeat(60)}<p><a href="/last">Last line</a></p>` }),
  };
  const page = await site.visit({ viewport: { width: 320, height: 640 } });
  await page.getByRole('button', { name: 'Refuse all' }).waitFor();
  const last = page.getByRole('link', { name: 'Last line' });
  const height = () => page.evaluate<number>('document.documentElement.scrollHeight');
  const withBanner = await height();
  await last.focus();
  const isCovered = `{
    const link = document.activeElement;
    const { left, top } = link.getBoundingClientRect();
    document.elementFromPoint(left + 2, top + 2) !== link;
  }`;
  expect(await page.evaluate(isCovered)).toBe(false);
  await page.getByRole('button', { name: 'Refuse all' }).click();
  expect(await height()).toBeLessThan(withBanner);
});

it.each([
  ['fr', 'Tout accepter', 'Tout refuser', 'Choisir'],
  ['es', 'Aceptar todas', 'Rechazar todas', 'Elegir'],
  ['de', 'Alle akzeptieren', 'Alle ablehnen', 'Auswählen'],
  ['it', 'Accept all', 'Refuse all', 'Choose'],
])('speaks the language of the page: %s', async (lang, ...buttons) => {
  site.api.pages['/'] = { body: pageWith({ lang }) };
  site.api.cookieNotice = 'We use cookies, as editors say.';
  const page = await site.visit({ viewport: { width: 320, height: 640 } });
  for (const name of buttons) await page.getByRole('button', { name }).waitFor();
  expect(await page.getByText('as editors say').getAttribute('lang')).toBe('en');
  expect(await isTooWide(page)).toBe(false);
  expect(await findFaults(page)).toEqual([]);
});

it('can be read and used when it is enlarged fourfold', async () => {
  const page = await site.visit({ viewport: { width: 320, height: 256 } });
  await page.getByRole('button', { name: 'Choose' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Cookies (2)').click();
  await dialog.getByRole('checkbox', { name: 'Films' }).check();
  await dialog.getByRole('button', { name: 'Save my choice' }).click();
  await untilSent(page);
  expect(await isTooWide(page)).toBe(false);
});

it('takes the look of the site from custom properties', async () => {
  const page = await site.visit({
    prepare: `document.addEventListener('DOMContentLoaded', () =>
      document.documentElement.style.setProperty('--consent-button', 'rgb(120, 20, 20)'));`,
  });
  const button = page.getByRole('button', { name: 'Refuse all' });
  expect(await styleOf(button, 'backgroundColor')).toEqual(['rgb(120, 20, 20)']);
});
