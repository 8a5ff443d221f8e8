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
