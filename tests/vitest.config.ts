import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '..');

/** Two kinds of test: in Node in seconds, and the shipped build in real browsers in minutes. */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // No test is about time; a busy machine is no failure.
          testTimeout: 30_000,
          root,
          setupFiles: ['tests/unit/support/copying-response.ts'],
          include: [
            'tests/unit/**/*.test.ts',
            'tests/corpus/*.test.ts',
            'tests/model/*.test.ts',
            'tests/portal/*.test.ts',
            'tests/architecture.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'e2e',
          root,
          include: ['tests/e2e/*.test.ts'],
          // A real browser on a busy machine drops an event now and then; the report shows each retry.
          retry: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
