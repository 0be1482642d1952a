import { run } from 'jest';

import type { Main } from './command';

/** `npm run bench [-- <jest parameters>]`: prints how fast things are beside what they compare with. */
export const main: Main = async (parameters) => {
  process.env.NODE_ENV = 'test';
  await run(['--config', 'jest.bench.config.js', ...parameters]);
};
