import type { ControlName, EvidencePlace, PageFileState } from './page-state.ts';

/**
 * What is known of the upload page, as data. Its DOM and ids are in no public copy, so a control is
 * known by the words a person reads (2023 upload webinar, "How to navigate the data upload page").
 * Adding knowledge about the site is adding a line here.
 */
export interface Evidence {
  /** Where the words must stand. */
  readonly in: EvidencePlace;
  readonly words: RegExp;
  readonly score: number;
  /** When and where this was seen, so that it can be doubted later. */
  readonly seen: string;
}

export interface ControlKnowledge {
  /** Which elements can be this control at all. */
  readonly selector: string;
  readonly evidence: readonly Evidence[];
}

const WEBINAR = '2023-09-25, upload webinar';
/** Not seen; what the same page would say after small changes to its words. */
const NEAR_VARIANT = 'near variant of the webinar';

const PURPOSE_LABEL = /^(select a )?file purpose$/;
const DESCRIPTION_LABEL = /^(enter a |type a )?file description$/;
const FILES_LABEL = /(choose|select|browse)( your)? files?$/;
/** A dropdown that is no native select. */
export const CUSTOM_DROPDOWN = '[role=combobox]:not(select), [aria-haspopup=listbox]:not(select)';
const EDITABLE = '[contenteditable]:not([contenteditable=false])';

export const CONTROLS: Readonly<Record<ControlName, ControlKnowledge>> = {
  purpose: {
    selector: `select, ${CUSTOM_DROPDOWN}`,
    evidence: [
      { in: 'option', words: /^select (a )?(file )?purpose$/, score: 5, seen: WEBINAR },
      { in: 'option', words: /^calpads$/, score: 5, seen: WEBINAR },
      { in: 'shown value', words: /^select (a )?(file )?purpose$/, score: 5, seen: WEBINAR },
      { in: 'label', words: PURPOSE_LABEL, score: 5, seen: WEBINAR },
      { in: 'legend', words: PURPOSE_LABEL, score: 4, seen: NEAR_VARIANT },
      { in: 'neighbour', words: PURPOSE_LABEL, score: 4, seen: WEBINAR },
    ],
  },
  description: {
    selector: `input[type=text], input:not([type]), textarea, ${EDITABLE}`,
    evidence: [
      { in: 'label', words: DESCRIPTION_LABEL, score: 6, seen: WEBINAR },
      { in: 'legend', words: DESCRIPTION_LABEL, score: 5, seen: NEAR_VARIANT },
      { in: 'neighbour', words: DESCRIPTION_LABEL, score: 5, seen: WEBINAR },
      { in: 'placeholder', words: /senr 20\d\d-\d\d/, score: 5, seen: WEBINAR },
      { in: 'placeholder', words: DESCRIPTION_LABEL, score: 5, seen: NEAR_VARIANT },
    ],
  },
  files: {
    selector: 'input[type=file]',
    evidence: [
      { in: 'label', words: FILES_LABEL, score: 5, seen: WEBINAR },
      { in: 'legend', words: FILES_LABEL, score: 4, seen: NEAR_VARIANT },
      { in: 'neighbour', words: FILES_LABEL, score: 5, seen: WEBINAR },
      { in: 'form text', words: /ready to submit/, score: 3, seen: WEBINAR },
      { in: 'form text', words: /(choose|select|browse) files?/, score: 3, seen: WEBINAR },
    ],
  },
  submit: {
    selector: 'button, input[type=submit], input[type=button], input[type=image], [role=button]',
    evidence: [
      { in: 'button text', words: /^click to submit$/, score: 6, seen: WEBINAR },
      { in: 'label', words: /^click to submit$/, score: 6, seen: NEAR_VARIANT },
      { in: 'button text', words: /^submit( files?)?$/, score: 5, seen: NEAR_VARIANT },
    ],
  },
};

/** A button that opens the file dialog of an input which is not in the page until then. */
export const FILES_BUTTON: ControlKnowledge = {
  selector: 'button, input[type=button], [role=button], label',
  evidence: [{ in: 'button text', words: FILES_LABEL, score: 5, seen: WEBINAR }],
};

/** Below this a control counts as not found. */
export const ENOUGH = 5;

/** Two candidates closer than this are too close to call: neither is touched. */
export const CLEAR_LEAD = 2;

/** For standing in the same form as a control that is beyond doubt: it decides between equals. */
export const TOGETHER = 2;

/** For being what the person once pointed at: enough, and more than words alone bring together. */
export const POINTED_OUT = 20;

/** The option of File Purpose that stands for "nothing chosen yet", and the one that is wanted. */
export const PURPOSE_PLACEHOLDER = /^select (a )?(file )?purpose$/;
export const PURPOSE_WANTED = /^calpads$/;

/** The page's own words for how far a file is; its legend explains them. */
export const FILE_STATES: Readonly<Record<PageFileState, RegExp>> = {
  ready: /ready to submit/,
  loading: /loading in progress/,
  issue: /issue with file/,
};

/** Shown after a submission, in the same document or after a reload. */
export const THANK_YOU = /thank you for uploading your file/;

/** The page's instructions. Where several stand without the controls, the page has changed. */
export const INSTRUCTIONS = [
  /select a file purpose/,
  /choose files/,
  /file description/,
  /click to submit/,
  /wait for a confirmation message/,
] as const;
