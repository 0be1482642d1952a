import type { Main } from './command';
import { acquireDatabase } from './database';
import { ensureAdministrator } from './demo/administrator';
import { loadDemoContent } from './demo/content';
import { loadFirstContent, needsContent } from './demo/first-content';
import { summarize } from './demo/summary';
import { loadStrapi } from './load-strapi';
import { ensureSecrets } from './secrets';
import { readSecrets } from '../config/environment/secrets';
import { publicUrl, readVariables } from '../config/environment/variables';

/**
 * `npm run demo`: the whole system on this machine, with content, from nothing or from where it was
 * left.
 */
export const main: Main = async (_, { step }) => {
  process.env.NODE_ENV = 'production';
  process.env.LOG_LEVEL ??= 'warn';
  process.env.MAIL_OUTBOX ??= '.data/outbox';
  await ensureSecrets();
  readSecrets();
  const database = await step('Starting PostgreSQL', acquireDatabase);
  const strapi = await step('Starting Strapi', () => loadStrapi(database));
  if (await needsContent(strapi)) {
    await step('Loading the demo content', (note) =>
      loadFirstContent(strapi, async () => {
        const log = (line: string) => note(line.replace(/^demo content /, ''));
        await loadDemoContent(strapi, { now: new Date(), log });
      }),
    );
  }
  const administrator = await ensureAdministrator(strapi);
  await strapi.listen();
  const variables = readVariables();
  const mails = variables.SMTP_URL?.host ?? variables.MAIL_OUTBOX ?? '';
  console.log(summarize(publicUrl(variables), database.description, mails, administrator));
};
