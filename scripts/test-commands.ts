import { run } from 'jest';

import type { Main } from './command';

/** `npm run test:commands [-- <jest parameters>]`: commands and starts as whole processes. */
export const main: Main = async (parameters) => {
  process.env.NODE_ENV = 'test';
  await run(['--config', 'jest.commands.config.js', ...parameters]);
};
