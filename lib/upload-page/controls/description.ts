import { inWebinar, nearWebinar } from '../evidence.ts';
import { isInHand } from '../in-sight.ts';
import { EDITABLE, readText, writeText } from '../text-field.ts';
import type { ControlKnowledge, FieldAccess } from './control.ts';

const LABEL = /^(enter a |type a )?file description$/;

/** File Description: an input, a textarea or an editable element. */
export const description = {
  selector: `input[type=text], input:not([type]), textarea, ${EDITABLE}`,
  isUsable: isInHand,
  evidence: [
    inWebinar('label', LABEL, 6),
    nearWebinar('legend', LABEL, 5),
    inWebinar('neighbour', LABEL, 5),
    inWebinar('placeholder', /senr 20\d\d-\d\d/, 5),
    nearWebinar('placeholder', LABEL, 5),
  ],
  instruction: /file description/,
  isField: true,
} as const satisfies ControlKnowledge;

/** How to read and fill it. */
export const descriptionField: FieldAccess = {
  read: readText,
  isOpen: (field) => readText(field).trim() === '',
  async write(field, text) {
    writeText(field, text);
    return true;
  },
};
