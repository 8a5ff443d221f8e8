import { isShown } from './in-sight.ts';
import { elementsWithText } from './page-text.ts';
import { pause } from './pause.ts';
import { plainWords } from './plain-words.ts';
import { openRoots } from './roots.ts';

/**
 * A dropdown that is not a native select: ARIA's combobox, a read-only input (RadComboBox, PrimeNG,
 * DevExtreme), a button with a menu (Bootstrap).
 */
export const DROPDOWN =
  ':is([role=combobox], [aria-haspopup=listbox], input[readonly], [data-toggle=dropdown], [data-bs-toggle=dropdown]):not(select)';

export function isDropdown(element: Element): boolean {
  return element.matches(DROPDOWN);
}

/** Options in a hidden select, and links whose click would leave the page. */
const NO_OPTION = 'option, a[href]:not([href^="#"], [href^="javascript:"])';
const ARROW = 'button, a, [role=button], [class*=arrow], [class*=trigger]';
/** A widget opens, and shows the choice, within this time. */
const WAIT_MS = 600;
const POLL_MS = 50;

/**
 * The part of a dropdown that a person sees. A widget draws its own box next to a hidden select, or
 * around its input. Any other dropdown is its own box.
 */
export function boxOf(field: HTMLElement): HTMLElement {
  if (field instanceof HTMLSelectElement) return drawnFor(field) ?? field;
  return field instanceof HTMLInputElement && isDropdown(field) ? boxAround(field) : field;
}

/** The box belongs to the hidden select only if it shows the select's choice. */
function drawnFor(select: HTMLSelectElement): HTMLElement | undefined {
  const box = select.nextElementSibling;
  if (isShown(select) || !(box instanceof HTMLElement) || !isShown(box)) return undefined;
  const chosen = chosenIn(select);
  return chosen === '' || chosen === shownIn(box) ? box : undefined;
}

/** A widget's input is not deeper in its box than this. */
const WRAPPERS = 5;

/** The largest element around it without another field and without words before it. */
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

/** The chosen option of a select, in plain words. */
export function chosenIn(select: HTMLSelectElement): string {
  return plainWords(select.options[select.selectedIndex]?.text ?? '');
}

/** The choice that a dropdown shows, in plain words. A list in the same box comes below it. */
export function shownIn(dropdown: HTMLElement): string {
  if (dropdown instanceof HTMLInputElement && (dropdown.value || isShown(dropdown))) {
    return plainWords(dropdown.value);
  }
  const [first = ''] = (boxOf(dropdown).innerText ?? '').trim().split('\n');
  return plainWords(first);
}

/**
 * Chooses in a dropdown the way a person does. It opens the dropdown, clicks the option with these
 * words, and checks that the dropdown shows the choice. Widgets open on a press, a click, a click
 * on their arrow, or a key. It tries these one by one, because a second click on an open dropdown
 * would close it again.
 */
export async function chooseInDropdown(
  dropdown: HTMLElement,
  words: string,
  signal: AbortSignal,
): Promise<boolean> {
  if (words === '') return false; // no option is without words
  const { ownerDocument: document } = dropdown;
  const box = boxOf(dropdown);
  const arrow = box.querySelector<HTMLElement>(ARROW);
  const before = saying(document, words).filter((one) => !box.contains(one));
  const option = () => {
    // The option is in the dropdown's box, or appears when the dropdown opens.
    const [one, ...others] = saying(document, words).filter((each) => !before.includes(each));
    return others.length === 0 ? one : undefined; // a choice between two would be a guess
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

/** The visible elements that say exactly these words and can be an option. */
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
