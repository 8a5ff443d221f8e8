import { parseArgs } from 'node:util';
import { check, run } from './stages.ts';

/**
 * `npm run e2e -- <words> [--firefox]`: the scenarios with these words in their names, in one browser,
 * on a fresh build. Without words, all of them.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { firefox: { type: 'boolean', default: false } },
});
const browser = values.firefox ? 'firefox' : 'chromium';
const built = await check([
  ['wxt', 'prepare'],
  ['wxt', 'build', '-b', values.firefox ? 'firefox' : 'chrome', '--mv3'],
]);
const words = positionals.join(' ');
const { ok } = await run(
  'vitest',
  [
    'run',
    '--config=tests/vitest.config.ts',
    '--project=e2e',
    '--reporter=verbose',
    ...(words ? [`--testNamePattern=${words}`] : []),
    `tests/e2e/${browser}.test.ts`,
  ],
  'always',
);
process.exitCode = built.failed === 0 && ok ? 0 : 1;
