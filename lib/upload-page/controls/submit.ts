import { inSpanish, inWebinar, nearWebinar } from '../evidence.ts';
import { isOfPage, isShown } from '../in-sight.ts';
import { BUTTONS } from '../words-around.ts';
import type { ControlKnowledge } from './control.ts';

/** ASP.NET's LinkButton, and other links without a target page. */
const LINKS = ':is(a[href^="javascript:"], a[href="#"], a:not([href]))';
/** A page may have many such links, and it takes time to read the words around each. */
const MAY_SUBMIT = /submit|enviar/i;
/** Enough if it is the only such button in the file input's form. */
const SENDS = 3;

/** The button that sends the form. The assistant only watches it and never clicks it. */
export const submit = {
  selector: `${BUTTONS}, ${LINKS}`,
  // No check for disabled: pages disable it while files load.
  isUsable: (element) =>
    (!element.matches(LINKS) || MAY_SUBMIT.test(element.textContent)) &&
    isOfPage(element) &&
    isShown(element),
  evidence: [
    inWebinar('button text', /^click to submit$/, 6),
    nearWebinar('label', /^click to submit$/, 6),
    nearWebinar('button text', /^submit( files?)?$/, 5),
    nearWebinar('button text', /^(upload|send|save|finish)\b/, SENDS),
    inSpanish('button text', /^(haga|hacer) clic para enviar$/, 6),
  ],
  instruction: /click to submit/,
  alone: { beside: ['files'], least: SENDS },
} as const satisfies ControlKnowledge;
