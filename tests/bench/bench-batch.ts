import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { openPanel } from '../e2e/panel.ts';
import { startPortal } from '../portal/portal.ts';
import { findBrowser } from '../run/browsers.mjs';
import { check, ROOT } from '../run/stages.ts';
import type { BatchFile } from './batch-files.ts';
import { bytesOf, withBatch } from './batch-files.ts';
import type { Peer } from './batch-peer.ts';
import { findPeer } from './batch-peer.ts';
import type { BatchRun } from './batch-run.ts';
import { driverTime, runBatch } from './batch-run.ts';
import { launchShipped } from './bench-browser.ts';
import { withPeakMemory } from './browser-memory.ts';
import type { BenchOptions, BrowserName } from './options.ts';
import type { Budget, ResultRow } from './result-rows.ts';
import { printHeadings, printRow, writeRows } from './result-rows.ts';
import { median } from './timing.ts';

const RESULTS = join(ROOT, '.output', 'bench', 'batch.json');
const ROUNDS = 3;

const PEER = 'zip -6 and sha256sum, two at a time';
const FIRST = 'first verdict shown';
const PREPARED = 'all checked and prepared, zips proven';
const HANDED_OVER = 'handed over, from the click';
const ALL = 'all of it';
const BUDGETS: Readonly<Record<string, Budget>> = {
  [FIRST]: { seconds: 0.5 },
  [PREPARED]: { ratio: 1.2 },
  [ALL]: { ratio: 1.2, peakMiB: 200 },
};

/**
 * Measures a district's full batch, chosen at once on the practice page, with the shipped builds.
 */
export async function benchBatch({ browsers }: BenchOptions): Promise<void> {
  const built = await check([
    ['wxt', 'build', '-b', 'chrome', '--mv3'],
    ['wxt', 'build', '-b', 'firefox', '--mv3'],
  ]);
  if (built.failed > 0) return;
  const peer = findPeer();
  if (!peer) console.log('zip or sha256sum is not installed: no ratios.');
  const rows: ResultRow[] = [];
  await withBatch(async (files) => {
    const zips = files.filter(({ needsZip }) => needsZip).length;
    const megabytes = (bytesOf(files) / 1e6).toFixed(0);
    console.log(`${files.length} files, ${megabytes} MB, ${zips} of them to zip. ${loadWords()}`);
    printHeadings();
    for (const browser of browsers.filter(isInstalled)) {
      for (const row of await measured(browser, files, peer)) {
        rows.push(row);
        printRow(row, BUDGETS[row.what]);
      }
      console.log(loadWords());
    }
  });
  await writeRows(RESULTS, rows);
  console.log(
    `\nMedians of ${ROUNDS} runs, each in a fresh browser. Ratio: to the peer, run right before and right after on the same files: zip -6 of the files over 30 MB, then sha256sum of all, always two processes at a time; it reads no records and proves no zip. "${ALL}": from the choice to "Attached", without the person's time before the click. Its memory is of all the browser's processes, in a run of its own, because looking needs a core. What the driver needs until the page hears of the choice is measured on another page, and taken off. Also in .output/bench/batch.json.`,
  );
}

/** Under other load the ratios still mean something, but the seconds hardly do. */
function loadWords(): string {
  const [load = 0] = loadavg();
  return `The machine's load over the last minute: ${load.toFixed(1)}, on ${availableParallelism()} cores.`;
}

function isInstalled(browser: BrowserName): boolean {
  if (findBrowser(browser)) return true;
  console.log(`${browser}: skipped, it is not installed.`);
  return false;
}

/** One round. The machine's other work slows both measurements equally. */
interface Round extends BatchRun {
  /** The peer's seconds: the mean of before and after. */
  readonly peer: number | undefined;
}

async function measured(
  browser: BrowserName,
  files: readonly BatchFile[],
  peer: Peer | undefined,
): Promise<ResultRow[]> {
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = await peer?.(files);
    const run = await onUploadPage(browser, files, (start) => start());
    const after = await peer?.(files);
    rounds.push({ ...run, peer: before && after && (before + after) / 2 });
  }
  const { peakMiB } = await onUploadPage(browser, files, withPeakMemory);
  const bytes = bytesOf(files);
  const row = (what: string, secondsOf: (round: Round) => number): ResultRow => ({
    browser,
    what,
    bytes,
    seconds: median(rounds.map(secondsOf)),
    ratio: ratioOf(rounds, secondsOf),
    peakMiB: null,
  });
  return [
    ...(peer ? [{ ...row(PEER, (round) => round.peer ?? 0), browser: 'none' } as const] : []),
    { ...row(FIRST, ({ firstVerdict }) => firstVerdict), ratio: null },
    row(PREPARED, ({ prepared }) => prepared),
    row(HANDED_OVER, ({ handedOver }) => handedOver),
    { ...row(ALL, ({ prepared, handedOver }) => prepared + handedOver), peakMiB },
  ];
}

function ratioOf(rounds: readonly Round[], secondsOf: (round: Round) => number): number | null {
  const ratios = rounds.flatMap((round) => (round.peer ? [secondsOf(round) / round.peer] : []));
  return ratios.length > 0 ? median(ratios) : null;
}

/** Uses a fresh browser, so no run finds warm workers or memory that the run before left. */
async function onUploadPage<Result>(
  browser: BrowserName,
  files: readonly BatchFile[],
  measure: (start: () => Promise<BatchRun>) => Promise<Result>,
): Promise<Result> {
  const portal = await startPortal();
  const driver = await launchShipped(browser, portal);
  try {
    await driver.goto(portal.url('help'));
    const driverMs = await driverTime(driver, files);
    await driver.goto(portal.url({ variant: 'plain' }));
    await openPanel(driver);
    return await measure(() => runBatch(driver, files, driverMs));
  } finally {
    await driver.close();
    await portal.close();
  }
}
