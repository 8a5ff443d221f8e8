import { expect } from 'vitest';
import type { Doc, ExtensionTab } from './drivers/driver.ts';
import { tabTo, textOf } from './panel.ts';
import { waitFor } from './wait-for.ts';

/** What a person does and sees in one of the extension's own tabs. */
export async function waitForText(tab: Doc, words: string): Promise<void> {
  let last = '';
  await waitFor(
    `the tab to say "${words}"`,
    async () => {
      last = await textOf(tab);
      return last.includes(words) || undefined;
    },
    () => `it says: ${last}`,
  );
}

/** Moves to a button and activates it by keyboard, like a person without a mouse. */
export async function pressIn(tab: ExtensionTab, name: string): Promise<void> {
  await tabTo(tab, name, (key) => tab.press(key));
  await tab.activateFocused();
}

const MOST_TABS = 60;

/** Shows one of the page's tabs by the keyboard alone: Tab leads to the open one, arrow keys go on. */
export async function goToTab(tab: ExtensionTab, name: string): Promise<void> {
  const focused = () =>
    tab.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.getAttribute('role') === 'tab' ? activeElement.textContent : undefined;
    }, undefined);
  for (let tabs = 0; tabs < MOST_TABS && (await focused()) === undefined; tabs += 1) {
    await tab.press('Tab');
  }
  for (let arrows = 0; arrows < MOST_TABS; arrows += 1) {
    if ((await focused()) === name) return;
    const before = await focused();
    await tab.press('ArrowRight');
    await waitFor('the next tab to open', async () => (await focused()) !== before || undefined);
  }
  throw new Error(`There is no tab "${name}" in: ${await textOf(tab)}`);
}

/** The focus is on something: a control that went away did not take it along. */
export async function expectFocusKept(tab: Doc): Promise<void> {
  const place = await tab.evaluate(() => document.activeElement?.tagName, undefined);
  expect(place, 'the element that has the focus').not.toBe('BODY');
}

/** Fills the field like a person's typing, but in one go. */
export async function typeInto(tab: Doc, selector: string, text: string): Promise<void> {
  await tab.evaluate(
    ([where, words]) => {
      document.querySelector<HTMLElement>(where)?.focus();
      document.execCommand('insertText', false, words);
    },
    [selector, text] as const,
  );
}
