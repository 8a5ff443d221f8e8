import { inWebinar, nearWebinar } from '../evidence.ts';
import { isInHand, isInUse, isRendered } from '../in-sight.ts';
import type { ControlKnowledge } from './control.ts';

const LABEL = /(choose|select|browse)( your)? files?$/;
/** What another file input of the same form would ask for. */
const SOMETHING_ELSE = /picture|photo|image|logo|agreement/;

/** The input that takes the files. A widget may hide it. */
export const files = {
  // A second one beside it may take whole folders; it has the same words. A picture is no data file.
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
  // Words that speak against it bring it below zero.
  alone: { beside: ['purpose', 'description'], least: 0 },
} as const satisfies ControlKnowledge;

/** A button that opens the file dialog of an input which is not in the page until then. */
export const FILES_BUTTON = {
  selector: 'button, input[type=button], [role=button], label',
  isUsable: isInHand,
  evidence: [inWebinar('button text', LABEL, 5)],
} as const satisfies Pick<ControlKnowledge, 'selector' | 'isUsable' | 'evidence'>;

/**
 * Upload widgets hide the real file input and put a button of their own in its place. If everything
 * around it is hidden too, it belongs to another step, or to a copy of the page for other screens.
 */
function isFileInput(element: HTMLElement): element is HTMLInputElement {
  const { parentElement } = element;
  const around = [parentElement, parentElement?.parentElement];
  return isInUse(element) && around.some((one) => one && isRendered(one));
}
