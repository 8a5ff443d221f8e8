import { collectCandidates } from './collect-controls.ts';
import type { FoundSigns } from './find-signs.ts';
import { findSigns } from './find-signs.ts';
import type { LearnedControl } from './learned-control.ts';
import { isLearned } from './learned-control.ts';
import type { ControlName, EvidencePlace, OffReason, PageReport } from './page-state.ts';
import type { Root } from './roots.ts';
import { openRoots } from './roots.ts';
import type { ControlKnowledge } from './site-words.ts';
import {
  CONTROLS,
  ENOUGH,
  FILES_BUTTON,
  INSTRUCTIONS,
  POINTED_OUT,
  TOGETHER,
} from './site-words.ts';
import type { Scored } from './weigh-evidence.ts';
import { best, reportOf, weigh } from './weigh-evidence.ts';

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
  /** They may stand on other pages, too. */
  readonly signs: FoundSigns;
}

export interface Remembered {
  readonly learned?: readonly LearnedControl[];
  /** At the last look at this document. */
  readonly wasUploadPage?: boolean;
}

/** Before the first look. */
export const NOTHING_FOUND: FoundPage = {
  roots: [],
  report: { state: 'off', why: 'other page', missing: [], controls: [], signs: [] },
  controls: {},
  signs: {},
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
  const scores = inContext(each((name) => scoresIn(roots, name, CONTROLS[name], learned)));
  const filesButton = best(scoresIn(roots, 'files', FILES_BUTTON, learned));
  const hasFileInput = roots.some((root) => root.querySelector('input[type=file]'));
  const isMadeForChoice = !hasFileInput && filesButton !== undefined;

  const controls = {
    ...found('purpose', scores.purpose, HTMLElement),
    ...found('description', scores.description, HTMLElement),
    ...found('files', scores.files, HTMLInputElement),
    ...found('submit', scores.submit, HTMLElement),
  };
  const shown = isMadeForChoice ? { ...scores, files: [filesButton] } : scores;
  const reports = Object.values(each((name) => reportOf(name, shown[name])));
  const missing = reports.filter(({ isFound }) => !isFound).map(({ name }) => name);
  const { signs, reports: signReports } = findSigns(roots);
  const reported = { missing, controls: reports, signs: signReports };
  const takesFiles = hasFileInput || isMadeForChoice;
  const fields = reports.filter(({ name, isFound }) => isFound && FIELDS.includes(name));
  const isClear = missing.length <= 2 || fields.some(({ score }) => score >= UNMISTAKABLE);
  const isIt = takesFiles && fields.length > 0 && isClear;
  const isStillIt = wasUploadPage && (fields.length > 0 || controls.files !== undefined);
  if (!isIt && !isStillIt) {
    const why = whyOff(document, takesFiles);
    return { roots, signs, report: { state: 'off', why, ...reported }, controls: {} };
  }
  const state = missing.length === 0 ? 'on' : 'partly on';
  return { roots, signs, report: { state, ...reported }, controls };
}

const FIELDS: readonly ControlName[] = ['purpose', 'description'];

function scoresIn(
  roots: readonly Root[],
  name: ControlName,
  knowledge: ControlKnowledge,
  learned: readonly LearnedControl[],
): Scored<EvidencePlace>[] {
  const pointedOut = learned.filter(({ control }) => control === name);
  return collectCandidates(roots, name, knowledge).map((candidate) => {
    const scored = weigh(candidate, knowledge.evidence);
    const isKnown = pointedOut.some((one) => isLearned(candidate, one));
    return isKnown ? more(scored, POINTED_OUT, 'pointed out') : scored;
  });
}

type AllScores = Readonly<Record<ControlName, readonly Scored<EvidencePlace>[]>>;

/**
 * Where words alone leave two that could be it (a search box is called File Description, too), the
 * one in the same form as a control beyond doubt is it.
 */
function inContext(scores: AllScores): AllScores {
  const forms = Object.values(scores)
    .map((list) => best(list))
    .map((sure) => sure?.candidate.element.closest('form'))
    .filter((form) => form != null);
  const together = (list: readonly Scored<EvidencePlace>[]): readonly Scored<EvidencePlace>[] => {
    if (best(list)) return list;
    return list.map((scored) => {
      const form = scored.candidate.element.closest('form');
      const isTogether = scored.score >= ENOUGH && form !== null && forms.includes(form);
      return isTogether ? more(scored, TOGETHER, 'together') : scored;
    });
  };
  return each((name) => together(scores[name]));
}

function each<Value>(make: (name: ControlName) => Value): Record<ControlName, Value> {
  return {
    purpose: make('purpose'),
    description: make('description'),
    files: make('files'),
    submit: make('submit'),
  };
}

function more(
  scored: Scored<EvidencePlace>,
  score: number,
  place: EvidencePlace,
): Scored<EvidencePlace> {
  return { ...scored, score: scored.score + score, evidence: [...scored.evidence, place] };
}

function found<Name extends ControlName, Kind extends HTMLElement>(
  name: Name,
  scores: readonly Scored<EvidencePlace>[],
  kind: { new (): Kind },
): { [key in Name]?: Kind } {
  const element = best(scores)?.candidate.element;
  return element instanceof kind ? ({ [name]: element } as { [key in Name]: Kind }) : {};
}

/** So many of the five instructions on a page that takes files: it was the upload page once. */
const ENOUGH_INSTRUCTIONS = 3;

function whyOff(document: Document, takesFiles: boolean): OffReason {
  if (!takesFiles) return 'other page';
  const text = (document.body?.textContent ?? '').replace(/\s+/g, ' ').toLowerCase();
  const spoken = INSTRUCTIONS.filter((words) => words.test(text)).length;
  return spoken >= ENOUGH_INSTRUCTIONS ? 'page changed' : 'other page';
}
