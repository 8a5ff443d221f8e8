import type { ControlName, EvidencePlace } from './page-state.ts';
import type { Root } from './roots.ts';
import { rootOf } from './roots.ts';
import type { ControlKnowledge } from './site-words.ts';
import { CUSTOM_DROPDOWN, EDITABLE } from './site-words.ts';

/** One element that might be what is looked for, and the words that stand around it. */
export interface Candidate<Place extends string = EvidencePlace> {
  readonly element: HTMLElement;
  readonly words: Readonly<Record<Place, readonly string[]>>;
}

/** Reads the page, and judges nothing. Words come in lower case, without colons and extra blanks. */
export function collectCandidates(
  roots: readonly Root[],
  name: ControlName,
  { selector }: ControlKnowledge,
): Candidate[] {
  return roots
    .flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)])
    .filter((element) => isUsable(element, name))
    .map((element) => ({ element, words: wordsAround(element) }));
}

function isUsable(element: HTMLElement, name: ControlName): boolean {
  // The submit button is only watched, and pages disable it while files load.
  if (name === 'submit') return isOfPage(element) && isShown(element);
  if (!isInUse(element)) return false;
  if (name !== 'files' || !element.matches('input')) return isShown(element);
  // Upload widgets hide the real file input and put a button of their own in its place; but where
  // all around it is hidden, it belongs to another step, or to a copy of the page for other screens.
  const { parentElement } = element;
  return [parentElement, parentElement?.parentElement].some(
    (around) => around && isRendered(around),
  );
}

/** Whether it is for the person to use as it stands. */
export function isInUse(element: Element): boolean {
  return isOfPage(element) && !element.matches(OUT_OF_USE);
}

const OUT_OF_USE = ':disabled, [readonly], [aria-disabled=true], [aria-readonly=true]';

function isOfPage(element: Element): boolean {
  return element.closest(NEVER_A_FIELD) === null;
}

/** What the assistant itself put there, and what searches the site. */
const NEVER_A_FIELD = '[data-upload-assistant], [role=search], search';

/** Smaller than this, in CSS pixels, is hidden from sight and left for screen readers or scripts. */
const SMALLEST_PX = 3;

/** Whether a person can see it. */
export function isShown(element: Element): boolean {
  if (!isRendered(element)) return false;
  const { width, height } = element.getBoundingClientRect();
  return width >= SMALLEST_PX && height >= SMALLEST_PX;
}

function isRendered(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}

function wordsAround(element: HTMLElement): Candidate['words'] {
  const isFileInput = element.matches('input[type=file]');
  return {
    label: plain(labelsOf(element)),
    legend: plain([element.closest('fieldset')?.querySelector('legend')?.textContent]),
    neighbour: plain(isFileInput ? [...before(element), after(element)] : before(element)),
    placeholder: plain([
      element.getAttribute('placeholder') ?? element.getAttribute('aria-placeholder'),
    ]),
    option: plain(optionsOf(element)),
    'shown value': plain([shownValue(element)]),
    'button text': plain([buttonText(element)]),
    'form text': isFileInput ? plain([textOfForm(element)]) : [],
    together: [],
    'pointed out': [],
  };
}

/** As `plainWords`, of those that say anything. */
export function plain(texts: readonly (string | null | undefined)[]): string[] {
  return texts.map((text) => plainWords(text ?? '')).filter((text) => text !== '');
}

/** Lower case, one blank between words; no number before them, no colon or asterisk after them. */
export function plainWords(text: string): string {
  return text
    .replace(/[\s\u00A0]+/g, ' ')
    .replace(/[\s:*.]+$/, '')
    .replace(/^[\s*-]*(?:\(?\d+[.)]\s+)?/, '')
    .trim()
    .toLowerCase();
}

function labelsOf(element: HTMLElement): string[] {
  const labels = 'labels' in element ? (element.labels as NodeListOf<HTMLElement> | null) : null;
  const labelledBy = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const root = rootOf(element);
  return [
    ...[...(labels ?? [])].map(textWithoutControls),
    labelledBy.map((id) => root.getElementById(id)?.textContent ?? '').join(' '),
    element.getAttribute('aria-label') ?? '',
    element.title,
  ];
}

/** A wrapping label also holds the control itself; a select's options are no label. */
function textWithoutControls(label: HTMLElement): string {
  return textWithout(label, `button, ${FIELDS}`);
}

/** What a person chooses or types in these is theirs, and no word of the page. */
const FIELDS = `select, textarea, ${EDITABLE}`;

function textWithout(element: Element, controls: string): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let words = '';
  while (walker.nextNode()) {
    const { parentElement, nodeValue } = walker.currentNode;
    if (!parentElement?.closest(controls)) words += nodeValue;
  }
  return words;
}

/** Neighbours with more words than this are prose. */
const LONGEST_NEIGHBOUR = 60;

/**
 * What stands right before the control: the text or element, or what stands before a wrapper that
 * holds nothing else; in a table layout the cell to its left or above it.
 */
function before(element: HTMLElement): string[] {
  const cell = element.closest('td, th');
  const cells = [cell?.previousElementSibling, cell && cellAbove(cell)].filter(
    (one) => one != null,
  );
  return [wordsBefore(element), ...cells.map(wordsIn)].filter(
    (text) => text.length <= LONGEST_NEIGHBOUR,
  );
}

/** At most so many wrappers are looked out of. */
const WRAPPERS = 3;

function wordsBefore(element: Element): string {
  let inner: Element = element;
  for (let wrappers = 0; wrappers <= WRAPPERS; wrappers += 1) {
    for (let node = inner.previousSibling; node; node = node.previousSibling) {
      if (node instanceof Element && (node.matches(NO_WORDS) || !isShown(node))) continue;
      const text = wordsIn(node).trim();
      if (text !== '') return text;
    }
    const wrapper = inner.parentElement;
    if (!wrapper || wrapper.matches('form, fieldset, td, th, body')) return '';
    inner = wrapper;
  }
  return '';
}

function wordsIn(node: Node): string {
  if (node instanceof Element) return textWithout(node, FIELDS);
  return node instanceof Text ? node.data : '';
}

const NO_WORDS = 'script, style, template, input, select, textarea, [data-upload-assistant]';

function after(element: Element): string {
  const next = element.nextElementSibling;
  return next instanceof HTMLElement ? buttonText(next) || wordsIn(next) : '';
}

function cellAbove(cell: Element): Element | undefined {
  const column = [...(cell.parentElement?.children ?? [])].indexOf(cell);
  return cell.parentElement?.previousElementSibling?.children[column];
}

function optionsOf(element: HTMLElement): string[] {
  if (element instanceof HTMLSelectElement) return [...element.options].map(({ text }) => text);
  const listId = element.getAttribute('aria-controls') ?? element.getAttribute('aria-owns');
  const list = listId ? rootOf(element).getElementById(listId) : null;
  return [...(list?.querySelectorAll('[role=option]') ?? [])].map((one) => one.textContent ?? '');
}

/** What a custom dropdown shows as chosen. */
export function shownValue(element: HTMLElement): string {
  if (!element.matches(CUSTOM_DROPDOWN)) return '';
  return element instanceof HTMLInputElement ? element.value : (element.innerText ?? '');
}

function buttonText(element: HTMLElement): string {
  if (!element.matches(BUTTON) || element.matches(CUSTOM_DROPDOWN)) return '';
  if (!(element instanceof HTMLInputElement)) return element.textContent ?? '';
  return element.type === 'image' ? element.alt : element.value;
}

const BUTTON =
  'button, label, [role=button], input[type=submit], input[type=button], input[type=image]';

/** A widget may keep its file input outside the form; the page's main part then speaks for it. */
function textOfForm(element: HTMLElement): string {
  return (element.closest('form') ?? element.ownerDocument.body)?.textContent ?? '';
}
