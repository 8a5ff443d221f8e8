import { expect } from 'vitest';
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

/** Name of what has the focus: a control's own text, or a heading's. */
export function focusedIn(tab: Doc): Promise<string> {
  return tab.evaluate(() => {
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body) return 'nothing';
    return activeElement.getAttribute('aria-label') ?? activeElement.textContent ?? '';
  }, undefined);
}

/** Letters of two texts may touch, but not by more than the air around them, in CSS pixels. */
const MOST_TOUCHING = 3;

/**
 * Makes the checklist as narrow as a small window or large text does, and expects that no text lies
 * over another one or sticks out. A wide table of numbers may scroll by itself.
 * @param width in CSS pixels
 */
export async function expectToFit(tab: Doc, width: number): Promise<void> {
  const troubles = await tab.evaluate(
    ([wide, touching]) => {
      document.body.style.width = `${wide}px`;
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: { words: string; rects: DOMRect[] }[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const within = node.parentElement;
        const words = node.textContent?.trim() ?? '';
        if (!words || !within?.checkVisibility({ visibilityProperty: true })) continue;
        if (within.closest('.visually-hidden, .wide-table, select, textarea')) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        texts.push({ words, rects: [...range.getClientRects()] });
      }
      const isOver = (a: DOMRect, b: DOMRect) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > touching &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > touching;
      const out = texts.filter(({ rects }) =>
        rects.some(({ left, right }) => left < 0 || right > wide + 1),
      );
      const over = texts.flatMap((one, at) =>
        texts
          .slice(at + 1)
          .filter((other) => one.rects.some((a) => other.rects.some((b) => isOver(a, b))))
          .map((other) => `“${other.words}” lies over “${one.words}”`),
      );
      return [...out.map(({ words }) => `“${words}” sticks out`), ...over];
    },
    [width, MOST_TOUCHING] as const,
  );
  expect(troubles, `at ${width} px`).toEqual([]);
}
