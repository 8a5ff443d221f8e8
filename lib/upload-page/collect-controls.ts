import type { ControlKnowledge } from './controls/control.ts';
import type { WordPlace } from './evidence.ts';
import type { Root } from './roots.ts';
import type { WordsIn } from './words-around.ts';
import { wordsAround } from './words-around.ts';

/** One element that might be what is looked for, and the words that stand around it. */
export interface Candidate<Place extends string = WordPlace> {
  readonly element: HTMLElement;
  readonly words: WordsIn<Place>;
}

/** Reads the page, and judges nothing. */
export function collectCandidates(
  roots: readonly Root[],
  { selector, isUsable }: Pick<ControlKnowledge, 'selector' | 'isUsable'>,
): Candidate[] {
  return roots
    .flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)])
    .filter(isUsable)
    .map((element) => ({ element, words: wordsAround(element) }));
}
