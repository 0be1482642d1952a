const { projects } = require('./jest.config.js');

const integration = projects.find(({ displayName }) => displayName === 'integration');

/**
 * Measurements side by side. They fail for wrong answers, never for slow ones.
 * @type {import('jest').Config}
 */
module.exports = {
  ...integration,
  displayName: 'bench',
  testMatch: ['<rootDir>/tests/bench/**/*.bench.ts'],
  // Each wants the whole machine.
  maxWorkers: 1,
  testTimeout: 30 * 60_000,
};
