import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/**
 * The tests of a room under mutation, with the same number of runs as in npm test. Tables and other
 * lines that run while a file loads are broken, too. They are a third of the work and hold half of
 * the knowledge, so settings.ts does not set `ignoreStatic`.
 *
 * Stryker's own `testFiles` would select the same tests, but it breaks such lines too late for a
 * test to notice and reports them as survivors:
 * https://github.com/stryker-mutator/stryker-js/issues/6144
 */
export function testsOf(include: string) {
  return defineConfig({
    root: join(import.meta.dirname, '..', '..'),
    test: {
      include: [include],
      setupFiles: ['tests/mutation/no-shrinking.ts'],
      // Instrumented code is several times slower than the shipped code.
      testTimeout: 120_000,
    },
  });
}
