import type { Candidate } from './collect-controls.ts';
import type { SignPlace } from './evidence.ts';
import { isInHand } from './in-sight.ts';
import type { SignName } from './page-state.ts';
import { elementsWithText } from './page-text.ts';
import { plain, plainWords } from './plain-words.ts';
import type { Root } from './roots.ts';
import { textOf } from './roots.ts';
import { FILE_STATES, SIGNS } from './site-words.ts';

/** Only reads the page. Words have the same form as those around controls. */
export function collectSigns(roots: readonly Root[], name: SignName): Candidate<SignPlace>[] {
  const { mention } = SIGNS[name];
  const elements = roots
    // Reading all text at once is cheap and rules out most pages.
    .filter((root) => mention.test(textOf(root)))
    .flatMap((root) => elementsOf(root, name, mention));
  return [...new Set(elements)]
    .filter(isInHand)
    .map((element) => ({ element, words: wordsOf(element, mention) }));
}

/** The elements that may be the sign. */
function elementsOf(root: Root, name: SignName, mention: RegExp): HTMLElement[] {
  if (name === 'another upload') {
    return [...root.querySelectorAll<HTMLElement>(WAYS_ON)].filter((way) =>
      mention.test(passageAround(way).textContent),
    );
  }
  const mentioning = elementsWithText(root, (text) => mention.test(text));
  return name === 'legend' ? mentioning.flatMap(groupAround) : mentioning.map(passageAround);
}

/** Elements that a person can reach with Tab and activate with Enter. */
const WAYS_ON = 'a[href], button, [role][tabindex]';

function wordsOf(element: HTMLElement, mention: RegExp): Candidate<SignPlace>['words'] {
  const passage = passageAround(element);
  const own = plainWords(element.innerText);
  return {
    'own words': plain([own]),
    part: plain([...element.children].map(({ textContent }) => textContent)),
    sentence: plain(passage.innerText.split(SENTENCE_END)).filter(
      (one) => mention.test(one) && own !== '' && (own.includes(one) || one.includes(own)),
    ),
    message: plain([messageAround(passage).innerText]),
    role: plain([element.closest('[role]')?.getAttribute('role')]),
  };
}

const SENTENCE_END = /[.!?]+(?=\s|$)|\n/;

/** The paragraph, heading or cell around a word. */
function passageAround(element: HTMLElement): HTMLElement {
  const { parentElement } = element;
  const isInLine = IN_LINE.test(getComputedStyle(element).display);
  return parentElement && isInLine ? passageAround(parentElement) : element;
}

/** Without a `display` it is not laid out, so it is not a paragraph either. */
const IN_LINE = /^(inline|contents|$)/;

/** A message has at most this many characters, including all of its parts. */
const LONGEST_MESSAGE = 400;

function messageAround(passage: HTMLElement): HTMLElement {
  const { parentElement } = passage;
  const isPart = parentElement && parentElement.textContent.length <= LONGEST_MESSAGE;
  return isPart ? messageAround(parentElement) : passage;
}

/** The smallest element that mentions all three states. */
function groupAround(element: HTMLElement): HTMLElement[] {
  const { parentElement } = element;
  const words = plainWords(element.textContent);
  if (Object.values(FILE_STATES).every((state) => state.test(words))) return [element];
  return parentElement ? groupAround(parentElement) : [];
}
