import { boxOf, chooseInDropdown, chosenIn, DROPDOWN, shownIn, showsSoon } from '../dropdown.ts';
import { inWebinar, nearWebinar } from '../evidence.ts';
import { isEnabled, isShown } from '../in-sight.ts';
import { plainWords } from '../plain-words.ts';
import { chooseRadio, chosenRadio, isRadioGroup, RADIO_GROUP } from '../radio-group.ts';
import { tell } from '../text-field.ts';
import type { ControlKnowledge, FieldAccess } from './control.ts';

/** The option for "nothing chosen yet", also in a plausible translation (2026-11-27). */
const PLACEHOLDER = /^select (a )?(file )?purpose$|^seleccion(e|ar) (el |un )?propósito/;
const LABEL = /^(select a )?file purpose$/;
/** The option to choose, in plain words. */
export const PURPOSE_WANTED = 'calpads';

/** File Purpose: a select, a custom dropdown, or radio buttons. */
export const purpose = {
  selector: `select, ${DROPDOWN}, ${RADIO_GROUP}`,
  // A widget hides its select or input and draws its own box.
  isUsable: (element) => isEnabled(element) && isShown(boxOf(element)),
  evidence: [
    inWebinar('option', PLACEHOLDER, 5),
    inWebinar('option', /^calpads$/, 5),
    inWebinar('shown value', PLACEHOLDER, 5),
    nearWebinar('placeholder', PLACEHOLDER, 5),
    inWebinar('label', LABEL, 5),
    nearWebinar('legend', LABEL, 4),
    inWebinar('neighbour', LABEL, 5),
  ],
  instruction: /select a file purpose/,
  isField: true,
} as const satisfies ControlKnowledge;

/** How to read and fill it, always in plain words. */
export const purposeField: FieldAccess = { read, isOpen, write };

function read(field: HTMLElement): string {
  if (isRadioGroup(field)) return chosenRadio(field);
  return field instanceof HTMLSelectElement ? chosenIn(field) : shownIn(field);
}

/** A first option without a value is not a choice, whatever a translation makes of its words. */
function isOpen(field: HTMLElement): boolean {
  const words = read(field);
  const isNoChoice =
    field instanceof HTMLSelectElement && field.selectedIndex === 0 && !field.value;
  return isNoChoice || words === '' || PLACEHOLDER.test(words);
}

/**
 * Chooses the option with these words: at once in a select, and in a widget the way a person does.
 */
async function write(field: HTMLElement, words: string, signal: AbortSignal): Promise<boolean> {
  if (isRadioGroup(field)) return chooseRadio(field, words);
  if (!(field instanceof HTMLSelectElement)) return chooseInDropdown(field, words, signal);
  const wanted = [...field.options].find(({ text }) => plainWords(text) === words);
  if (!wanted) return false;
  const box = boxOf(field);
  wanted.selected = true;
  tell(field, 'input', 'change');
  if (box === field || (await showsSoon(box, words, signal))) return true;
  return chooseInDropdown(box, words, signal);
}
