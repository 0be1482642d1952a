import type { Main } from './command';
import { loadStrapi } from './load-strapi';

/**
 * `npm start`: serves what was built, in production unless NODE_ENV says otherwise. Refuses to start
 * without proper secrets.
 */
export const main: Main = async () => {
  const strapi = await loadStrapi();
  await strapi.listen();
};
