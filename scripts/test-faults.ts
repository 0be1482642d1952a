import { run } from 'jest';

import type { Main } from './command';

/**
 * `npm run test:faults [-- [--full] <jest parameters>]`: kills, cuts and stops what it can, and
 * counts what was lost. Without `--full` each fault happens a few times, in some minutes.
 */
export const main: Main = async (parameters) => {
  process.env.NODE_ENV = 'test';
  if (parameters.includes('--full')) process.env.FAULTS = 'full';
  const jestParameters = parameters.filter((parameter) => parameter !== '--full');
  await run(['--config', 'jest.faults.config.js', ...jestParameters]);
};
