import path from 'node:path';

import { chromium, type Browser, type Page } from 'playwright-core';

import { createPanelUser } from './accounts';
import { startStrapi, type RunningStrapi } from './strapi';

/** Where pictures of the panel go; git ignores it. */
const OUTPUT = path.resolve(__dirname, '../output/browser');
/** A laptop's window, in pixels. */
const VIEWPORT = { width: 1360, height: 900 };
/** Longest wait for anything to appear, in milliseconds: the machine may be busy. */
const PATIENCE = 30_000;

/** A Strapi that serves the built panel, and a browser that works in it. */
export interface Panel extends RunningStrapi {
  /**
   * Signs somebody new in through the sign-in page.
   * @param role the role's code, such as `strapi-editor`
   * @returns the page, at the panel's home; further pages of `page.context()` are signed in as well
   */
  signIn(role: string): Promise<Page>;
  /** Opens the list of a collection type that holds something. */
  openList(page: Page, uid: string): Promise<void>;
  /** Opens the edit view of the document that the list shows under a name. */
  openDocument(page: Page, uid: string, name: string): Promise<void>;
  /**
   * Closes all pages, after a picture of each: named after the test, it shows why one failed.
   * @throws when code of the panel threw, or it asked a server other than its own
   */
  closePages(): Promise<void>;
}

/** Starts a browser without a window. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH;
  if (!executablePath) throw new Error('Run the tests in a browser with `npm run test:browser`.');
  return chromium.launch({ executablePath, args: ['--disable-gpu'] });
}

/** Keeps a picture of the page as `tests/output/browser/<name>.png`. */
export async function takePicture(page: Page, name: string): Promise<void> {
  const file = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  await page.screenshot({ path: path.join(OUTPUT, `${file}.png`) });
}

async function signIn(page: Page, address: string, user: { email: string; password: string }) {
  await page.goto(address);
  await page.locator('input[name="email"]').fill(user.email);
  await page.locator('input[name="password"]').fill(user.password);
  await page.getByRole('button', { name: 'Login' }).click();
  await page.getByRole('link', { name: 'Content Manager' }).first().waitFor();
}

/**
 * Starts Strapi on a fresh database, and a browser.
 * @param environment variables that differ from the tests' usual ones
 */
export async function startPanel(environment: Record<string, string> = {}): Promise<Panel> {
  const [running, browser] = [await startStrapi(environment), await launchBrowser()];
  const faults: string[] = [];

  async function openPage(): Promise<Page> {
    const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en-GB' });
    context.setDefaultTimeout(PATIENCE);
    await context.route(
      (url) => url.protocol.startsWith('http') && url.origin !== running.url,
      (route, request) => {
        faults.push(`The panel asked ${request.url()}`);
        return route.abort();
      },
    );
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(String(error.stack)));
    return page;
  }

  async function openList(page: Page, uid: string): Promise<void> {
    await page.goto(`${running.url}/admin/content-manager/collection-types/${uid}`);
    await page.getByRole('gridcell').first().waitFor();
  }

  return {
    ...running,
    async signIn(role) {
      const page = await openPage();
      await signIn(page, `${running.url}/admin`, await createPanelUser(running.strapi, role));
      return page;
    },
    openList,
    async openDocument(page, uid, name) {
      await openList(page, uid);
      await page.getByRole('gridcell', { name }).click();
      await page.getByRole('heading', { name, level: 1 }).waitFor();
    },
    async closePages() {
      const name = expect.getState().currentTestName ?? 'page';
      for (const context of browser.contexts()) {
        for (const page of context.pages()) await takePicture(page, name);
        await context.close();
      }
      expect(faults.splice(0)).toEqual([]);
    },
    async stop() {
      await browser.close();
      await running.stop();
    },
  };
}
