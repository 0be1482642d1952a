import type { Main } from './command';
import { withStrapi } from './load-strapi';

/**
 * `npm run migrate`: brings the database up to date with the code and does nothing else. For a
 * deployment that wants this done before the first new server starts.
 */
export const main: Main = async (_, { step }) => {
  await step('Bringing the database up to date', () => withStrapi(async () => undefined));
};
