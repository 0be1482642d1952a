const { projects } = require('./jest.config.js');

const integration = projects.find(({ displayName }) => displayName === 'integration');

/**
 * Faults on purpose: killed processes, a stopped database, hostile receivers; a ledger decides.
 * @type {import('jest').Config}
 */
module.exports = {
  ...integration,
  displayName: 'faults',
  testMatch: ['<rootDir>/tests/faults/**/*.test.ts'],
  // Each test wants the whole machine.
  maxWorkers: 1,
  testTimeout: 30 * 60_000,
};
