import type { Doc, Driver } from './drivers/driver.ts';
import { waitFor } from './wait-for.ts';

/** All the panel says, as a person reads it. */
export async function panelText(driver: Driver): Promise<string> {
  return textOf(await openPanel(driver));
}

/** All a document says, in one line. One that has just begun to load has no body yet. */
export function textOf(doc: Doc): Promise<string> {
  return waitFor('the document to have a body', () =>
    doc.evaluate(() => document.querySelector('body')?.innerText.replace(/\s+/g, ' '), undefined),
  );
}

export function openPanel(driver: Driver): Promise<Doc> {
  return waitFor('the panel to be there', () => driver.panel());
}

export async function waitForPanelText(
  driver: Driver,
  words: string,
  patienceMs?: number,
): Promise<void> {
  let last = '';
  await waitFor(
    `the panel to say "${words}"`,
    async () => {
      last = await panelText(driver).catch(() => last); // the page is being replaced, the panel too
      return last.includes(words) || undefined;
    },
    () => `it says: ${last}`,
    patienceMs,
  );
}

/** Waits until a person sees it without scrolling. */
export async function waitUntilInView(driver: Driver, selector: string): Promise<void> {
  const panel = await openPanel(driver);
  await waitFor(`${selector} to be in view`, async () => {
    const isInView = await panel.evaluate((wanted) => {
      const place = document.querySelector(wanted)?.getBoundingClientRect();
      return place && place.top >= 0 && place.bottom <= window.innerHeight;
    }, selector);
    return isInView || undefined;
  });
}

const MOST_TABS = 120;

/** Goes from the page into the panel with the Tab key, unless the focus is there already. */
async function tabToPanel(driver: Driver): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    const isThere = await driver.page.evaluate(() => {
      const { activeElement } = document;
      return (
        activeElement instanceof HTMLElement &&
        'uploadAssistant' in activeElement.dataset &&
        activeElement.dataset['uploadAssistant'] === 'panel'
      );
    }, undefined);
    if (isThere) return;
    await driver.press('Tab');
  }
  throw new Error('No key press reaches the panel.');
}

/**
 * Goes to a button of the panel with the Tab key and presses Enter, as someone without a mouse does.
 * @param name the beginning of the button's accessible name
 */
export async function pressInPanel(driver: Driver, name: string): Promise<void> {
  await focusInPanel(driver, name);
  await driver.activateFocused('panel');
}

/** Goes to a button of the panel with the Tab key. */
export async function focusInPanel(driver: Driver, name: string): Promise<void> {
  const panel = await openPanel(driver);
  await tabToPanel(driver);
  await tabTo(panel, name, (key) => driver.press(key));
}

/** Where the focus is in the panel: the element's name, or its tag. */
export async function focusedInPanel(driver: Driver): Promise<string> {
  const panel = await openPanel(driver);
  return panel.evaluate(() => {
    const { activeElement } = document;
    const name = activeElement?.getAttribute('aria-label') ?? activeElement?.className;
    return `${activeElement?.tagName} ${name}`;
  }, undefined);
}

/**
 * Presses the Tab key until the focus is on the button whose name begins so; with Shift if the only
 * such button stands before the focus.
 */
export async function tabTo(
  doc: Doc,
  name: string,
  press: (key: string) => Promise<void>,
): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    const way = await doc.evaluate(wayTo, name);
    if (way === 'there') return waitUntilReady(doc, name);
    await press(way === 'back' ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`No key press reaches "${name}" in: ${await textOf(doc)}`);
}

/** Runs in the document, so it must not use anything outside itself. */
function wayTo(name: string): 'there' | 'back' | 'on' {
  const { activeElement } = document;
  const isNamed = (element: Element) =>
    (element.getAttribute('aria-label') ?? element.textContent ?? '').startsWith(name);
  if (!activeElement || activeElement === document.body) return 'on';
  if (isNamed(activeElement)) return 'there';
  const wanted = [...document.querySelectorAll('button, summary, a')].filter(isNamed);
  const isBefore = (element: Element) =>
    (activeElement.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  return wanted.length > 0 && wanted.every(isBefore) ? 'back' : 'on';
}

/** A button that acts outward takes no click in its first moments in view. */
async function waitUntilReady(doc: Doc, name: string): Promise<void> {
  await waitFor(`the button ${name} to be ready`, async () => {
    const isReady = await doc.evaluate(
      () => document.activeElement?.getAttribute('aria-disabled') !== 'true',
      undefined,
    );
    return isReady || undefined;
  });
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
