import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/**
 * The tests of a room under mutation, at their full number of runs: npm test runs the same.
 * Tables and other lines that run while a file loads are broken, too; they are a third of the work
 * and hold half of the knowledge, so settings.ts does not set `ignoreStatic`.
 *
 * Stryker's own `testFiles` would say the same, but breaks such lines too late to be noticed, and
 * calls them survivors: https://github.com/stryker-mutator/stryker-js/issues/6144
 */
export function testsOf(include: string) {
  return defineConfig({
    root: join(import.meta.dirname, '..', '..'),
    test: {
      include: [include],
      setupFiles: ['tests/mutation/no-shrinking.ts'],
      // Instrumented code is several times slower than the shipped one.
      testTimeout: 120_000,
    },
  });
}
