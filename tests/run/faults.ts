import { check, run } from './stages.ts';

/** `npm run faults`: the fault tests of `npm test`, but at every moment, on a fresh build. */
const built = await check([
  ['wxt', 'prepare'],
  ['wxt', 'build', '-b', 'chrome', '--mv3'],
]);
const { ok } = await run(
  'vitest',
  ['run', '--config=tests/vitest.config.ts', '--project=e2e', 'every-fault.test'],
  'always',
);
process.exitCode = built.failed === 0 && ok ? 0 : 1;
