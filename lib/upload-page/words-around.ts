import { isDropdown, shownIn } from './dropdown.ts';
import type { WordPlace } from './evidence.ts';
import { isShown } from './in-sight.ts';
import { textsIn } from './page-text.ts';
import { plain } from './plain-words.ts';
import { isRadioGroup, radiosIn, wordsOfRadio } from './radio-group.ts';
import { rootOf } from './roots.ts';
import { EDITABLE } from './text-field.ts';

/** Words by their place on the page: lowercase, without colons and extra blanks. */
export type WordsIn<Place extends string> = Readonly<Record<Place, readonly string[]>>;

/** Only reads the words around a control. Other code judges. */
export function wordsAround(element: HTMLElement): WordsIn<WordPlace> {
  return {
    label: plain(labelsOf(element)),
    legend: plain([element.closest('fieldset')?.querySelector('legend')?.textContent]),
    neighbour: plain([...before(element), ...after(element)]),
    placeholder: plain([
      element.getAttribute('placeholder') ?? element.getAttribute('aria-placeholder'),
    ]),
    option: plain(optionsOf(element)),
    'shown value': plain([isDropdown(element) ? shownIn(element) : '']),
    'button text': plain([buttonText(element)]),
  };
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

/** A wrapping label also contains the control itself, and a select's options are not its label. */
function textWithoutControls(label: HTMLElement): string {
  return textWithout(label, `button, ${FIELDS}`);
}

/** A person's choice or text in these is not the page's own words. */
const FIELDS = `select, textarea, ${EDITABLE}`;

function textWithout(element: Element, parts: string): string {
  return textsIn(element)
    .filter(({ parentElement }) => !parentElement?.closest(parts))
    .map(({ data }) => data)
    .join('');
}

/** Longer neighbors are prose. */
const LONGEST_NEIGHBOUR = 60;

/**
 * The words right before the control: a text, an element, or the words before a wrapper that
 * contains nothing else. In a table layout this includes the cells to the left and above.
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

/** The search leaves at most this many wrappers. The input of a DevExtreme box is in five. */
const WRAPPERS = 5;

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

/** A widget's own button comes after its file input. */
function after(element: Element): string[] {
  const next = element.nextElementSibling;
  const isFileInput = element.matches('input[type=file]');
  return isFileInput && next instanceof HTMLElement ? [buttonText(next) || wordsIn(next)] : [];
}

function cellAbove(cell: Element): Element | undefined {
  const column = [...(cell.parentElement?.children ?? [])].indexOf(cell);
  return cell.parentElement?.previousElementSibling?.children[column];
}

function optionsOf(element: HTMLElement): string[] {
  if (element instanceof HTMLSelectElement) return [...element.options].map(({ text }) => text);
  if (isRadioGroup(element)) return radiosIn(element).map(wordsOfRadio);
  const listId = element.getAttribute('aria-controls') ?? element.getAttribute('aria-owns');
  const list = listId ? rootOf(element).getElementById(listId) : null;
  return [...(list?.querySelectorAll('[role=option]') ?? [])].map((one) => one.textContent ?? '');
}

/** The text of an icon is often a word for the icon font, not for a person. */
function buttonText(element: HTMLElement): string {
  if (!element.matches(PRESSED) || isDropdown(element)) return '';
  if (!(element instanceof HTMLInputElement)) return textWithout(element, '[aria-hidden=true]');
  return element.type === 'image' ? element.alt : element.value;
}

/** Elements that a person can press, other than links and labels. */
export const BUTTONS =
  'button, [role=button], input:is([type=submit], [type=button], [type=image])';
const PRESSED = `label, a, ${BUTTONS}`;
