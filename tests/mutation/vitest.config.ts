import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The tests that speak of the three rooms under mutation; the corpus' own 30 MB forms are too slow. */
export default defineConfig({
  root: join(import.meta.dirname, '..', '..'),
  test: {
    include: ['tests/unit/{calpads,inspection,rules}/*.test.ts'],
    // Instrumented code is several times slower than the shipped one.
    testTimeout: 120_000,
  },
});
