import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver } from '../e2e/drivers/driver.ts';
import { extract, writeFiles } from '../e2e/files.ts';
import { openPanel, waitForPanelText } from '../e2e/panel.ts';
import { FILE_INPUT } from '../e2e/upload-page.ts';
import { waitFor } from '../e2e/wait-for.ts';
import type { Portal } from '../portal/portal.ts';
import { startPortal } from '../portal/portal.ts';
import { findBrowser } from '../run/browsers.mjs';
import { check, ROOT } from '../run/stages.ts';
import { BUILDS, launch } from './bench-browser.ts';
import { layoutShift, movedShare, placesOf, watchLayoutShift } from './layout-shift.ts';
import type { MainThread } from './main-thread.ts';
import { mainThreadOf } from './main-thread.ts';
import type { BenchOptions, BrowserName } from './options.ts';
import { clockedBuild, ownTime } from './own-time.ts';
import type { ChangeKind } from './page-changes.ts';
import { CHANGING_SECONDS, change, KINDS } from './page-changes.ts';
import type { Budget, ResultRow } from './result-rows.ts';
import { printHeadings, printRow, writeRows } from './result-rows.ts';
import { median } from './timing.ts';

const RESULTS = join(ROOT, '.output', 'bench', 'idle.json');
const INERT_EXTENSION = join(import.meta.dirname, 'inert-extension');
const ROUNDS = 3;
/** After this time the assistant has decided what the page is. */
const SETTLED_MS = 4_000;

/**
 * Time in the content script's functions, by a clock around them. It includes what the browser does
 * because of them.
 */
const OWN = 'own functions';
/** The cost of any extension's frame on top of a page that paints. */
const ANY_FRAME = 'any frame';
const SCRIPT = 'content script, of 40 KB';
const OPENED = 'layout moved by the assistant';
const MARKED = 'layout moved by the marks of filled fields';
/** The budgets in section 8 of the design. */
const SCRIPT_BYTES = 40 * 1024;
const BUDGETS: Readonly<Record<string, Budget>> = {
  ...Object.fromEntries(
    KINDS.flatMap((kind) => [kind, `${kind}: ${OWN}`].map((what) => [what, { seconds: 0.005 }])),
  ),
  [SCRIPT]: { ratio: 1 },
  [OPENED]: { ratio: 0 },
};

/** The same page in three browsers of one kind. */
interface Trio {
  readonly browser: BrowserName;
  readonly portal: Portal;
  readonly with: Driver;
  /** With an extension that only shows a frame. */
  readonly framed: Driver;
  readonly without: Driver;
}

/**
 * Measures what the assistant costs a page before any choice, with the shipped builds and a clock.
 */
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
    `\nSeconds: main-thread time of the page per 1,000 changes, of which there are so many a second for ${CHANGING_SECONDS} seconds, median of ${ROUNDS}, over that of the same page under an extension that only shows an inert frame of the same size, in the same run; "${ANY_FRAME}": what that costs, over a page without any extension; "${OWN}": what the assistant's own functions take of it, by the clock, so that waiting for a core counts. Ratio: to what it is over. Layout: the share of the page's elements that stand elsewhere than without the extension, or Chromium's own score where that is more; the marks come with the person's click. Also in .output/bench/idle.json.`,
  );
}

async function* measured(browser: BrowserName): AsyncGenerator<ResultRow> {
  yield await scriptSize(browser);
  const portal = await startPortal();
  const folder = await mkdtemp(join(tmpdir(), 'upload-assistant-bench-'));
  const { proxyPort } = portal;
  const trio: Trio = {
    browser,
    portal,
    with: await launch(
      browser,
      proxyPort,
      await clockedBuild(BUILDS[browser], join(folder, 'extension')),
    ),
    framed: await launch(browser, proxyPort, INERT_EXTENSION),
    without: await launch(browser, proxyPort, undefined),
  };
  try {
    yield await layoutWhenOpened(trio);
    yield* changesOfThePage(trio);
    yield await layoutWhenMarked(trio);
  } finally {
    await trio.with.close();
    await trio.framed.close();
    await trio.without.close();
    await portal.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function scriptSize(browser: BrowserName): Promise<ResultRow> {
  const { size } = await stat(join(BUILDS[browser], 'upload-page.js'));
  return { ...row(browser, SCRIPT), bytes: size, ratio: size / SCRIPT_BYTES };
}

async function layoutWhenOpened(trio: Trio): Promise<ResultRow> {
  for (const driver of [trio.with, trio.without]) {
    await driver.goto(trio.portal.url({ variant: 'plain' }));
    await watchLayoutShift(driver.page);
  }
  await openPanel(trio.with);
  await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
  const score = (await layoutShift(trio.with.page)) - (await layoutShift(trio.without.page));
  return { ...row(trio.browser, OPENED), ratio: Math.max(score, await moved(trio)) };
}

/**
 * How far the marks next to the fields move the page, after the assistant has answered a choice.
 */
async function layoutWhenMarked(trio: Trio): Promise<ResultRow> {
  const folder = await mkdtemp(join(tmpdir(), 'upload-assistant-bench-'));
  try {
    const paths = await writeFiles(folder, [extract('SENR 2022-23.txt', 'SENR')]);
    for (const driver of [trio.with, trio.without]) await driver.chooseFiles(FILE_INPUT, paths);
    await waitForPanelText(trio.with, 'Attached.');
    return { ...row(trio.browser, MARKED), ratio: await moved(trio) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function moved(trio: Trio): Promise<number> {
  return movedShare(await placesOf(trio.without.page), await placesOf(trio.with.page));
}

async function* changesOfThePage(trio: Trio): AsyncGenerator<ResultRow> {
  await showFrame(trio);
  const withIt = await mainThreadOf(trio.with.page);
  const framed = await mainThreadOf(trio.framed.page);
  const without = await mainThreadOf(trio.without.page);
  if (!withIt || !framed || !without) {
    console.log(`${trio.browser}: the page's main thread cannot be told from others here.`);
    return;
  }
  for (const kind of KINDS) {
    const rounds: Times[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = await ownTime(trio.with.page);
      rounds.push({
        assistant: await timeOf(trio.with, withIt, kind),
        own: ((await ownTime(trio.with.page)) - before) / CHANGING_SECONDS,
        frame: await timeOf(trio.framed, framed, kind),
        bare: await timeOf(trio.without, without, kind),
      });
    }
    yield { ...row(trio.browser, kind), ...over(rounds, 'assistant', 'frame') };
    yield {
      ...row(trio.browser, `${kind}: ${OWN}`),
      seconds: median(rounds.map(({ own }) => own)),
    };
    yield { ...row(trio.browser, `${kind}: ${ANY_FRAME}`), ...over(rounds, 'frame', 'bare') };
  }
}

/**
 * Main-thread seconds per 1,000 changes in one round. The machine's other work slows all three
 * equally.
 */
interface Times {
  readonly assistant: number;
  /** The assistant's share, measured by a clock in its content script. */
  readonly own: number;
  readonly frame: number;
  readonly bare: number;
}

function over(rounds: readonly Times[], much: 'assistant' | 'frame', little: 'frame' | 'bare') {
  return {
    seconds: median(rounds.map((times) => times[much] - times[little])),
    ratio: median(rounds.map((times) => times[much] / times[little])),
  };
}

/** Makes the inert frame as large as the panel. */
async function showFrame({ portal, framed, with: { page } }: Trio): Promise<void> {
  await framed.goto(portal.url({ variant: 'plain' }));
  const height = await page.evaluate(
    () => document.querySelector('[data-upload-assistant=panel]')?.clientHeight,
    undefined,
  );
  // The other extension's script may load a moment after the page.
  await waitFor('the inert frame', () => framed.page.evaluate(growFrame, height));
}

function growFrame(height: number | undefined): true | undefined {
  const host = document.querySelector<HTMLElement>('[data-inert-frame]');
  if (!host || !height) return undefined;
  host.style.height = `${height}px`;
  return true;
}

async function timeOf({ page }: Driver, thread: MainThread, kind: ChangeKind): Promise<number> {
  const before = thread.used();
  await change(page, kind);
  return (thread.used() - before) / CHANGING_SECONDS;
}

function row(browser: BrowserName, what: string): ResultRow {
  return { browser, what, bytes: 0, seconds: 0, ratio: null, peakMiB: null };
}
