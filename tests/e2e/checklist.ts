import type { Doc, Driver, ExtensionTab } from './drivers/driver.ts';
import { textOf } from './panel.ts';
import { tellBackground } from './tell-background.ts';
import { waitFor } from './wait-for.ts';

/** Accessible names of the checklist's cells, e.g. `SENR, 2022-23, sent`. */
export async function checklistCells(checklist: Doc): Promise<string[]> {
  let last = '';
  return waitFor(
    'the checklist to show its cells',
    async () => {
      const names = await checklist.evaluate(
        () => [...document.querySelectorAll('td .visually-hidden')].map((cell) => cell.textContent),
        undefined,
      );
      if (names.length > 0) return names;
      last = await textOf(checklist);
      return undefined;
    },
    async () => `it says: ${last}; the ledger has: ${await kindsInLedger(checklist)}`,
  );
}

/** What tells a checklist that shows nothing from a ledger that has nothing. */
async function kindsInLedger(checklist: Doc): Promise<string> {
  const events = await tellBackground(checklist, 'read everything', {});
  return events.map(({ kind }) => kind).join(', ') || 'nothing';
}

/** Opens the checklist anew until it shows these cells: the page's report may still be on its way. */
export async function waitForCells(
  driver: Driver,
  wanted: readonly string[],
): Promise<ExtensionTab> {
  let last: string[] = [];
  return waitFor(
    `the cells ${wanted.join(' | ')}`,
    async () => {
      const checklist = await driver.openExtensionPage('checklist');
      last = await checklistCells(checklist);
      return wanted.every((name) => last.includes(name)) ? checklist : undefined;
    },
    () => `the checklist shows: ${last.filter((name) => !name.endsWith('missing')).join(' | ')}`,
  );
}

/** So that one scenario proves nothing for the next. */
export async function clearLedger(checklist: Doc): Promise<void> {
  await tellBackground(checklist, 'erase everything', {});
}
