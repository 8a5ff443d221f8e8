import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');
export const RESULTS = join(ROOT, '.output', 'test');

/** The number of passed, failed and skipped checks. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const PASSED: Counts = { passed: 1, failed: 0, skipped: 0 };
export const FAILED: Counts = { passed: 0, failed: 1, skipped: 0 };

export function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (total, each) => ({
      passed: total.passed + each.passed,
      failed: total.failed + each.failed,
      skipped: total.skipped + each.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** Runs a program of the project. Shows its output if it fails, or all the time. */
export function run(
  command: string,
  args: readonly string[],
  show: 'always' | 'when it fails' = 'when it fails',
): Promise<{ readonly ok: boolean; readonly output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
      if (show === 'always') process.stdout.write(chunk);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ ok: false, output: `${output}${error.message}\n` }));
    child.on('close', (code) => {
      if (code !== 0 && show === 'when it fails') process.stdout.write(output);
      resolve({ ok: code === 0, output });
    });
  });
}

/** A stage with one check: each command must succeed. */
export async function check(commands: readonly (readonly string[])[]): Promise<Counts> {
  for (const [command = '', ...args] of commands) {
    const { ok } = await run(command, args);
    if (!ok) return FAILED;
  }
  return PASSED;
}

/** A vitest stage, counted from vitest's own report. */
export async function vitest(project: 'unit' | 'e2e', filters: readonly string[]): Promise<Counts> {
  const report = join(RESULTS, `${project}-${filters.join('-') || 'all'}.json`);
  await mkdir(RESULTS, { recursive: true });
  await rm(report, { force: true });
  const reporter = project === 'e2e' ? 'verbose' : 'dot';
  const { ok } = await run(
    'vitest',
    [
      'run',
      '--config=tests/vitest.config.ts',
      `--project=${project}`,
      `--reporter=${reporter}`,
      '--reporter=json',
      `--outputFile.json=${report}`,
      // Browsers take turns. Everything else uses all cores; vitest's own limit leaves one idle.
      ...(project === 'unit' ? ['--maxWorkers=100%'] : []),
      ...filters,
    ],
    'always',
  );
  const counts = await readCounts(report);
  const isExplained = ok === (counts.failed === 0);
  return isExplained ? counts : sum([counts, FAILED]);
}

async function readCounts(report: string): Promise<Counts> {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
      await readFile(report, 'utf8'),
    ) as Record<string, number>;
    return {
      passed: numPassedTests ?? 0,
      failed: numFailedTests ?? 0,
      skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
    };
  } catch {
    return FAILED; // vitest ended before it could report
  }
}
