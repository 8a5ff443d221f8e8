import type { Candidate } from './collect-controls.ts';
import { collectCandidates } from './collect-controls.ts';
import type { ControlName, PageState } from './page-state.ts';
import type { Evidence } from './site-words.ts';
import { CLEAR_LEAD, CONTROLS, ENOUGH } from './site-words.ts';

/** The controls found, each beyond doubt; a control in doubt is left out. */
export interface FoundControls {
  readonly purpose?: HTMLSelectElement;
  readonly description?: HTMLInputElement | HTMLTextAreaElement;
  readonly files?: HTMLInputElement;
  readonly submit?: HTMLElement;
}

export interface FoundPage {
  readonly state: PageState;
  readonly controls: FoundControls;
  readonly missing: readonly ControlName[];
}

const NAMES: readonly ControlName[] = ['purpose', 'description', 'files', 'submit'];

/**
 * Tells whether a document is the upload page, and where its controls are. It is, when at least two
 * of the three fields a person fills are there and the third or the button is missing at most:
 * a page with just a file input, or just the words, is some other page of the site.
 */
export function findPage(document: Document): FoundPage {
  const controls: FoundControls = {
    ...found('purpose', findControl(document, 'purpose'), HTMLSelectElement),
    ...foundDescription(findControl(document, 'description')),
    ...found('files', findControl(document, 'files'), HTMLInputElement),
    ...found('submit', findControl(document, 'submit'), HTMLElement),
  };
  const missing = NAMES.filter((name) => !controls[name]);
  const isUploadPage = (controls.purpose || controls.description) && missing.length <= 2;
  const hasFiles = controls.files || document.querySelector('input[type=file]');
  if (!isUploadPage || !hasFiles) return { state: 'off', controls: {}, missing };
  return { state: missing.length === 0 ? 'on' : 'partly on', controls, missing };
}

function findControl(document: Document, name: ControlName): HTMLElement | undefined {
  const scored = collectCandidates(document, name)
    .map((candidate) => ({ candidate, score: score(candidate, CONTROLS[name].evidence) }))
    .filter((entry) => entry.score >= ENOUGH)
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (!best || (second && best.score - second.score < CLEAR_LEAD)) return undefined;
  return best.candidate.element;
}

function score({ words }: Candidate, evidence: readonly Evidence[]): number {
  return evidence
    .filter((piece) => words[piece.in].some((text) => piece.words.test(text)))
    .reduce((sum, piece) => sum + piece.score, 0);
}

function found<Name extends ControlName, Kind extends HTMLElement>(
  name: Name,
  element: HTMLElement | undefined,
  kind: { new (): Kind },
): { [key in Name]?: Kind } {
  return element instanceof kind ? ({ [name]: element } as { [key in Name]: Kind }) : {};
}

function foundDescription(element: HTMLElement | undefined): Pick<FoundControls, 'description'> {
  const isText = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
  return isText ? { description: element } : {};
}
