import { lintAddon } from './addon-lint.ts';
import { findBrowser } from './browsers.mjs';
import type { Counts } from './stages.ts';
import { check, FAILED, sum, vitest } from './stages.ts';

interface Stage {
  readonly name: string;
  readonly run: () => Promise<Counts>;
}

/** Everything that must pass before a change lands, quickest first. `npm test` runs all of it. */
const STAGES: readonly Stage[] = [
  {
    name: 'types',
    run: () =>
      check([
        ['wxt', 'prepare'],
        ['tsc', '--noEmit'],
      ]),
  },
  { name: 'lint', run: () => check([['biome', 'ci', '.']]) },
  { name: 'unused code', run: () => check([['knip']]) },
  { name: 'build for Chrome', run: () => check([['wxt', 'build', '-b', 'chrome', '--mv3']]) },
  { name: 'build for Firefox', run: () => check([['wxt', 'build', '-b', 'firefox', '--mv3']]) },
  { name: 'add-on linter', run: lintAddon },
  { name: 'unit tests', run: () => vitest('unit', []) },
  // In parallel, because most of their time is waiting for a page.
  {
    name: 'in Chromium, with faults, and in Firefox',
    run: async () => sum(await Promise.all([inChromium(), inBrowser('firefox')])),
  },
];

/** Faults come last: they mean nothing while the usual way is broken. */
async function inChromium(): Promise<Counts> {
  return sum([await inBrowser('chromium'), await inBrowser('chromium', 'faults.test')]);
}

async function inBrowser(name: 'chromium' | 'firefox', filter: string = name): Promise<Counts> {
  if (!findBrowser(name)) {
    console.log(`  ${name} is missing; setup said why.`);
    return FAILED;
  }
  return vitest('e2e', [filter]);
}

const results: Counts[] = [];
for (const [at, { name, run }] of STAGES.entries()) {
  console.log(`\n── ${at + 1} of ${STAGES.length}: ${name}`);
  const begun = Date.now();
  const counts = await run();
  results.push(counts);
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  console.log(`── ${name}: ${counts.failed === 0 ? 'good' : 'FAILED'} in ${seconds} s`);
}
const { passed, failed, skipped } = sum(results);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
