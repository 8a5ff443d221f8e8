import type { PageFileState } from './page-state.ts';
import { elementsWithText } from './page-text.ts';
import { plainWords } from './plain-words.ts';
import { openRoots } from './roots.ts';
import type { Lifetime } from './safely.ts';
import { FILE_STATES } from './site-words.ts';

const STATES: readonly PageFileState[] = ['ready', 'loading', 'issue'];

/**
 * Reads what the page says about each file: in words next to its name, or with the mark that the
 * legend puts before those words. It leaves out a file that the page does not name, and a file
 * about which the page says nothing clear.
 *
 * @param legend explains the marks; absent where the page has none
 */
export function readFileStates(
  document: Document,
  names: readonly string[],
  legend: HTMLElement | undefined,
): ReadonlyMap<string, PageFileState> {
  const roots = openRoots(document);
  const marks = marksOf(legend);
  const states = new Map<string, PageFileState>();
  for (const name of names) {
    const said = roots
      .flatMap((root) => elementsWithText(root, (text) => text.includes(name)))
      .map((element) => rowOf(element, name, names))
      .map((row) => stateInWords(row) ?? stateByMark(row, marks))
      .filter((state) => state !== undefined);
    // The last entry counts, because a widget adds a new entry below one that failed.
    const state = said.at(-1);
    if (state) states.set(name, state);
  }
  return states;
}

const POLL_MS = 500;

/**
 * Reports what the page says about the files, now and on every change, until the signal ends. It
 * looks twice a second, because a mark may change its color without a change in the document.
 */
export function watchFileStates(
  document: Document,
  names: readonly string[],
  legend: () => HTMLElement | undefined,
  onChange: (states: ReadonlyMap<string, PageFileState>) => void,
  { signal, safely }: Lifetime,
): void {
  let last = '';
  const look = () => {
    const states = readFileStates(document, names, legend());
    const now = JSON.stringify([...states]);
    if (now !== last) onChange(states);
    last = now;
  };
  const timer = setInterval(safely(look), POLL_MS);
  const end = () => clearInterval(timer);
  signal.addEventListener('abort', safely(end));
  look();
}

/** A file list's rows are not nested deeper than this. */
const DEEPEST_ROW = 6;

/** The largest element around the name that is about only this file. */
function rowOf(element: Element, name: string, names: readonly string[]): Element {
  let row = element;
  for (let levels = 0; levels < DEEPEST_ROW; levels += 1) {
    const around = row.parentElement;
    const text = around?.textContent ?? '';
    const isShared =
      names.some((other) => other !== name && text.includes(other)) ||
      text.split(name).length > 2 ||
      STATES.filter((state) => FILE_STATES[state].test(plainWords(text))).length > 1;
    if (!around || isShared || around.matches('form, body, main')) break;
    row = around;
  }
  return row;
}

function stateInWords(row: Element): PageFileState | undefined {
  const texts = [row, ...row.querySelectorAll('*')]
    .flatMap((element) => SPOKEN.map((attribute) => element.getAttribute(attribute)))
    .concat(row.textContent);
  const said = STATES.filter((state) =>
    texts.some((text) => FILE_STATES[state].test(plainWords(text ?? ''))),
  );
  return said.length === 1 ? said[0] : undefined;
}

/** Attributes that a person hears or sees. */
const SPOKEN = ['aria-label', 'title', 'alt'] as const;

/**
 * A mark is identified by its color: the color of the element before the legend's words, or of one
 * that it draws.
 */
type Marks = ReadonlyMap<string, PageFileState | undefined>;

function marksOf(legend: HTMLElement | undefined): Marks {
  const marks = new Map<string, PageFileState | undefined>();
  if (!legend) return marks;
  for (const state of STATES) {
    const [words] = elementsWithText(legend, (text) => FILE_STATES[state].test(plainWords(text)));
    if (!words) continue;
    const colors = [words, words.previousElementSibling, ...words.children]
      .filter((element) => element !== null)
      .flatMap(colorsOf);
    for (const color of new Set(colors)) {
      // A color that two states share says nothing.
      marks.set(color, marks.has(color) ? undefined : state);
    }
  }
  return marks;
}

function stateByMark(row: Element, marks: Marks): PageFileState | undefined {
  const seen = [row, ...row.querySelectorAll('*')]
    .flatMap(colorsOf)
    .map((color) => marks.get(color));
  const said = new Set(seen.filter((state) => state !== undefined));
  return said.size === 1 ? [...said][0] : undefined;
}

function colorsOf(element: Element): string[] {
  const { defaultView } = element.ownerDocument;
  if (!defaultView) return [];
  return ['', '::before', '::after']
    .map((part) => defaultView.getComputedStyle(element, part))
    .flatMap((style, at) => (at > 0 && style.content === 'none' ? [] : [style.backgroundColor]))
    .filter((color) => color !== '' && !TRANSPARENT.test(color));
}

const TRANSPARENT = /^(transparent|rgba\(.*, 0\))$/;
