import type { Evidence, SignPlace } from './evidence.ts';
import { inWebinar, nearWebinar } from './evidence.ts';
import type { PageFileState, SignName } from './page-state.ts';
import { CLEAR_LEAD } from './weigh-evidence.ts';

/**
 * The page's own words that are not about its controls. To add knowledge, add a line here. Each
 * control has its own file in controls/.
 */
export interface SignKnowledge {
  /** Text without these words does not have the sign. */
  readonly mention: RegExp;
  readonly evidence: readonly Evidence<SignPlace>[];
  /** How far it must be ahead of the next candidate, see `CLEAR_LEAD`. */
  readonly lead: number;
}

/** The page's own words for the state of a file. Its legend explains them. */
export const FILE_STATES: Readonly<Record<PageFileState, RegExp>> = {
  ready: /ready to submit/,
  loading: /loading in progress/,
  issue: /issue with file/,
};

const THANKS = /^thank(s| you)( very much)? for .*(upload|file)/;
/** Thanks for earlier files, or in advance for later ones. */
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
    // The assistant changes nothing when it believes this, and a second thank-you confirms the
    // first.
    lead: 0,
  },
  legend: {
    mention: /ready\s+to\s+submit/i,
    evidence: [
      ...Object.values(FILE_STATES).map((words) => inWebinar('own words' as const, words, 2)),
      inWebinar('part', /^(ready to submit|loading in progress|issue with file)$/, 2),
      // The list of files has these words too: more than once, or next to a file's name.
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

/** What the page's instructions say in addition to each control's own. */
export const AWAIT_CONFIRMATION = /wait for a confirmation message/;
