import { parseArgs } from 'node:util';
import { run } from './stages.ts';

/** `npm run check`: the quick questions before a commit, in about a minute. `npm test` asks all. */
const { values } = parseArgs({
  options: {
    /** The tests of what changed since this commit. */
    since: { type: 'string', default: 'HEAD' },
  },
});
const COMMANDS: readonly (readonly [string, ...string[]])[] = [
  ['wxt', 'prepare'],
  ['tsc', '--noEmit'],
  ['biome', 'check', '.'],
  ['knip'],
  [
    'vitest',
    'run',
    '--config=tests/vitest.config.ts',
    '--project=unit',
    '--maxWorkers=100%',
    '--passWithNoTests',
    `--changed=${values.since}`,
  ],
];
for (const [command, ...args] of COMMANDS) {
  const begun = Date.now();
  const { ok } = await run(command, args, command === 'vitest' ? 'always' : 'when it fails');
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  console.log(`── ${command}: ${ok ? 'good' : 'FAILED'} in ${seconds} s`);
  if (!ok) process.exitCode = 1;
}
