import { run } from 'jest';

import type { Main } from './command';

/**
 * `npm test [-- <jest parameters>]`: unit tests, and integration tests on a PostgreSQL of their own;
 * or on the server of DATABASE_URL, in databases of their own.
 */
export const main: Main = async (parameters) => {
  // Also where the developer's shell says otherwise.
  process.env.NODE_ENV = 'test';
  await run(parameters);
};
