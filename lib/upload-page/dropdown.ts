import { isShown } from './in-sight.ts';
import { elementsWithText } from './page-text.ts';
import { pause } from './pause.ts';
import { plainWords } from './plain-words.ts';
import { openRoots } from './roots.ts';

/**
 * A dropdown that is no native select: ARIA's combobox, a read-only input (RadComboBox, PrimeNG,
 * DevExtreme), a button with a menu (Bootstrap).
 */
export const DROPDOWN =
  ':is([role=combobox], [aria-haspopup=listbox], input[readonly], [data-toggle=dropdown], [data-bs-toggle=dropdown]):not(select)';

export function isDropdown(element: Element): boolean {
  return element.matches(DROPDOWN);
}

/** Options of a hidden select, and links that a click would leave the page by. */
const NO_OPTION = 'option, a[href]:not([href^="#"], [href^="javascript:"])';
const ARROW = 'button, a, [role=button], [class*=arrow], [class*=trigger]';
/** A widget opens, and shows what was chosen, within this time. */
const WAIT_MS = 600;
const POLL_MS = 50;

/**
 * All that a person sees of a dropdown. A widget draws a box of its own beside a hidden select, and
 * around its input; any other dropdown is its own box.
 */
export function boxOf(field: HTMLElement): HTMLElement {
  if (field instanceof HTMLSelectElement) return drawnFor(field) ?? field;
  return field instanceof HTMLInputElement && isDropdown(field) ? boxAround(field) : field;
}

/** Only a box that shows what the hidden select holds is a picture of it. */
function drawnFor(select: HTMLSelectElement): HTMLElement | undefined {
  const box = select.nextElementSibling;
  if (isShown(select) || !(box instanceof HTMLElement) || !isShown(box)) return undefined;
  const chosen = chosenIn(select);
  return chosen === '' || chosen === shownIn(box) ? box : undefined;
}

/** The input of a widget is not deeper in its box than this. */
const WRAPPERS = 5;

/** The largest element around it that holds no other field and no words before it. */
function boxAround(input: HTMLElement, wrappers = WRAPPERS): HTMLElement {
  const { parentElement: parent, previousSibling } = input;
  const isAlone =
    wrappers > 0 &&
    parent &&
    !parent.matches('form, fieldset, td, th, li, body') &&
    parent.querySelectorAll('label, select, textarea, input:not([type=hidden])').length < 2 &&
    !hasWords(previousSibling);
  return isAlone ? boxAround(parent, wrappers - 1) : input;
}

function hasWords(node: Node | null): boolean {
  return node !== null && (node.textContent?.trim() !== '' || hasWords(node.previousSibling));
}

/** The option that a select has chosen, in plain words. */
export function chosenIn(select: HTMLSelectElement): string {
  return plainWords(select.options[select.selectedIndex]?.text ?? '');
}

/** What a dropdown shows as chosen, in plain words. A list in the same box comes below it. */
export function shownIn(dropdown: HTMLElement): string {
  if (dropdown instanceof HTMLInputElement && (dropdown.value || isShown(dropdown))) {
    return plainWords(dropdown.value);
  }
  const [first = ''] = (boxOf(dropdown).innerText ?? '').trim().split('\n');
  return plainWords(first);
}

/**
 * Chooses in a dropdown the way a person does: opens it, clicks the option that says so, and looks
 * whether the option is shown as chosen. Widgets open on pressing, on clicking, on their arrow or on
 * a key, so these are tried one by one; a second click on an open one would close it again.
 */
export async function chooseInDropdown(
  dropdown: HTMLElement,
  words: string,
  signal: AbortSignal,
): Promise<boolean> {
  if (words === '') return false; // no option says nothing
  const { ownerDocument: document } = dropdown;
  const box = boxOf(dropdown);
  const arrow = box.querySelector<HTMLElement>(ARROW);
  const before = saying(document, words).filter((one) => !box.contains(one));
  const option = () => {
    // It stands in the dropdown's box, or comes into sight as the dropdown opens.
    const [one, ...others] = saying(document, words).filter((each) => !before.includes(each));
    return others.length === 0 ? one : undefined; // two would be a guess
  };
  const openings = [
    () => press(dropdown),
    () => release(dropdown),
    () => arrow && press(arrow),
    () => arrow && release(arrow),
    () => key(dropdown, 'ArrowDown'),
  ];
  for (const open of openings) {
    open();
    const found = await until(option, signal);
    if (!found) continue;
    pointer(found, 'pointerover', 'mouseover', 'mousemove');
    press(found);
    if (found.isConnected) release(found);
    if (await showsSoon(dropdown, words, signal)) return true;
    break;
  }
  key(dropdown, 'Escape');
  return false;
}

/** Whether the dropdown shows these words, now or a moment later. */
export async function showsSoon(
  dropdown: HTMLElement,
  words: string,
  signal: AbortSignal,
): Promise<boolean> {
  return Boolean(await until(() => shownIn(dropdown) === words, signal));
}

/** What is in sight, says these words and nothing else, and can be an option. */
function saying(document: Document, words: string): HTMLElement[] {
  return openRoots(document)
    .flatMap((root) => elementsWithText(root, (text) => plainWords(text) === words))
    .filter((one) => isShown(one) && !one.closest(NO_OPTION));
}

const LIKE_A_PERSON = { bubbles: true, cancelable: true, composed: true };

function press(element: HTMLElement): void {
  element.focus();
  pointer(element, 'pointerdown', 'mousedown');
}

function release(element: HTMLElement): void {
  pointer(element, 'pointerup', 'mouseup', 'click');
}

export function pointer(element: HTMLElement, ...types: readonly string[]): void {
  for (const type of types) {
    element.dispatchEvent(new MouseEvent(type, LIKE_A_PERSON));
  }
}

function key(element: HTMLElement, name: 'ArrowDown' | 'Escape'): void {
  element.dispatchEvent(new KeyboardEvent('keydown', { ...LIKE_A_PERSON, key: name, code: name }));
}

async function until<Answer>(ask: () => Answer, signal: AbortSignal): Promise<Answer | undefined> {
  for (let waited = 0; waited <= WAIT_MS; waited += POLL_MS) {
    const answer = ask();
    if (answer) return answer;
    await pause(POLL_MS, signal);
  }
  return undefined;
}
