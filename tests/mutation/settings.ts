/**
 * The settings that all rooms' mutation runs share. The rooms run one after the other, because
 * broken code is measured while it runs: each byte of a file would pay for every other room's
 * counters.
 *
 * @param name of the report in `.output/mutation/`, and of the file here with the tests that must
 * notice
 * @param mutate the files to break, as globs
 */
export function settings(name: string, { mutate }: { mutate: readonly string[] }) {
  return {
    packageManager: 'npm',
    testRunner: 'vitest',
    vitest: { configFile: `tests/mutation/${name}.tests.ts` },
    mutate,
    coverageAnalysis: 'perTest',
    concurrency: 2,
    dryRunTimeoutMinutes: 30,
    thresholds: { high: 90, low: 85, break: 85 },
    reporters: ['clear-text', 'progress-append-only', 'json'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    jsonReporter: { fileName: `.output/mutation/${name}.json` },
    tempDirName: `.output/mutation/${name}`,
    ignorePatterns: ['.output', 'node_modules/.cache'],
    // Stryker asks TypeScript for a config's parts in a way that TypeScript 7 no longer offers.
    tsconfigFile: 'not-needed-by-vitest.json',
    checkers: [],
    disableTypeChecks: false,
  };
}
