import { join } from 'node:path';
import { openPanel } from '../e2e/panel.ts';
import { tellBackground } from '../e2e/tell-background.ts';
import { startPortal } from '../portal/portal.ts';
import { findBrowser } from '../run/browsers.mjs';
import { check, ROOT } from '../run/stages.ts';
import { launchShipped } from './bench-browser.ts';
import { fullLedger } from './full-ledger.ts';
import { medianOpening, OPENINGS } from './opening.ts';
import type { BenchOptions, BrowserName } from './options.ts';
import type { Budget, ResultRow } from './result-rows.ts';
import { printHeadings, printRow, writeRows } from './result-rows.ts';

const RESULTS = join(ROOT, '.output', 'bench', 'popup.json');

const EMPTY = 'popup, empty ledger';
const FULL = 'popup, 20 organizations × 10 years';
/** The budget in section 8 of the design. */
const BUDGETS: Readonly<Record<string, Budget>> = { [FULL]: { seconds: 0.15 } };

/** Measures how soon the popup is usable, from its address to its table, in the shipped builds. */
export async function benchPopup({ browsers }: BenchOptions): Promise<void> {
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
    for (const row of await measured(name)) {
      rows.push(row);
      printRow(row, BUDGETS[row.what]);
    }
  }
  await writeRows(RESULTS, rows);
  console.log(
    `\nMedian of ${OPENINGS} openings in a tab; ratio: to the same popup with an empty ledger. Also in .output/bench/popup.json.`,
  );
}

async function measured(browser: BrowserName): Promise<ResultRow[]> {
  const portal = await startPortal();
  const driver = await launchShipped(browser, portal);
  try {
    await driver.goto(portal.url({ variant: 'plain' }));
    await openPanel(driver);
    const empty = await medianOpening(driver, 'checklist');
    const events = fullLedger(20);
    const page = await driver.openExtensionPage('checklist');
    await tellBackground(page, 'import events', { events });
    const full = await medianOpening(driver, 'checklist');
    const common = { browser, peakMiB: null };
    return [
      { ...common, what: EMPTY, bytes: 0, seconds: empty, ratio: 1 },
      {
        ...common,
        what: FULL,
        bytes: JSON.stringify(events).length,
        seconds: full,
        ratio: full / empty,
      },
    ];
  } finally {
    await driver.close();
    await portal.close();
  }
}
