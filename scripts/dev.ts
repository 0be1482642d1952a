import type { Main } from './command';
import { runStrapi } from './strapi-cli';

/** `npm run dev`: Strapi's development server, which restarts at every change. */
export const main: Main = (parameters) =>
  runStrapi(['develop', '--no-install-deps', ...parameters]);
