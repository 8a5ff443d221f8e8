import { isShown, plainWords, shownValue } from './collect-controls.ts';
import { pause } from './pause.ts';
import { openRoots } from './roots.ts';

const OPTION = '[role=option], [role=menuitemradio], [role=listbox] li';
const OPEN_MS = 600;
const TAKE_MS = 600;
const POLL_MS = 50;

/**
 * Chooses in a dropdown that is no native select, the way a person does: opens it, clicks the option
 * that says so, looks whether it is shown as chosen. Kinds differ in whether pressing or clicking
 * opens them, so one is tried after the other; a second click on an open one would close it again.
 */
export async function chooseInDropdown(
  dropdown: HTMLElement,
  words: RegExp,
  signal: AbortSignal,
): Promise<boolean> {
  const option = () => optionWith(dropdown.ownerDocument, words);
  for (const open of [() => press(dropdown), () => release(dropdown), () => arrowDown(dropdown)]) {
    open();
    const found = await until(option, OPEN_MS, signal);
    if (!found) continue;
    press(found);
    if (found.isConnected) release(found);
    const isTaken = () => words.test(plainWords(shownValue(dropdown))) || undefined;
    if (await until(isTaken, TAKE_MS, signal)) return true;
    break;
  }
  key(dropdown, 'Escape');
  return false;
}

/** The one option in sight with these words; two would be a guess. */
function optionWith(document: Document, words: RegExp): HTMLElement | undefined {
  const [option, ...others] = openRoots(document)
    .flatMap((root) => [...root.querySelectorAll<HTMLElement>(OPTION)])
    .filter((one) => words.test(plainWords(one.textContent ?? '')) && isShown(one));
  return others.length === 0 ? option : undefined;
}

function press(element: HTMLElement): void {
  element.focus();
  pointer(element, 'pointerdown', 'mousedown');
}

function release(element: HTMLElement): void {
  pointer(element, 'pointerup', 'mouseup', 'click');
}

function pointer(element: HTMLElement, ...types: readonly string[]): void {
  for (const type of types) {
    element.dispatchEvent(
      new MouseEvent(type, { bubbles: true, cancelable: true, composed: true, button: 0 }),
    );
  }
}

function arrowDown(element: HTMLElement): void {
  key(element, 'ArrowDown');
}

function key(element: HTMLElement, name: 'ArrowDown' | 'Escape'): void {
  const init = { key: name, code: name, bubbles: true, cancelable: true, composed: true };
  element.dispatchEvent(new KeyboardEvent('keydown', init));
}

async function until<Answer>(
  ask: () => Answer | undefined,
  ms: number,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  for (let waited = 0; waited <= ms; waited += POLL_MS) {
    const answer = ask();
    if (answer !== undefined) return answer;
    await pause(POLL_MS, signal);
  }
  return undefined;
}
