import type { Main } from './command';
import { runStrapi } from './strapi-cli';

/** `npm run strapi -- <command>`: Strapi's own commands, on this project's database. */
export const main: Main = (parameters) => runStrapi(parameters);
