import type { Doc, ExtensionTab } from './drivers/driver.ts';
import { tabTo, textOf } from './panel.ts';
import { waitFor } from './wait-for.ts';

/** What a person does in a tab of the extension's own, and sees there. */
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

/** Goes to a button by the keyboard and activates it, as someone without a mouse does. */
export async function pressIn(tab: ExtensionTab, name: string): Promise<void> {
  await tabTo(tab, name, (key) => tab.press(key));
  await tab.activateFocused();
}

/** As a person's typing arrives, but for the single keys. */
export async function typeInto(tab: Doc, selector: string, text: string): Promise<void> {
  await tab.evaluate(
    ([where, words]) => {
      document.querySelector<HTMLElement>(where)?.focus();
      document.execCommand('insertText', false, words);
    },
    [selector, text] as const,
  );
}
