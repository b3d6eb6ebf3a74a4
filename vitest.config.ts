import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Temporal's SDK requires the payload converter by path: it must be able to read TypeScript.
    execArgv: ['--import', 'tsx'],
    maxWorkers: 2,
    passWithNoTests: true,
  },
});
