import { pointer } from './dropdown.ts';
import { plainWords } from './plain-words.ts';
import { tell } from './text-field.ts';

/** An element that groups radio buttons. */
export const RADIO_GROUP = ':is(fieldset, table, ul, [role=radiogroup]):has(input[type=radio])';

export function isRadioGroup(element: HTMLElement): boolean {
  return element.matches(RADIO_GROUP);
}

export function radiosIn(group: HTMLElement): HTMLInputElement[] {
  return [...group.querySelectorAll<HTMLInputElement>('input[type=radio]')];
}

/** The words of a radio button, in plain words. */
export function wordsOfRadio(radio: HTMLInputElement): string {
  const label = radio.labels?.[0]?.textContent ?? radio.getAttribute('aria-label');
  return plainWords(label ?? radio.nextSibling?.textContent ?? '');
}

/** The words of the chosen radio button, `''` if there is none. */
export function chosenRadio(group: HTMLElement): string {
  const chosen = checkedIn(group);
  return chosen ? wordsOfRadio(chosen) : '';
}

function checkedIn(group: HTMLElement): HTMLInputElement | null {
  return group.querySelector<HTMLInputElement>('input[type=radio]:checked');
}

/**
 * Clicks the radio button with these words. `''` clears the choice.
 * @returns whether it is now the chosen one
 */
export function chooseRadio(group: HTMLElement, words: string): boolean {
  const wanted = radiosIn(group).find((radio) => wordsOfRadio(radio) === words);
  const chosen = checkedIn(group);
  if (wanted) pointer(wanted, 'click');
  else if (chosen && words === '') {
    chosen.checked = false;
    tell(chosen, 'input', 'change');
  }
  return chosenRadio(group) === words;
}
