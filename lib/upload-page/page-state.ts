import type { CONTROLS } from './controls/all-controls.ts';
import type { Circumstance, SignPlace, WordPlace } from './evidence.ts';

/**
 * How the assistant stands on a page.
 *
 *   off ──controls appear──► on ◄──────────────► partly on      (a control comes or goes)
 *                            │
 *        files chosen: held ─┴─► attached ─► submitted ─► confirmed
 *
 * `off`: not the upload page, nothing is touched. `partly on`: surely the upload page, and its files
 * are guarded, but a control is missing and the person has to do its part by hand.
 */
export type PageState = 'on' | 'partly on' | 'off';

/** `page changed`: the page speaks of uploading as it always did, but its controls are not found. */
export type OffReason = 'other page' | 'page changed';

/** The controls of the upload page that the assistant works with. */
export type ControlName = keyof typeof CONTROLS;

/** What else the page says or offers, known by its words as the controls are. */
export type SignName =
  /** the page's thanks for a submission */
  | 'confirmation'
  /** of the three states that a file can be in */
  | 'legend'
  /** the page's own way to start over after its thanks */
  | 'another upload';

/** How one thing was found, or not: for the person, and for whoever fixes the assistant. */
export interface FindReport<Name, Place> {
  readonly name: Name;
  readonly isFound: boolean;
  /** Of the best candidate; 0 without one. */
  readonly score: number;
  /** What speaks for it. */
  readonly evidence: readonly Place[];
  /** How many elements can be it by their kind. */
  readonly candidates: number;
}
export type ControlReport = FindReport<ControlName, WordPlace | Circumstance>;
export type SignReport = FindReport<SignName, SignPlace | Circumstance>;

/** How the assistant stands on a page, and why. */
export interface PageReport {
  readonly state: PageState;
  /** Only while it is off. */
  readonly why?: OffReason;
  readonly missing: readonly ControlName[];
  readonly controls: readonly ControlReport[];
  readonly signs: readonly SignReport[];
}

/** What became of one field of the page's form. */
export type FieldState =
  /** Set by the assistant, and marked so on the page. */
  | 'filled'
  /** It already said the right thing. */
  | 'left alone'
  /** The person's own choice or words stand there; they stay. */
  | 'own words'
  /** It was put in twice, and the page took it out or does not offer it. */
  | 'not set'
  | 'not found';

/** What the page says of one file that it was given, in its own three states. */
export type PageFileState = 'ready' | 'loading' | 'issue';
