const { projects, testTimeout } = require('./jest.config.js');

const integration = projects.find(({ displayName }) => displayName === 'integration');

/**
 * Tests of the panel in a real browser: the databases of the integration tests, and the built panel.
 * @type {import('jest').Config}
 */
module.exports = {
  ...integration,
  displayName: 'browser',
  testMatch: ['<rootDir>/tests/browser/**/*.test.ts'],
  // A browser and a Strapi for each test file: more than one at a time is slower, not faster.
  maxWorkers: 1,
  testTimeout,
};
