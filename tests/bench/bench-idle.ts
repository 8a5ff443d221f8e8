import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '../e2e/drivers/chromium.ts';
import type { Driver } from '../e2e/drivers/driver.ts';
import { launchFirefox } from '../e2e/drivers/firefox.ts';
import { extract, writeFiles } from '../e2e/files.ts';
import { openPanel, waitForPanelText } from '../e2e/panel.ts';
import { FILE_INPUT } from '../e2e/upload-page.ts';
import type { Portal } from '../portal/portal.ts';
import { startPortal } from '../portal/portal.ts';
import { findBrowser } from '../run/browsers.mjs';
import { check, ROOT } from '../run/stages.ts';
import { panelSize, putInertFrame, removeInertFrame } from './inert-frame.ts';
import { layoutShift, movedShare, placesOf, watchLayoutShift } from './layout-shift.ts';
import type { MainThread } from './main-thread.ts';
import { mainThreadOf } from './main-thread.ts';
import type { BenchOptions, BrowserName } from './options.ts';
import type { ChangeKind } from './page-changes.ts';
import { CHANGING_SECONDS, change, KINDS } from './page-changes.ts';
import type { Budget, ResultRow } from './result-rows.ts';
import { printHeadings, printRow, writeRows } from './result-rows.ts';

const RESULTS = join(ROOT, '.output', 'bench', 'idle.json');
const BUILDS: Readonly<Record<BrowserName, string>> = {
  chromium: join(ROOT, '.output', 'chrome-mv3'),
  firefox: join(ROOT, '.output', 'firefox-mv3'),
};
const ROUNDS = 3;
/** After so long the assistant has made up its mind about the page. */
const SETTLED_MS = 4_000;

/** What a page that paints pays for a frame in front of it, whoever's it is. */
const ANY_FRAME = 'any frame';
const SCRIPT = 'content script, of 40 KB';
const OPENED = 'layout moved by the assistant';
const MARKED = 'layout moved by the marks of filled fields';
/** The design's budgets, section 8. */
const SCRIPT_BYTES = 40 * 1024;
const BUDGETS: Readonly<Record<string, Budget>> = {
  ...Object.fromEntries(KINDS.map((kind) => [kind, { seconds: 0.005 }])),
  [SCRIPT]: { ratio: 1 },
  [OPENED]: { ratio: 0 },
};

/** The same page in two browsers of a kind, one with the extension. */
interface Pair {
  readonly browser: BrowserName;
  readonly portal: Portal;
  readonly with: Driver;
  readonly without: Driver;
}

/** Measures what the assistant costs a page on which nothing is chosen yet, in the shipped builds. */
export async function benchIdle({ browsers }: BenchOptions): Promise<void> {
  await check([
    ['wxt', 'build', '-b', 'chrome', '--mv3'],
    ['wxt', 'build', '-b', 'firefox', '--mv3'],
  ]);
  const rows: ResultRow[] = [];
  printHeadings();
  for (const name of browsers) {
    if (!findBrowser(name)) {
      console.log(`${name}: skipped, it is not installed.`);
      continue;
    }
    for await (const row of measured(name)) {
      rows.push(row);
      printRow(row, BUDGETS[row.what]);
    }
  }
  await writeRows(RESULTS, rows);
  console.log(
    `\nSeconds: main-thread time of the page per 1,000 changes, of which there are so many a second for ${CHANGING_SECONDS} seconds, median of ${ROUNDS}, over that of the same page with an inert frame in the panel's place, in the same run; "${ANY_FRAME}": what such a frame costs, over a page without one. Ratio: to what it is over. Layout: the share of the page's elements that stand elsewhere than without the extension, or Chromium's own score where that is more; the marks come with the person's click. Also in .output/bench/idle.json.`,
  );
}

async function* measured(browser: BrowserName): AsyncGenerator<ResultRow> {
  yield await scriptSize(browser);
  const portal = await startPortal();
  const launch = (extensionDir: string | undefined) =>
    (browser === 'firefox' ? launchFirefox : launchChromium)({
      extensionDir,
      proxyPort: portal.proxyPort,
      headless: true,
      downloadsDir: tmpdir(),
    });
  const pair: Pair = {
    browser,
    portal,
    with: await launch(BUILDS[browser]),
    without: await launch(undefined),
  };
  try {
    yield await layoutWhenOpened(pair);
    yield* changesOfThePage(pair);
    yield await layoutWhenMarked(pair);
  } finally {
    await pair.with.close();
    await pair.without.close();
    await portal.close();
  }
}

async function scriptSize(browser: BrowserName): Promise<ResultRow> {
  const { size } = await stat(join(BUILDS[browser], 'upload-page.js'));
  return { ...row(browser, SCRIPT), bytes: size, ratio: size / SCRIPT_BYTES };
}

async function layoutWhenOpened(pair: Pair): Promise<ResultRow> {
  for (const driver of [pair.with, pair.without]) {
    await driver.goto(pair.portal.url({ variant: 'plain' }));
    await watchLayoutShift(driver.page);
  }
  await openPanel(pair.with);
  await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
  const score = (await layoutShift(pair.with.page)) - (await layoutShift(pair.without.page));
  return { ...row(pair.browser, OPENED), ratio: Math.max(score, await moved(pair)) };
}

/** What the marks beside the fields move, after a choice that the assistant has answered. */
async function layoutWhenMarked(pair: Pair): Promise<ResultRow> {
  const folder = await mkdtemp(join(tmpdir(), 'upload-assistant-bench-'));
  try {
    const paths = await writeFiles(folder, [extract('SENR 2022-23.txt', 'SENR')]);
    for (const driver of [pair.with, pair.without]) await driver.chooseFiles(FILE_INPUT, paths);
    await waitForPanelText(pair.with, 'Attached.');
    return { ...row(pair.browser, MARKED), ratio: await moved(pair) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function moved(pair: Pair): Promise<number> {
  return movedShare(await placesOf(pair.without.page), await placesOf(pair.with.page));
}

async function* changesOfThePage(pair: Pair): AsyncGenerator<ResultRow> {
  const withIt = await mainThreadOf(pair.with.page);
  const withoutIt = await mainThreadOf(pair.without.page);
  if (!withIt || !withoutIt) {
    console.log(`${pair.browser}: the page's main thread cannot be told from others here.`);
    return;
  }
  const size = await panelSize(pair.with.page);
  for (const kind of KINDS) {
    const rounds: Times[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const assistant = await timeOf(pair.with, withIt, kind);
      const bare = await timeOf(pair.without, withoutIt, kind);
      await putInertFrame(pair.without.page, size);
      const frame = await timeOf(pair.without, withoutIt, kind);
      await removeInertFrame(pair.without.page);
      rounds.push({ assistant, bare, frame });
    }
    yield { ...row(pair.browser, kind), ...over(rounds, 'assistant', 'frame') };
    yield { ...row(pair.browser, `${kind}: ${ANY_FRAME}`), ...over(rounds, 'frame', 'bare') };
  }
}

/** Main-thread seconds per 1,000 changes, in one round: what else the machine does falls on all three. */
interface Times {
  readonly assistant: number;
  readonly frame: number;
  readonly bare: number;
}

function over(rounds: readonly Times[], much: keyof Times, little: keyof Times) {
  return {
    seconds: median(rounds.map((times) => times[much] - times[little])),
    ratio: median(rounds.map((times) => times[much] / times[little])),
  };
}

async function timeOf({ page }: Driver, thread: MainThread, kind: ChangeKind): Promise<number> {
  const before = thread.used();
  await change(page, kind);
  return (thread.used() - before) / CHANGING_SECONDS;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function row(browser: BrowserName, what: string): ResultRow {
  return { browser, what, bytes: 0, seconds: 0, ratio: null, peakMiB: null };
}
