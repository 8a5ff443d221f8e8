import { inWebinar, nearWebinar } from '../evidence.ts';
import { isInHand, isInUse, isRendered } from '../in-sight.ts';
import type { ControlKnowledge } from './control.ts';

const LABEL = /(choose|select|browse)( your)? files?$/;
/** Words that ask for something else, at another file input in the same form. */
const SOMETHING_ELSE = /picture|photo|image|logo|agreement/;

/** The input that takes the files. A widget may hide it. */
export const files = {
  // A second input next to it may take folders and have the same words. A picture is not a data
  // file.
  selector: 'input[type=file]:not([webkitdirectory], [accept^="image/"])',
  isUsable: isFileInput,
  evidence: [
    inWebinar('label', LABEL, 5),
    nearWebinar('legend', LABEL, 4),
    inWebinar('neighbour', LABEL, 5),
    nearWebinar('label', SOMETHING_ELSE, -20),
    nearWebinar('neighbour', SOMETHING_ELSE, -20),
  ],
  instruction: /choose files/,
  // Words against it bring the score below zero.
  alone: { beside: ['purpose', 'description'], least: 0 },
} as const satisfies ControlKnowledge;

/** A button that opens the file dialog for an input that is not in the page until then. */
export const FILES_BUTTON = {
  selector: 'button, input[type=button], [role=button], label',
  isUsable: isInHand,
  evidence: [inWebinar('button text', LABEL, 5)],
} as const satisfies Pick<ControlKnowledge, 'selector' | 'isUsable' | 'evidence'>;

/**
 * Upload widgets hide the real file input and draw their own button. If everything around the input
 * is hidden too, it belongs to another step, or to a copy of the page for other screens.
 */
function isFileInput(element: HTMLElement): element is HTMLInputElement {
  const { parentElement } = element;
  const around = [parentElement, parentElement?.parentElement];
  return isInUse(element) && around.some((one) => one && isRendered(one));
}
