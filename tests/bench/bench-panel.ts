import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractBytes } from '../corpus/extract.ts';
import { FILE_TYPES } from '../corpus/file-types.ts';
import type { Doc, Driver } from '../e2e/drivers/driver.ts';
import { bytes, writeFiles } from '../e2e/files.ts';
import { openPanel, textOf } from '../e2e/panel.ts';
import { FILE_INPUT } from '../e2e/upload-page.ts';
import { waitFor } from '../e2e/wait-for.ts';
import type { Portal } from '../portal/portal.ts';
import { startPortal } from '../portal/portal.ts';
import { findBrowser } from '../run/browsers.mjs';
import { check, ROOT } from '../run/stages.ts';
import { launchShipped } from './bench-browser.ts';
import type { BenchOptions, BrowserName } from './options.ts';
import { showPlainList } from './plain-list.ts';
import type { Budget, ResultRow } from './result-rows.ts';
import { printHeadings, printRow, writeRows } from './result-rows.ts';
import { median } from './timing.ts';

const RESULTS = join(ROOT, '.output', 'bench', 'panel.json');
const ROUNDS = 9;
const ROWS = [35, 500] as const;
/** The years that names can have begin here. */
const FIRST_YEAR = 2000;
const CHECKED_MS = 600_000;

/** What a person does with the list, in this order. */
const ACTIONS = ['open', 'remove', 'undo'] as const;
type Action = (typeof ACTIONS)[number];
const WORDS: Readonly<Record<Action, string>> = {
  open: 'open the group',
  remove: 'remove a row',
  undo: 'undo',
};

const whatOf = (rows: number, action: Action) => `panel, ${rows} rows: ${WORDS[action]}`;
/** What issue 19 asks for. */
const MOST_SECONDS: Readonly<Record<(typeof ROWS)[number], number>> = { 35: 0.1, 500: 0.2 };
const BUDGETS: Readonly<Record<string, Budget>> = Object.fromEntries(
  ROWS.flatMap((rows) =>
    ACTIONS.map((action) => [whatOf(rows, action), { seconds: MOST_SECONDS[rows] }]),
  ),
);

/**
 * Measures how soon a click in the panel's list shows, in the shipped builds, beside the same list
 * in plain HTML, whose rows a few lines of script open, remove and put back.
 */
export async function benchPanel({ browsers }: BenchOptions): Promise<void> {
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
    `\nFrom the click to the first paint that shows what it does, median of ${ROUNDS}; ratio: to the same list in plain HTML, in the same window. Also in .output/bench/panel.json.`,
  );
}

async function* measured(browser: BrowserName): AsyncGenerator<ResultRow> {
  for (const rows of ROWS) {
    const portal = await startPortal();
    const driver = await launchShipped(browser, portal);
    try {
      const panel = await panelWith(rows, driver, portal);
      const own = await secondsIn(panel, rows);
      await showPlainList(panel, rows);
      const plain = await secondsIn(panel, rows);
      for (const action of ACTIONS) {
        const common = { browser, bytes: 0, peakMiB: null };
        const ratio = own[action] / plain[action];
        yield { ...common, what: whatOf(rows, action), seconds: own[action], ratio };
        yield {
          ...common,
          what: `plain HTML, ${rows} rows: ${WORDS[action]}`,
          seconds: plain[action],
          ratio: 1,
        };
      }
    } finally {
      await driver.close();
      await portal.close();
    }
  }
}

/** Chooses so many files, each for a place of its own, and waits until all are checked. */
async function panelWith(rows: number, driver: Driver, portal: Portal): Promise<Doc> {
  const folder = await mkdtemp(join(tmpdir(), 'upload-assistant-bench-'));
  try {
    await driver.goto(portal.url({ variant: 'plain' }));
    const panel = await openPanel(driver);
    await driver.chooseFiles(FILE_INPUT, await writeFiles(folder, filesOf(rows)));
    await waitFor(
      `${rows} files to be checked`,
      () =>
        panel.evaluate(
          () => document.querySelector('.panel-actions .primary') !== null || undefined,
          undefined,
        ),
      async () => `The panel says: ${await textOf(panel)}`,
      CHECKED_MS,
    );
    return panel;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function filesOf(rows: number) {
  return Array.from({ length: rows }, (_, at) => {
    const first = FIRST_YEAR + Math.floor(at / FILE_TYPES.length);
    const schoolYear = `${first}-${String((first + 1) % 100).padStart(2, '0')}`;
    const fileType = FILE_TYPES[at % FILE_TYPES.length] ?? 'SENR';
    const content = extractBytes({ fileType, schoolYear, rows: 20 });
    return bytes(`${fileType}_${schoolYear}_88127.txt`, content);
  });
}

/** In seconds, by the document's own clock. */
async function secondsIn(list: Doc, rows: number): Promise<Record<Action, number>> {
  const rounds: Record<Action, number>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push(await list.evaluate(timeActions, rows));
  }
  const of = (action: Action) => median(rounds.map((times) => times[action])) / 1000;
  return { open: of('open'), remove: of('remove'), undo: of('undo') };
}

/** Runs in the document, so it must not use anything outside itself. In milliseconds. */
async function timeActions(rows: number): Promise<Record<Action, number>> {
  const LONGEST_MS = 10_000;
  const rowsNow = () => document.querySelectorAll('.file-row').length;
  const element = (selector: string) => {
    const found = document.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`Nothing at ${selector}`);
    return found;
  };
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  /** A message that is sent in a frame arrives after the frame is painted. */
  const painted = () =>
    new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage('');
    });
  const settle = async () => {
    for (let frames = 0; frames < 5; frames += 1) await frame();
  };
  const timeOf = async (button: HTMLElement, isShown: () => boolean) => {
    await settle();
    const begun = performance.now();
    button.click();
    do {
      await frame();
      if (performance.now() - begun > LONGEST_MS) throw new Error('The click shows nothing.');
    } while (!isShown());
    await painted();
    return performance.now() - begun;
  };

  const summary = element('.file-group > summary');
  const open = await timeOf(summary, () => rowsNow() === rows);
  const row = element('.file-row > summary');
  await timeOf(row, () => document.querySelector('.row-details') !== null);
  const buttons = [...document.querySelectorAll<HTMLElement>('.row-details .row-actions button')];
  const button = buttons.find((each) => each.getAttribute('aria-label')?.startsWith('Remove'));
  if (!button) throw new Error('No button removes the row.');
  const remove = await timeOf(button, () => rowsNow() === rows - 1);
  const undo = await timeOf(element('.undo-bar button'), () => rowsNow() === rows);
  await timeOf(element('.file-group > summary'), () => rowsNow() === 0);
  return { open, remove, undo };
}
