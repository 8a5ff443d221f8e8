import { join } from 'node:path';
import type { LedgerEvent } from '../../lib/ledger/events.ts';
import type { Driver } from '../e2e/drivers/driver.ts';
import { openPanel } from '../e2e/panel.ts';
import { tellBackground } from '../e2e/tell-background.ts';
import { startPortal } from '../portal/portal.ts';
import { findBrowser } from '../run/browsers.mjs';
import { check, ROOT } from '../run/stages.ts';
import { launchShipped } from './bench-browser.ts';
import { fullLedger } from './full-ledger.ts';
import { medianOpening, OPENINGS, openingOf } from './opening.ts';
import type { BenchOptions, BrowserName } from './options.ts';
import type { Budget, ResultRow } from './result-rows.ts';
import { printHeadings, printRow, writeRows } from './result-rows.ts';

const RESULTS = join(ROOT, '.output', 'bench', 'organizations.json');
const ORGANIZATIONS = 200;
/** In one message. */
const AT_ONCE = 100;

const FIRST = 'first time after an import';
const REPLY = 'first time after one reply for all';
const FULL = 'all, 200 organizations × 10 years';
/** The budget of the table of all organizations. */
const BUDGETS: Readonly<Record<string, Budget>> = { [FULL]: { seconds: 0.3 } };

/** Measures how soon the table of all organizations is there, in the shipped builds. */
export async function benchOrganizations({ browsers }: BenchOptions): Promise<void> {
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
    `\nMedian of ${OPENINGS} openings in a tab. After a reply, all summaries are made from the events again. Also in .output/bench/organizations.json.`,
  );
}

async function measured(browser: BrowserName): Promise<ResultRow[]> {
  const portal = await startPortal();
  const driver = await launchShipped(browser, portal);
  try {
    await driver.goto(portal.url({ variant: 'plain' }));
    await openPanel(driver);
    const events = Array.from({ length: ORGANIZATIONS / AT_ONCE }, (_, turn) =>
      fullLedger(AT_ONCE, 1 + turn * AT_ONCE),
    );
    await importAll(driver, events);
    const bytes = JSON.stringify(events).length;
    const common = { browser, peakMiB: null, ratio: null, bytes };
    const first = await openingOf(driver, 'organizations');
    const full = await medianOpening(driver, 'organizations');
    await recordReply(driver, events.flat());
    const reply = await openingOf(driver, 'organizations');
    return [
      { ...common, what: FIRST, seconds: first },
      { ...common, what: FULL, seconds: full },
      { ...common, what: REPLY, seconds: reply },
    ];
  } finally {
    await driver.close();
    await portal.close();
  }
}

async function importAll(driver: Driver, parts: readonly (readonly LedgerEvent[])[]) {
  const page = await driver.openExtensionPage('setup');
  for (const events of parts) await tellBackground(page, 'import events', { events });
}

/** A count of one file for each organization. */
async function recordReply(driver: Driver, events: readonly LedgerEvent[]): Promise<void> {
  const page = await driver.openExtensionPage('setup');
  const reply = crypto.randomUUID();
  const counts = Map.groupBy(
    events.filter((event) => event.kind === 'counts-received'),
    ({ organization }) => organization,
  );
  await tellBackground(page, 'record', {
    events: [...counts.values()].flatMap(([count]) => (count ? [{ ...count, reply }] : [])),
  });
}
