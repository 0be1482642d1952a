import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { checkReferences } from './content/check-references';
import { Ledger, type StepCounts } from './content/ledger';
import type { LoadContext } from './content/load-context';
import { loadBlogs } from './content/load-blogs';
import { loadEnquiries } from './content/load-enquiries';
import { loadMedia } from './content/load-media';
import { loadCategoriesAndTags, loadPeople } from './content/load-people-and-terms';
import { loadSessions } from './content/load-sessions';
import { loadCookiePolicy, loadDesk, loadSite } from './content/load-site';
import { loadTrainings } from './content/load-trainings';
import { readDemoFiles } from './content/read-files';

/** What is loaded, in the order in which one needs the other, as the progress lines name it. */
const PARTS: [string, (context: LoadContext) => Promise<void>][] = [
  ['pictures and brochures', loadMedia],
  ['people', loadPeople],
  ['categories and tags', loadCategoriesAndTags],
  ['trainings', loadTrainings],
  ['sessions', loadSessions],
  ['blogs', loadBlogs],
  ['site', loadSite],
  ['cookie policy', loadCookiePolicy],
  ['enquiry desk', loadDesk],
  ['enquiries', loadEnquiries],
];

export interface DemoOptions {
  /** The moment that the dates of sessions and blogs count from. */
  now: Date;
  /** Takes one line of progress at a time. */
  log: (line: string) => void;
}

/**
 * Loads the demo content of database/demo: a whole academy in English and French.
 *
 * It can be called at every start. What has been loaded before is left alone, whatever editors made
 * of it; a load that was interrupted goes on where it was.
 * @returns for each kind of step (media, person, training …) how many were loaded now and how many
 *   had been before
 * @throws DemoContentError when a data file is wrong, before anything is written
 */
export async function loadDemoContent(
  strapi: Core.Strapi,
  { now, log }: DemoOptions,
): Promise<Record<string, StepCounts>> {
  const content = await readDemoFiles(path.join(strapi.dirs.app.root, 'database/demo'));
  checkReferences(content);
  const context: LoadContext = { strapi, content, now, ledger: new Ledger(strapi) };
  for (const [index, [name, load]] of PARTS.entries()) {
    log(`demo content ${index + 1}/${PARTS.length}: ${name}`);
    await load(context);
  }
  return context.ledger.counts;
}
