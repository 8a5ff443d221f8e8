import type {
  ControlName,
  EvidencePlace,
  PageFileState,
  SignName,
  SignPlace,
} from './page-state.ts';

/**
 * What is known of the upload page, as data. Its DOM and ids are in no public copy, so a control is
 * known by the words a person reads (2023 upload webinar, "How to navigate the data upload page").
 * Adding knowledge about the site is adding a line here.
 */
export interface Evidence<Place = EvidencePlace> {
  /** Where the words must stand. */
  readonly in: Place;
  readonly words: RegExp;
  /** Below zero where they speak against it. */
  readonly score: number;
  /** When and where this was seen, so that it can be doubted later. */
  readonly seen: string;
}

export interface ControlKnowledge {
  /** Which elements can be this control at all. */
  readonly selector: string;
  readonly evidence: readonly Evidence[];
}

export interface SignKnowledge {
  /** Text without these words has no such sign in it. */
  readonly mention: RegExp;
  readonly evidence: readonly Evidence<SignPlace>[];
  /** How far it must be ahead of the next one like it; see `CLEAR_LEAD`. */
  readonly lead: number;
}

function inWebinar<Place>(place: Place, words: RegExp, score: number): Evidence<Place> {
  return { in: place, words, score, seen: '2023-09-25, upload webinar' };
}

/** Not seen; what the same page would say after small changes to its words. */
function nearWebinar<Place>(place: Place, words: RegExp, score: number): Evidence<Place> {
  return { in: place, words, score, seen: 'near variant of the webinar' };
}

/** The option of File Purpose that stands for "nothing chosen yet", and the one that is wanted. */
export const PURPOSE_PLACEHOLDER = /^select (a )?(file )?purpose$/;
export const PURPOSE_WANTED = /^calpads$/;

const PURPOSE_LABEL = /^(select a )?file purpose$/;
const DESCRIPTION_LABEL = /^(enter a |type a )?file description$/;
const FILES_LABEL = /(choose|select|browse)( your)? files?$/;
/** A dropdown that is no native select. */
export const CUSTOM_DROPDOWN = '[role=combobox]:not(select), [aria-haspopup=listbox]:not(select)';
export const EDITABLE = '[contenteditable]:not([contenteditable=false])';

export const CONTROLS: Readonly<Record<ControlName, ControlKnowledge>> = {
  purpose: {
    selector: `select, ${CUSTOM_DROPDOWN}`,
    evidence: [
      inWebinar('option', PURPOSE_PLACEHOLDER, 5),
      inWebinar('option', PURPOSE_WANTED, 5),
      inWebinar('shown value', PURPOSE_PLACEHOLDER, 5),
      inWebinar('label', PURPOSE_LABEL, 5),
      nearWebinar('legend', PURPOSE_LABEL, 4),
      inWebinar('neighbour', PURPOSE_LABEL, 4),
    ],
  },
  description: {
    selector: `input[type=text], input:not([type]), textarea, ${EDITABLE}`,
    evidence: [
      inWebinar('label', DESCRIPTION_LABEL, 6),
      nearWebinar('legend', DESCRIPTION_LABEL, 5),
      inWebinar('neighbour', DESCRIPTION_LABEL, 5),
      inWebinar('placeholder', /senr 20\d\d-\d\d/, 5),
      nearWebinar('placeholder', DESCRIPTION_LABEL, 5),
    ],
  },
  files: {
    // A second one beside it may take whole folders; it has the same words.
    selector: 'input[type=file]:not([webkitdirectory])',
    evidence: [
      inWebinar('label', FILES_LABEL, 5),
      nearWebinar('legend', FILES_LABEL, 4),
      inWebinar('neighbour', FILES_LABEL, 5),
      inWebinar('form text', /ready to submit/, 3),
      inWebinar('form text', /(choose|select|browse) files?/, 3),
    ],
  },
  submit: {
    selector: 'button, input[type=submit], input[type=button], input[type=image], [role=button]',
    evidence: [
      inWebinar('button text', /^click to submit$/, 6),
      nearWebinar('label', /^click to submit$/, 6),
      nearWebinar('button text', /^submit( files?)?$/, 5),
    ],
  },
};

/** A button that opens the file dialog of an input which is not in the page until then. */
export const FILES_BUTTON: ControlKnowledge = {
  selector: 'button, input[type=button], [role=button], label',
  evidence: [inWebinar('button text', FILES_LABEL, 5)],
};

/** Below this a control counts as not found. */
export const ENOUGH = 5;

/** Two candidates closer than this are too close to call: neither is touched. */
export const CLEAR_LEAD = 2;

/** For standing in the same form as a control that is beyond doubt: it decides between equals. */
export const TOGETHER = 2;

/** For being what the person once pointed at: enough, and more than words alone bring together. */
export const POINTED_OUT = 20;

/** The page's own words for how far a file is; its legend explains them. */
export const FILE_STATES: Readonly<Record<PageFileState, RegExp>> = {
  ready: /ready to submit/,
  loading: /loading in progress/,
  issue: /issue with file/,
};

const THANKS = /^thank(s| you)( very much)? for .*(upload|file)/;
/** Thanks for what was, or in advance for what is to come. */
const ANOTHER_TIME = /\b(last|past|previous|earlier|ago|before|by|when|if)\b/;
const CONFIRMATION_EMAIL = /(should|will|['’]ll)( \w+)? (receive|get) an? (confirmation )?e-?mail/;
const ANOTHER_UPLOAD = /(make|start|begin) (another|a new) upload/;
const MORE_FILES = /upload (more|other|another) files?/;

export const SIGNS: Readonly<Record<SignName, SignKnowledge>> = {
  confirmation: {
    mention: /thank/i,
    evidence: [
      inWebinar('sentence', /^thank you for uploading your file\(s\)$/, 3),
      nearWebinar('sentence', /^thank(s| you) for uploading (your|the) files$/, 3),
      nearWebinar('sentence', THANKS, 3),
      nearWebinar('sentence', ANOTHER_TIME, -5),
      inWebinar('message', CONFIRMATION_EMAIL, 2),
      inWebinar('message', ANOTHER_UPLOAD, 2),
      nearWebinar('role', /^(alert|status)$/, 2),
    ],
    // Nothing is touched by believing it, and thanks said twice confirm one another.
    lead: 0,
  },
  legend: {
    mention: /ready\s+to\s+submit/i,
    evidence: [
      ...Object.values(FILE_STATES).map((words) => inWebinar('own words' as const, words, 2)),
      inWebinar('part', /^(ready to submit|loading in progress|issue with file)$/, 2),
      // The list of files says these words, too: more than once, or beside a file's name.
      nearWebinar('own words', /(ready to|loading in|issue with) .*\1/, -5),
      nearWebinar('own words', /\.(txt|zip)\b/, -5),
    ],
    lead: CLEAR_LEAD,
  },
  'another upload': {
    mention: /(another|new)\s+upload|upload\s+(more|other|another)/i,
    evidence: [
      inWebinar('own words', /^(click )?here$/, 2),
      nearWebinar('own words', ANOTHER_UPLOAD, 3),
      nearWebinar('own words', MORE_FILES, 2),
      inWebinar('sentence', ANOTHER_UPLOAD, 2),
      inWebinar('sentence', /click here if you['’]d like to make another upload$/, 1),
      nearWebinar('sentence', MORE_FILES, 2),
      inWebinar('message', /\bthank(s| you) for/, 2),
    ],
    lead: CLEAR_LEAD,
  },
};

/** The page's instructions. Where several stand without the controls, the page has changed. */
export const INSTRUCTIONS = [
  /select a file purpose/,
  /choose files/,
  /file description/,
  /click to submit/,
  /wait for a confirmation message/,
] as const;
