import type { Doc, Driver } from './drivers/driver.ts';
import { waitFor } from './wait-for.ts';

/** All the panel says, as a person reads it. */
export async function panelText(driver: Driver): Promise<string> {
  const panel = await openPanel(driver);
  return panel.evaluate(() => document.body.innerText.replace(/\s+/g, ' '), undefined);
}

export function openPanel(driver: Driver): Promise<Doc> {
  return waitFor('the panel to be there', () => driver.panel());
}

export async function waitForPanelText(driver: Driver, words: string): Promise<void> {
  let last = '';
  await waitFor(
    `the panel to say "${words}"`,
    async () => {
      last = await panelText(driver);
      return last.includes(words) || undefined;
    },
    () => `it says: ${last}`,
  );
}

const MOST_TABS = 120;

/**
 * Goes to a button of the panel with the Tab key and presses Enter, as someone without a mouse
 * does. The focus is in the panel already: the assistant puts it there when it is the person's turn.
 * @param name the beginning of the button's accessible name
 */
export async function pressInPanel(driver: Driver, name: string): Promise<void> {
  const panel = await openPanel(driver);
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    const focused = await panel.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    }, undefined);
    if (focused.startsWith(name)) {
      await driver.press('Enter');
      return;
    }
    await driver.press('Tab');
  }
  throw new Error(`No key press reaches "${name}" in: ${await panelText(driver)}`);
}

/** Names of the panel's buttons, in order. */
export async function panelButtons(driver: Driver): Promise<string[]> {
  const panel = await openPanel(driver);
  return panel.evaluate(
    () =>
      [...document.querySelectorAll('button')].map(
        (button) => button.getAttribute('aria-label') ?? button.textContent ?? '',
      ),
    undefined,
  );
}
