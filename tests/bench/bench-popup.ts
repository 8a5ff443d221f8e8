import { join } from 'node:path';
import type { Driver } from '../e2e/drivers/driver.ts';
import { openPanel } from '../e2e/panel.ts';
import { tellBackground } from '../e2e/tell-background.ts';
import { waitFor } from '../e2e/wait-for.ts';
import { startPortal } from '../portal/portal.ts';
import { findBrowser } from '../run/browsers.mjs';
import { check, ROOT } from '../run/stages.ts';
import { launchShipped } from './bench-browser.ts';
import { fullLedger } from './full-ledger.ts';
import type { BenchOptions, BrowserName } from './options.ts';
import type { Budget, ResultRow } from './result-rows.ts';
import { printHeadings, printRow, writeRows } from './result-rows.ts';

const RESULTS = join(ROOT, '.output', 'bench', 'popup.json');
const OPENINGS = 20;

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
    const empty = await medianOpening(driver);
    const events = fullLedger();
    const page = await driver.openExtensionPage('checklist');
    await tellBackground(page, 'import events', { events });
    const full = await medianOpening(driver);
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

/** In seconds, by the page's own clock. */
async function medianOpening(driver: Driver): Promise<number> {
  const times: number[] = [];
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    const page = await driver.openExtensionPage('checklist');
    times.push(
      await waitFor('the popup', () =>
        page.evaluate(
          () => performance.getEntriesByName('checklist usable')[0]?.startTime,
          undefined,
        ),
      ),
    );
  }
  const middle = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  return middle / 1000;
}
