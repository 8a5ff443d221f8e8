import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/**
 * The tests of the rooms under mutation, at their full number of runs: npm test runs the same.
 * Tables and other lines that run while a file loads are broken, too; they are a third of the work
 * and hold half of the knowledge, so settings.ts does not set `ignoreStatic`.
 */
export default defineConfig({
  root: join(import.meta.dirname, '..', '..'),
  test: {
    include: ['tests/unit/{calpads,inspection,reading,rules}/*.test.ts'],
    setupFiles: ['tests/mutation/no-shrinking.ts'],
    // Instrumented code is several times slower than the shipped one.
    testTimeout: 120_000,
  },
});
