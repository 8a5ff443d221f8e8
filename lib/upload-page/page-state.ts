/**
 * How the assistant stands on a page.
 *
 *   off ──controls appear──► on ◄──────────────► partly on      (a control comes or goes)
 *                            │
 *        files chosen: held ─┴─► attached ─► submitted ─► confirmed
 *
 * `off`: not the upload page, nothing is touched. `partly on`: surely the upload page, and its files
 * are guarded, but a field is missing and the person has to fill it by hand.
 */
export type PageState = 'on' | 'partly on' | 'off';

/** The controls of the upload page that the assistant works with. */
export type ControlName = 'purpose' | 'description' | 'files' | 'submit';

export type FailedControls = readonly ControlName[];

/** How far one field of the page's form has got. */
export type FieldState =
  /** Set by the assistant, and marked so on the page. */
  | 'filled'
  /** It already said the right thing. */
  | 'left alone'
  /** The person's own choice or words stand there; they stay. */
  | 'own words'
  | 'not found';

/** What the page did with the files it was given, read back from the page. */
export type HandOverOutcome =
  /** The file input holds exactly these files; they can still be taken back. */
  | 'in the input'
  /** An upload widget took them: the page names each of them. */
  | 'taken by the page'
  /** Neither: the page does not accept files from a script. */
  | 'refused'
  /** A file went away or changed since it was checked; nothing was handed over. */
  | 'file gone';
