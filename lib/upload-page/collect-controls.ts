import type { ControlKnowledge } from './controls/control.ts';
import type { WordPlace } from './evidence.ts';
import type { Root } from './roots.ts';
import type { WordsIn } from './words-around.ts';
import { wordsAround } from './words-around.ts';

/** An element that may be the control, and the words around it. */
export interface Candidate<Place extends string = WordPlace> {
  readonly element: HTMLElement;
  readonly words: WordsIn<Place>;
}

/** Only reads the page. Other code judges. */
export function collectCandidates(
  roots: readonly Root[],
  { selector, isUsable }: Pick<ControlKnowledge, 'selector' | 'isUsable'>,
): Candidate[] {
  return roots
    .flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)])
    .filter(isUsable)
    .map((element) => ({ element, words: wordsAround(element) }));
}
