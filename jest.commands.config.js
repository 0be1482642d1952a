const { projects } = require('./jest.config.js');

const integration = projects.find(({ displayName }) => displayName === 'integration');

/**
 * Commands and starts as whole processes: they take too long for every run of the tests.
 * @type {import('jest').Config}
 */
module.exports = {
  ...integration,
  displayName: 'commands',
  testMatch: ['<rootDir>/tests/commands/**/*.test.ts'],
  maxWorkers: 2,
  testTimeout: 60_000,
};
