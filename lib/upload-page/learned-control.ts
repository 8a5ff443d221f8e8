import type { Candidate } from './collect-controls.ts';
import type { WordPlace } from './evidence.ts';
import type { ControlName } from './page-state.ts';
import { plainWords } from './plain-words.ts';

/**
 * A control that the person pointed at once, and how to recognize it: by the words around it, never
 * by its place in the tree or its id.
 */
export interface LearnedControl {
  readonly control: ControlName;
  /** The kind of element, e.g. `input text`. */
  readonly kind: string;
  /** The page's own words, in lowercase. All of them must be there again. */
  readonly evidence: readonly { readonly in: WordPlace; readonly words: string }[];
  /** Changes with the words of the form. Knowledge of one version says nothing about another. */
  readonly siteVersion: string;
  /** Milliseconds since 1970. It also serves as an id. */
  readonly at: number;
}

const MOST_PIECES = 10;
const LONGEST_WORDS = 200;

/**
 * @returns undefined if there are no words around the element, because nothing would find it again
 */
export function learn(
  control: ControlName,
  { element, words }: Candidate,
  at: number,
): LearnedControl | undefined {
  const places = Object.keys(words) as WordPlace[]; // its own keys
  const evidence = places
    .filter((place) => place !== 'shown value') // that may change
    .flatMap((place) => words[place].map((text) => ({ in: place, words: cut(text) })))
    .slice(0, MOST_PIECES);
  if (evidence.length === 0) return undefined;
  return { control, kind: kindOf(element), evidence, siteVersion: siteVersionOf(element), at };
}

/** Whether this is the element that the person pointed at, as far as its words can tell. */
export function isLearned({ element, words }: Candidate, learned: LearnedControl): boolean {
  return (
    kindOf(element) === learned.kind &&
    learned.evidence.every((piece) => words[piece.in].some((text) => cut(text) === piece.words)) &&
    siteVersionOf(element) === learned.siteVersion
  );
}

function cut(text: string): string {
  return text.slice(0, LONGEST_WORDS);
}

function kindOf(element: HTMLElement): string {
  const { localName } = element;
  const type = element instanceof HTMLInputElement ? element.type : element.getAttribute('role');
  return type ? `${localName} ${type}` : localName;
}

/** FNV-1a over the words that name the form's fields. */
function siteVersionOf(element: HTMLElement): string {
  const form = element.closest('form') ?? element.ownerDocument.body;
  const names = [...form.querySelectorAll('label, legend, th')].map((one) =>
    plainWords(one.textContent ?? ''),
  );
  let hash = 0x811c9dc5;
  for (const character of names.toSorted().join('\n')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
