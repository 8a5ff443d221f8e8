import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { BrowserName } from './options.ts';

/** One measured figure. `null` if a figure does not apply or cannot be measured. */
export interface ResultRow {
  /** `none`: a system program. */
  readonly browser: BrowserName | 'none';
  readonly what: string;
  readonly bytes: number;
  readonly seconds: number;
  /** The time divided by the yardstick's time in the same run. */
  readonly ratio: number | null;
  /** The peak memory of the browser's processes, over idle. */
  readonly peakMiB: number | null;
}

/** The maximum or minimum for a kind of row. */
export interface Budget {
  readonly seconds?: number;
  readonly ratio?: number;
  readonly leastRatio?: number;
  readonly peakMiB?: number;
}

export async function writeRows(path: string, rows: readonly ResultRow[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(rows, undefined, 2)}\n`);
}

const WIDTHS = [10, 41, 8, 9, 7, 9];

export function printHeadings(): void {
  console.log(`\n${line(['browser', 'what', 'MB', 'seconds', 'ratio', 'peak MiB'])}  budget`);
}

/**
 * A missed budget is reported, but it is not a failure: figures depend on the machine as much as on
 * the code.
 */
export function printRow(row: ResultRow, budget: Budget | undefined): void {
  const cells = [
    row.browser,
    row.what,
    String(Number((row.bytes / 1e6).toFixed(1))),
    row.seconds.toFixed(3),
    row.ratio?.toFixed(2) ?? '–',
    row.peakMiB?.toFixed(0) ?? '–',
  ];
  console.log(`${line(cells)}  ${verdicts(row, budget ?? {}).join(', ')}`.trimEnd());
}

function line(cells: readonly string[]): string {
  const padded = cells.map((cell, at) =>
    at < 2 ? cell.padEnd(WIDTHS[at] ?? 0) : cell.padStart(WIDTHS[at] ?? 0),
  );
  return padded.join('');
}

function verdicts(row: ResultRow, budget: Budget): string[] {
  const figures = [
    { limit: budget.ratio, value: row.ratio, words: 'ratio' },
    { limit: budget.peakMiB, value: row.peakMiB, words: 'MiB' },
    { limit: budget.seconds, value: row.seconds, words: 's' },
  ];
  const most = figures.flatMap(({ limit, value, words }) => {
    if (limit === undefined) return [];
    const verdict = value === null ? 'not measured' : value <= limit ? 'held' : 'MISSED';
    return [`${words} ≤ ${Number(limit.toFixed(3))} ${verdict}`];
  });
  const { leastRatio } = budget;
  if (leastRatio === undefined) return most;
  return [...most, `ratio ≥ ${leastRatio} ${(row.ratio ?? 0) >= leastRatio ? 'held' : 'MISSED'}`];
}
