import { inSpanish, inWebinar, nearWebinar } from '../evidence.ts';
import { isOfPage, isShown } from '../in-sight.ts';
import { BUTTONS } from '../words-around.ts';
import type { ControlKnowledge } from './control.ts';

/** ASP.NET's LinkButton, and other links that lead nowhere. */
const LINKS = ':is(a[href^="javascript:"], a[href="#"], a:not([href]))';
/** A page may have many such links, and reading what stands around each takes time. */
const MAY_SUBMIT = /submit|enviar/i;
/** Enough for the only such button in the form of the file input. */
const SENDS = 3;

/** The button that sends the form. It is only watched, never clicked. */
export const submit = {
  selector: `${BUTTONS}, ${LINKS}`,
  // Pages disable it while files load.
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
