import type { Candidate } from './collect-controls.ts';
import { collectCandidates } from './collect-controls.ts';
import type { LearnedControl } from './learned-control.ts';
import { isLearned } from './learned-control.ts';
import type {
  ControlName,
  ControlReport,
  EvidencePlace,
  OffReason,
  PageReport,
} from './page-state.ts';
import type { Root } from './roots.ts';
import { openRoots } from './roots.ts';
import type { ControlKnowledge } from './site-words.ts';
import {
  CLEAR_LEAD,
  CONTROLS,
  ENOUGH,
  FILES_BUTTON,
  INSTRUCTIONS,
  POINTED_OUT,
  TOGETHER,
} from './site-words.ts';

/** The controls found, each beyond doubt; a control in doubt is left out. */
export interface FoundControls {
  /** A select, or the visible part of a custom dropdown. */
  readonly purpose?: HTMLElement;
  /** An input, a textarea or an editable element. */
  readonly description?: HTMLElement;
  /** Not there while the page makes its input only for the choice. */
  readonly files?: HTMLInputElement;
  readonly submit?: HTMLElement;
}

export interface FoundPage {
  /** The document and the open shadow roots in it. */
  readonly roots: readonly Root[];
  readonly report: PageReport;
  readonly controls: FoundControls;
}

export interface Remembered {
  readonly learned?: readonly LearnedControl[];
  /** At the last look at this document. */
  readonly wasUploadPage?: boolean;
}

/** Before the first look. */
export const NOTHING_FOUND: FoundPage = {
  roots: [],
  report: { state: 'off', why: 'other page', missing: [], controls: [] },
  controls: {},
};

/** Two kinds of evidence at the least, none of which another page of the site has. */
const UNMISTAKABLE = 10;

/**
 * Tells whether a document is the upload page, and where its controls are. It is, when it takes
 * files and has a field of the form, and besides at most two controls are missing, or the field is
 * unmistakable. A page that was it stays it while any of its fields is there: a form may show its
 * parts one after the other. A page with just a file input, or just the words, is another page.
 */
export function findPage(
  document: Document,
  { learned = [], wasUploadPage = false }: Remembered = {},
): FoundPage {
  const roots = openRoots(document);
  const scores = inContext({
    purpose: scoresOf(roots, 'purpose', CONTROLS.purpose, learned),
    description: scoresOf(roots, 'description', CONTROLS.description, learned),
    files: scoresOf(roots, 'files', CONTROLS.files, learned),
    submit: scoresOf(roots, 'submit', CONTROLS.submit, learned),
  });
  const filesButton = best(scoresOf(roots, 'files', FILES_BUTTON, learned));
  const hasFileInput = roots.some((root) => root.querySelector('input[type=file]'));
  const isMadeForChoice = !hasFileInput && filesButton !== undefined;

  const controls = {
    ...found('purpose', scores.purpose, HTMLElement),
    ...found('description', scores.description, HTMLElement),
    ...found('files', scores.files, HTMLInputElement),
    ...found('submit', scores.submit, HTMLElement),
  };
  const reports = [
    reportOf('purpose', scores.purpose),
    reportOf('description', scores.description),
    isMadeForChoice ? reportOf('files', [filesButton]) : reportOf('files', scores.files),
    reportOf('submit', scores.submit),
  ];
  const missing = reports.filter(({ isFound }) => !isFound).map(({ name }) => name);
  const takesFiles = hasFileInput || isMadeForChoice;
  const fields = reports.filter(({ name, isFound }) => isFound && FIELDS.includes(name));
  const isClear = missing.length <= 2 || fields.some(({ score }) => score >= UNMISTAKABLE);
  const isIt = takesFiles && fields.length > 0 && isClear;
  const isStillIt = wasUploadPage && (fields.length > 0 || controls.files !== undefined);
  if (!isIt && !isStillIt) {
    const why = whyOff(document, takesFiles);
    return { roots, report: { state: 'off', why, missing, controls: reports }, controls: {} };
  }
  const state = missing.length === 0 ? 'on' : 'partly on';
  return { roots, report: { state, missing, controls: reports }, controls };
}

const FIELDS: readonly ControlName[] = ['purpose', 'description'];

interface Scored {
  readonly candidate: Candidate;
  readonly score: number;
  readonly evidence: readonly EvidencePlace[];
}

function scoresOf(
  roots: readonly Root[],
  name: ControlName,
  knowledge: ControlKnowledge,
  learned: readonly LearnedControl[],
): Scored[] {
  const pointedOut = learned.filter(({ control }) => control === name);
  return collectCandidates(roots, name, knowledge).map((candidate) => {
    const speaking = knowledge.evidence.filter((piece) =>
      candidate.words[piece.in].some((text) => piece.words.test(text)),
    );
    const scored: Scored = {
      candidate,
      score: speaking.reduce((sum, piece) => sum + piece.score, 0),
      evidence: [...new Set(speaking.map((piece) => piece.in))],
    };
    const isKnown = pointedOut.some((one) => isLearned(candidate, one));
    return isKnown ? more(scored, POINTED_OUT, 'pointed out') : scored;
  });
}

type AllScores = Readonly<Record<ControlName, readonly Scored[]>>;

/**
 * Where words alone leave two that could be it (a search box is called File Description, too), the
 * one in the same form as a control beyond doubt is it.
 */
function inContext(scores: AllScores): AllScores {
  const forms = Object.values(scores)
    .map(best)
    .map((sure) => sure?.candidate.element.closest('form'))
    .filter((form) => form != null);
  const together = (list: readonly Scored[]): readonly Scored[] => {
    if (best(list)) return list;
    return list.map((scored) => {
      const form = scored.candidate.element.closest('form');
      const isTogether = scored.score >= ENOUGH && form !== null && forms.includes(form);
      return isTogether ? more(scored, TOGETHER, 'together') : scored;
    });
  };
  return {
    purpose: together(scores.purpose),
    description: together(scores.description),
    files: together(scores.files),
    submit: together(scores.submit),
  };
}

function more(scored: Scored, score: number, place: EvidencePlace): Scored {
  return { ...scored, score: scored.score + score, evidence: [...scored.evidence, place] };
}

/** The one that is beyond doubt. */
function best(scores: readonly Scored[]): Scored | undefined {
  const [first, second] = scores.toSorted((a, b) => b.score - a.score);
  const isSure = first && first.score >= ENOUGH && first.score - (second?.score ?? 0) >= CLEAR_LEAD;
  return isSure ? first : undefined;
}

function found<Name extends ControlName, Kind extends HTMLElement>(
  name: Name,
  scores: readonly Scored[],
  kind: { new (): Kind },
): { [key in Name]?: Kind } {
  const element = best(scores)?.candidate.element;
  return element instanceof kind ? ({ [name]: element } as { [key in Name]: Kind }) : {};
}

function reportOf(name: ControlName, scores: readonly Scored[]): ControlReport {
  const [first] = scores.toSorted((a, b) => b.score - a.score);
  return {
    name,
    isFound: best(scores) !== undefined,
    score: first?.score ?? 0,
    evidence: first?.evidence ?? [],
    candidates: scores.length,
  };
}

/** So many of the five instructions on a page that takes files: it was the upload page once. */
const ENOUGH_INSTRUCTIONS = 3;

function whyOff(document: Document, takesFiles: boolean): OffReason {
  if (!takesFiles) return 'other page';
  const text = (document.body?.textContent ?? '').replace(/\s+/g, ' ').toLowerCase();
  const spoken = INSTRUCTIONS.filter((words) => words.test(text)).length;
  return spoken >= ENOUGH_INSTRUCTIONS ? 'page changed' : 'other page';
}
