/** Where words about a control are on the page. */
export type WordPlace =
  /** label[for], wrapping label, aria-label, aria-labelledby */
  | 'label'
  /** the legend of the fieldset around it */
  | 'legend'
  /** the text, element or table cell right before the control */
  | 'neighbour'
  | 'placeholder'
  /** the options of a select or a list box, or the labels of radio buttons */
  | 'option'
  /** the choice that a custom dropdown shows */
  | 'shown value'
  /** a button's own text or value */
  | 'button text';

/** Evidence for a control other than its own words. */
export type Circumstance =
  /** in the same form as a control that is beyond doubt */
  | 'together'
  /** the only one of its kind in the same form as a control that is beyond doubt */
  | 'alone'
  /** found by its words before the page was translated */
  | 'known before'
  /** a person pointed at it once, see learned-control.ts */
  | 'pointed out';

/** Where words about a sign are on the page. */
export type SignPlace =
  /** all of its own words */
  | 'own words'
  /** the words of one element in it */
  | 'part'
  /** its own sentence, or the sentence around it if it is a link */
  | 'sentence'
  /** the message around it */
  | 'message'
  /** its role, or the role of an element around it */
  | 'role';

/** Words that count for or against a control or a sign. */
export interface Evidence<Place = WordPlace> {
  /** Where the words must be. */
  readonly in: Place;
  readonly words: RegExp;
  /** Below zero for words that count against it. */
  readonly score: number;
  /** When and where this was seen, so a reader can judge it later. */
  readonly seen: string;
}

function seenIn(seen: string) {
  return <Place>(place: Place, words: RegExp, score: number): Evidence<Place> => ({
    in: place,
    words,
    score,
    seen,
  });
}

/**
 * No public copy has the page's DOM and ids. The words that a person reads identify its controls
 * (2023 upload webinar, "How to navigate the data upload page").
 */
export const inWebinar = seenIn('2023-09-25, upload webinar');

/** Not seen: what the same page would say after small changes in its words. */
export const nearWebinar = seenIn('near variant of the webinar');

/** Not seen: a browser's plausible translation of the page's words into Spanish. */
export const inSpanish = seenIn('2026-11-27, plausible translation');
