import type { ControlName, EvidencePlace } from './page-state.ts';

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

export const CONTROLS: Readonly<Record<ControlName, ControlKnowledge>> = {
  purpose: {
    selector: 'select',
    evidence: [
      { in: 'option', words: /^select (a )?(file )?purpose$/, score: 5, seen: WEBINAR },
      { in: 'option', words: /^calpads$/, score: 5, seen: WEBINAR },
      { in: 'label', words: /^file purpose$/, score: 5, seen: WEBINAR },
      { in: 'neighbour', words: /^file purpose$/, score: 4, seen: WEBINAR },
    ],
  },
  description: {
    selector: 'input[type=text], input:not([type]), textarea',
    evidence: [
      { in: 'label', words: /^file description$/, score: 6, seen: WEBINAR },
      { in: 'neighbour', words: /^file description$/, score: 5, seen: WEBINAR },
      { in: 'placeholder', words: /senr 20\d\d-\d\d/, score: 5, seen: WEBINAR },
    ],
  },
  files: {
    selector: 'input[type=file]',
    evidence: [
      { in: 'label', words: /choose files?$/, score: 5, seen: WEBINAR },
      { in: 'neighbour', words: /choose files?$/, score: 5, seen: WEBINAR },
      { in: 'form text', words: /ready to submit/, score: 3, seen: WEBINAR },
      { in: 'form text', words: /choose files?/, score: 3, seen: WEBINAR },
    ],
  },
  submit: {
    selector: 'button, input[type=submit], input[type=button], a[role=button]',
    evidence: [{ in: 'button text', words: /^click to submit$/, score: 6, seen: WEBINAR }],
  },
};

/** Below this a control counts as not found. */
export const ENOUGH = 5;

/** Two candidates closer than this are too close to call: neither is touched. */
export const CLEAR_LEAD = 2;

/** The option of File Purpose that stands for "nothing chosen yet", and the one that is wanted. */
export const PURPOSE_PLACEHOLDER = /^select (a )?(file )?purpose$/;
export const PURPOSE_WANTED = /^calpads$/;

/** Shown after a submission, in the same document or after a reload. */
export const THANK_YOU = /thank you for uploading your file/;
