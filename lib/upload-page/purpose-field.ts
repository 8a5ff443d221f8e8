import { plainWords, shownValue } from './collect-controls.ts';
import { chooseInDropdown } from './custom-dropdown.ts';
import { tell } from './text-field.ts';

/** The option that File Purpose shows as chosen, in plain words. */
export function readPurpose(field: HTMLElement): string {
  if (!(field instanceof HTMLSelectElement)) return plainWords(shownValue(field));
  return plainWords(field.options[field.selectedIndex]?.text ?? '');
}

/**
 * Chooses the option with these words, in a select at once, in a custom dropdown as a person does.
 * @returns false where there is no such option, or the dropdown did not take it
 */
export async function choosePurpose(
  field: HTMLElement,
  words: RegExp,
  signal: AbortSignal,
): Promise<boolean> {
  if (!(field instanceof HTMLSelectElement)) return chooseInDropdown(field, words, signal);
  const wanted = [...field.options].find(({ text }) => words.test(plainWords(text)));
  if (!wanted) return false;
  field.value = wanted.value;
  tell(field, 'input', 'change');
  return true;
}
