import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { openPanel } from '../e2e/panel.ts';
import { startPortal } from '../portal/portal.ts';
import { findBrowser } from '../run/browsers.mjs';
import { check, ROOT } from '../run/stages.ts';
import type { BatchFile } from './batch-files.ts';
import { bytesOf, withBatch } from './batch-files.ts';
import type { Peers } from './batch-peer.ts';
import { findPeers } from './batch-peer.ts';
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

const PEER = 'zip -6 and sha256sum of all, two of each';
const LEAST_PEER = 'the same, zip only of files over 30 MB';
const FIRST = 'first verdict shown';
const PREPARED = 'all checked and prepared, zips proven';
const HANDED_OVER = 'handed over, from the click';
const ALL = 'all of it';
const TO_LEAST = 'all of it, to zip only over 30 MB';
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
  const peers = findPeers();
  if (!peers) console.log('zip or sha256sum is not installed: no ratios.');
  const rows: ResultRow[] = [];
  await withBatch(async (files) => {
    const zips = files.filter(({ needsZip }) => needsZip).length;
    const megabytes = (bytesOf(files) / 1e6).toFixed(0);
    console.log(`${files.length} files, ${megabytes} MB, ${zips} of them to zip. ${loadWords()}`);
    printHeadings();
    for (const browser of browsers.filter(isInstalled)) {
      for (const row of await measured(browser, files, peers)) {
        rows.push(row);
        printRow(row, BUDGETS[row.what]);
      }
      console.log(loadWords());
    }
  });
  await writeRows(RESULTS, rows);
  console.log(
    `\nMedians of ${ROUNDS} runs, each in a fresh browser. Ratio: to two zip -6 and two sha256sum side by side on all files, run right before and right after; they read no records and prove no zip. The assistant zips only what is over 30 MB, so "${TO_LEAST}" is the ratio to programs that do the same. "${ALL}": from the choice to "Attached", without the person's time before the click. Its memory is of all the browser's processes, in a run of its own, because looking needs a core. What the driver needs until the page hears of the choice is measured on another page, and taken off. Also in .output/bench/batch.json.`,
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
  /** The peers' seconds: the mean of before and after. */
  readonly peer: number | undefined;
  readonly least: number | undefined;
}

async function measured(
  browser: BrowserName,
  files: readonly BatchFile[],
  peers: Peers | undefined,
): Promise<ResultRow[]> {
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = await peerTimes(peers, files);
    const run = await onUploadPage(browser, files, (start) => start());
    const after = await peerTimes(peers, files);
    rounds.push({
      ...run,
      peer: before && after && (before.all + after.all) / 2,
      least: before && after && (before.least + after.least) / 2,
    });
  }
  const { peakMiB } = await onUploadPage(browser, files, withPeakMemory);
  const bytes = bytesOf(files);
  const row = (what: string, secondsOf: (round: Round) => number): ResultRow => ({
    browser,
    what,
    bytes,
    seconds: median(rounds.map(secondsOf)),
    ratio: ratioOf(rounds, secondsOf, ({ peer }) => peer),
    peakMiB: null,
  });
  const ofPeer = (what: string, secondsOf: (round: Round) => number | undefined) =>
    peers ? [{ ...row(what, (round) => secondsOf(round) ?? 0), browser: 'none' } as const] : [];
  const whole = ({ prepared, handedOver }: Round) => prepared + handedOver;
  return [
    ...ofPeer(PEER, ({ peer }) => peer),
    ...ofPeer(LEAST_PEER, ({ least }) => least),
    { ...row(FIRST, ({ firstVerdict }) => firstVerdict), ratio: null },
    row(PREPARED, ({ prepared }) => prepared),
    row(HANDED_OVER, ({ handedOver }) => handedOver),
    { ...row(ALL, whole), peakMiB },
    { ...row(TO_LEAST, whole), ratio: ratioOf(rounds, whole, ({ least }) => least) },
  ];
}

async function peerTimes(peers: Peers | undefined, files: readonly BatchFile[]) {
  return peers && { all: await peers.all(files), least: await peers.least(files) };
}

function ratioOf(
  rounds: readonly Round[],
  secondsOf: (round: Round) => number,
  yardstickOf: (round: Round) => number | undefined,
): number | null {
  const ratios = rounds.flatMap((round) => {
    const yardstick = yardstickOf(round);
    return yardstick ? [secondsOf(round) / yardstick] : [];
  });
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
