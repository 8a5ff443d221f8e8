import { collectCandidates } from './collect-controls.ts';
import { CONTROL_NAMES, CONTROLS } from './controls/all-controls.ts';
import type { ControlKnowledge } from './controls/control.ts';
import { FILES_BUTTON } from './controls/files.ts';
import type { WordPlace } from './evidence.ts';
import type { FoundSigns } from './find-signs.ts';
import { findSigns } from './find-signs.ts';
import type { LearnedControl } from './learned-control.ts';
import { isLearned } from './learned-control.ts';
import type { ControlName, OffReason, PageReport } from './page-state.ts';
import type { Root } from './roots.ts';
import { openRoots } from './roots.ts';
import { AWAIT_CONFIRMATION } from './site-words.ts';
import type { Scored } from './weigh-evidence.ts';
import { best, ENOUGH, more, reportOf, weigh } from './weigh-evidence.ts';

/** The controls that were found beyond doubt. A doubtful control is left out. */
export type FoundControls = { readonly [Name in ControlName]?: ElementOf<(typeof CONTROLS)[Name]> };

/** The kind of element that a control's own check allows. */
type ElementOf<Control> = Control extends {
  readonly isUsable: (element: HTMLElement) => element is infer Kind extends HTMLElement;
}
  ? Kind
  : HTMLElement;

export interface FoundPage {
  /** The document and its open shadow roots. */
  readonly roots: readonly Root[];
  readonly report: PageReport;
  readonly controls: FoundControls;
  /** What the person clicks, where a widget keeps its file input at the end of the page. */
  readonly filesButton?: HTMLElement;
  /** Other pages may have them, too. */
  readonly signs: FoundSigns;
  /**
   * The document's language at the first look. A browser that translates the document changes it.
   */
  readonly language?: string;
}

export interface Remembered {
  readonly learned?: readonly LearnedControl[];
  /** The result of the last look at this document. */
  readonly last?: FoundPage;
}

const KNOWLEDGE: Readonly<Record<ControlName, ControlKnowledge>> = CONTROLS;

/** Before the first look. */
export const NOTHING_FOUND: FoundPage = {
  roots: [],
  report: { state: 'off', why: 'other page', missing: [], controls: [], signs: [] },
  controls: {},
  signs: {},
};

/** At least two kinds of evidence that no other page of the site has. */
const UNMISTAKABLE = 10;
/**
 * The score for being in the same form as a control that is beyond doubt. It decides between
 * equals.
 */
const TOGETHER = 2;
/**
 * The score for being the only possible one there. It is enough by itself, and clearly ahead of
 * weak words.
 */
const ALONE = 10;
/** The score for being found or pointed at before. It is more than words alone can add up to. */
const KNOWN = 20;

type Scores = readonly Scored<WordPlace>[];
type AllScores = Readonly<Record<ControlName, Scores>>;

/**
 * Decides whether a document is the upload page, and finds its controls. It is the upload page if
 * it takes files, has a field of the form, and also has either two controls or an unmistakable
 * field. It stays the upload page while it has a field or a sure way to choose files, because a
 * form may show its parts one after the other. A page with only a file input, or only the words, is
 * another page.
 *
 * Words decide which page it is. Structure only says where a control is on a page that is known.
 */
export function findPage(
  document: Document,
  { learned = [], last = NOTHING_FOUND }: Remembered = {},
): FoundPage {
  const roots = openRoots(document);
  const { lang } = document.documentElement;
  const { language = lang } = last;
  // A browser may translate the words between two looks. The elements that were found before are
  // still the same.
  const known = language === lang ? NOTHING_FOUND : last;
  const { signs, reports } = findSigns(roots, known.signs);

  const hasFileInput = roots.some((root) => root.querySelector('input[type=file]'));
  const filesButton = () => best(scoresIn(roots, 'files', FILES_BUTTON, learned));
  const opener = hasFileInput ? undefined : filesButton();
  const inWords = together({
    ...each((name) => scoresIn(roots, name, KNOWLEDGE[name], learned, known.controls[name])),
    ...(opener && { files: [opener] }),
  });
  const takesFiles = hasFileInput || opener !== undefined;
  const isUploadPage = isIt(inWords, takesFiles) || (isOn(last) && isStillIt(inWords));
  const scores = isUploadPage ? withStructure(inWords) : inWords;
  const controls = CONTROL_NAMES.map((name) => reportOf(name, scores[name], best(scores[name])));
  const missing = controls.filter(({ isFound }) => !isFound).map(({ name }) => name);
  const found = { missing, controls, signs: reports };
  const elements = isUploadPage ? elementsIn(scores) : {};
  const button = elements.files?.parentElement === document.body ? filesButton() : undefined;
  return {
    roots,
    signs,
    language,
    ...(button && { filesButton: elementOf(button) }),
    report: isUploadPage
      ? { state: missing.length === 0 ? 'on' : 'partly on', ...found }
      : { state: 'off', why: whyOff(document, takesFiles), ...found },
    controls: elements,
  };
}

function isOn({ report }: FoundPage): boolean {
  return report.state !== 'off';
}

function isIt(scores: AllScores, takesFiles: boolean): boolean {
  const fields = fieldsIn(scores);
  const found = CONTROL_NAMES.filter((name) => best(scores[name]));
  const isClear = found.length >= 2 || fields.some(({ score }) => score >= UNMISTAKABLE);
  return takesFiles && fields.length > 0 && isClear;
}

function isStillIt(scores: AllScores): boolean {
  return fieldsIn(scores).length > 0 || best(scores.files) !== undefined;
}

function fieldsIn(scores: AllScores): Scores {
  return CONTROL_NAMES.filter((name) => KNOWLEDGE[name].isField).flatMap(
    (name) => best(scores[name]) ?? [],
  );
}

function scoresIn(
  roots: readonly Root[],
  name: ControlName,
  knowledge: Pick<ControlKnowledge, 'selector' | 'isUsable' | 'evidence'>,
  learned: readonly LearnedControl[],
  known?: HTMLElement,
): Scores {
  return collectCandidates(roots, knowledge).map((candidate) => {
    const scored = weigh(candidate, knowledge.evidence);
    if (candidate.element === known) return more(scored, KNOWN, 'known before');
    const isPointedOut = learned.some((one) => one.control === name && isLearned(candidate, one));
    return isPointedOut ? more(scored, KNOWN, 'pointed out') : scored;
  });
}

/**
 * Words alone may leave two candidates: a search box may be called File Description, too. The one
 * in the same form as a control beyond doubt wins.
 */
function together(scores: AllScores): AllScores {
  const forms = CONTROL_NAMES.map((name) => best(scores[name]))
    .map((sure) => sure && formOf(sure))
    .filter((form) => form != null);
  const closer = (list: Scores): Scores => {
    if (best(list)) return list;
    return list.map((scored) => {
      const form = formOf(scored);
      const isTogether = scored.score >= ENOUGH && form !== null && forms.includes(form);
      return isTogether ? more(scored, TOGETHER, 'together') : scored;
    });
  };
  return each((name) => closer(scores[name]));
}

/** A control without enough words may still be the only possible one, see `Alone`. */
function withStructure(scores: AllScores): AllScores {
  // In order, because a sure file input counts for the button below it.
  const all: Record<ControlName, Scores> = { ...scores };
  for (const name of CONTROL_NAMES) all[name] = aloneIn(all, all[name], KNOWLEDGE[name]);
  return all;
}

function aloneIn(all: AllScores, scores: Scores, { alone }: ControlKnowledge): Scores {
  const sure = CONTROL_NAMES.map((name) => alone?.beside.includes(name) && best(all[name])).find(
    Boolean,
  );
  if (!alone || !sure || best(scores)) return scores;
  const eligible = scores.filter(({ score }) => score >= alone.least);
  const within = (form: Element | null) => eligible.filter((one) => formOf(one) === form);
  const inForm = within(formOf(sure));
  // A widget may keep its file input outside the form.
  const [only, ...others] = inForm.length > 0 ? inForm : within(null);
  if (!only || others.length > 0) return scores;
  return scores.map((one) => (one === only ? more(one, ALONE, 'alone') : one));
}

function elementOf({ candidate }: Scored<WordPlace>): HTMLElement {
  return candidate.element;
}

/** `null` is the rest of the page. */
function formOf(scored: Scored<WordPlace>): HTMLFormElement | null {
  return elementOf(scored).closest('form');
}

function each<Value>(make: (name: ControlName) => Value): Record<ControlName, Value> {
  const entries = CONTROL_NAMES.map((name) => [name, make(name)]);
  return Object.fromEntries(entries) as Record<ControlName, Value>; // one entry for every name
}

function elementsIn(scores: AllScores): FoundControls {
  const entries = CONTROL_NAMES.flatMap((name) => {
    const sure = best(scores[name]);
    // A button that creates the file input is not the input.
    const isControl = sure && elementOf(sure).matches(KNOWLEDGE[name].selector);
    return isControl ? [[name, elementOf(sure)] as const] : [];
  });
  return Object.fromEntries(entries); // each passed its own control's check
}

/** A page with this many of the five instructions that takes files was once the upload page. */
const ENOUGH_INSTRUCTIONS = 3;

function whyOff(document: Document, takesFiles: boolean): OffReason {
  if (!takesFiles) return 'other page';
  const text = (document.body?.textContent ?? '').replace(/\s+/g, ' ').toLowerCase();
  const instructions = CONTROL_NAMES.map((name) => KNOWLEDGE[name].instruction);
  const spoken = [...instructions, AWAIT_CONFIRMATION].filter((words) => words.test(text)).length;
  return spoken >= ENOUGH_INSTRUCTIONS ? 'page changed' : 'other page';
}
