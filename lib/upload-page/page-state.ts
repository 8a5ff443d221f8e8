import type { CONTROLS } from './controls/all-controls.ts';
import type { Circumstance, SignPlace, WordPlace } from './evidence.ts';

/**
 * The assistant's state on a page.
 *
 *   off ──controls appear──► on ◄──────────────► partly on      (a control comes or goes)
 *                            │
 *        files chosen: held ─┴─► attached ─► submitted ─► confirmed
 *
 * `off`: this is not the upload page, and the assistant touches nothing. `partly on`: this is
 * surely the upload page and its files are guarded, but a control is missing, so the person has to
 * do its part by hand.
 */
export type PageState = 'on' | 'partly on' | 'off';

/** `page changed`: the page has the usual upload instructions, but its controls are not found. */
export type OffReason = 'other page' | 'page changed';

/** The controls on the upload page that the assistant works with. */
export type ControlName = keyof typeof CONTROLS;

/** Other things that the page says or offers, also identified by their words. */
export type SignName =
  /** the page's thanks for a submission */
  | 'confirmation'
  /** explains the three states of a file */
  | 'legend'
  /** the page's own way to start over after its thanks */
  | 'another upload';

/**
 * How a control or a sign was found, or not. The person reads this, and so does whoever fixes the
 * assistant.
 */
export interface FindReport<Name, Place> {
  readonly name: Name;
  readonly isFound: boolean;
  /** The best candidate's score, 0 without one. */
  readonly score: number;
  /** The evidence for it. */
  readonly evidence: readonly Place[];
  /** How many elements of the right kind there are. */
  readonly candidates: number;
}
export type ControlReport = FindReport<ControlName, WordPlace | Circumstance>;
export type SignReport = FindReport<SignName, SignPlace | Circumstance>;

/** The assistant's state on a page, and why. */
export interface PageReport {
  readonly state: PageState;
  /** Set only while it is off. */
  readonly why?: OffReason;
  readonly missing: readonly ControlName[];
  readonly controls: readonly ControlReport[];
  readonly signs: readonly SignReport[];
}

/** The result for one field of the page's form. */
export type FieldState =
  /** Set and marked by the assistant. */
  | 'filled'
  /** It already had the right value. */
  | 'left alone'
  /** It has the person's own choice or words, which stay. */
  | 'own words'
  /** The assistant set it twice and the page removed it, or the page does not offer it. */
  | 'not set'
  | 'not found';

/** What the page says about one of its files, in its own three states. */
export type PageFileState = 'ready' | 'loading' | 'issue';
