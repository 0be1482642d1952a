import type { Main } from './command';
import { runStrapi } from './strapi-cli';

/** `npm run types`: writes the types of all content types and components to `types/generated`. */
export const main: Main = (parameters) => runStrapi(['ts:generate-types', ...parameters]);
