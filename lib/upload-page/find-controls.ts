import type { Candidate } from './collect-controls.ts';
import { collectCandidates } from './collect-controls.ts';
import type { ControlName, ControlReport, PageReport } from './page-state.ts';
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
  readonly report: PageReport;
  readonly controls: FoundControls;
}

const NAMES: readonly ControlName[] = ['purpose', 'description', 'files', 'submit'];

/**
 * Tells whether a document is the upload page, and where its controls are. It is, when at least two
 * of the three fields a person fills are there and the third or the button is missing at most:
 * a page with just a file input, or just the words, is some other page of the site.
 */
export function findPage(document: Document): FoundPage {
  const found = NAMES.map((name) => findControl(document, name));
  const reports = found.map(({ report }) => report);
  const controls: FoundControls = Object.assign({}, ...found.map(({ controls: one }) => one));
  const missing = reports.filter(({ isFound }) => !isFound).map(({ name }) => name);
  const isUploadPage = (controls.purpose || controls.description) && missing.length <= 2;
  const hasFiles = controls.files || document.querySelector('input[type=file]');
  if (!isUploadPage || !hasFiles) {
    return { report: { state: 'off', missing, controls: reports }, controls: {} };
  }
  const state = missing.length === 0 ? 'on' : 'partly on';
  return { report: { state, missing, controls: reports }, controls };
}

interface FoundControl {
  readonly controls: FoundControls;
  readonly report: ControlReport;
}

function findControl(document: Document, name: ControlName): FoundControl {
  const candidates = collectCandidates(document, name);
  const [best, second] = candidates
    .map((candidate) => ({ candidate, ...judge(candidate, CONTROLS[name].evidence) }))
    .toSorted((a, b) => b.score - a.score);
  const isSure =
    best !== undefined &&
    best.score >= ENOUGH &&
    (!second || best.score - second.score >= CLEAR_LEAD);
  return {
    controls: isSure ? { [name]: best.candidate.element } : {},
    report: {
      name,
      isFound: isSure,
      score: best?.score ?? 0,
      evidence: best?.evidence ?? [],
      candidates: candidates.length,
    },
  };
}

function judge({ words }: Candidate, evidence: readonly Evidence[]) {
  const speaking = evidence.filter((piece) =>
    words[piece.in].some((text) => piece.words.test(text)),
  );
  return {
    score: speaking.reduce((sum, piece) => sum + piece.score, 0),
    evidence: [...new Set(speaking.map((piece) => piece.in))],
  };
}
