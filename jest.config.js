/** @type {import('jest').Config} */
const shared = {
  testEnvironment: 'node',
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  // What a build leaves must not be taken for sources or tests.
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/.strapi/'],
  watchPathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/types/'],
};

/** @type {import('jest').Config} */
module.exports = {
  // Each worker of the integration tests is a whole Strapi.
  maxWorkers: 2,
  // Strapi leaves some of itself behind in each file; a new worker starts without it.
  workerIdleMemoryLimit: '1GB',
  // A Strapi starts in some seconds, more on a busy machine. Jest reads it here alone, in no project.
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/tests/unit/**/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'integration',
      testMatch: ['<rootDir>/tests/integration/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/global-setup.ts',
      globalTeardown: '<rootDir>/tests/global-teardown.ts',
    },
  ],
};
