/** Where words about a control stand on the page. */
export type WordPlace =
  /** label[for], wrapping label, aria-label, aria-labelledby */
  | 'label'
  /** the legend of the fieldset around it */
  | 'legend'
  /** the text, element or table cell right before the control */
  | 'neighbour'
  | 'placeholder'
  /** the texts of a select's options, of a list box, or of radio buttons */
  | 'option'
  /** what a dropdown of the page's own making shows as chosen */
  | 'shown value'
  /** a button's own text or value */
  | 'button text';

/** What speaks for a control besides words of its own. */
export type Circumstance =
  /** in the same form as a control that is beyond doubt */
  | 'together'
  /** the only one of its kind in the form of a control that is beyond doubt */
  | 'alone'
  /** found by its words before the page was translated */
  | 'known before'
  /** a person pointed at it once; see learned-control.ts */
  | 'pointed out';

/** Where words about a sign stand on the page. */
export type SignPlace =
  /** all that it says itself */
  | 'own words'
  /** what one element in it says */
  | 'part'
  /** the sentence that it is, or that it is a link in */
  | 'sentence'
  /** in the message that it belongs to */
  | 'message'
  /** its role, or the role of what is around it */
  | 'role';

/** Words that speak for a control or a sign, or against it. */
export interface Evidence<Place = WordPlace> {
  /** Where the words must stand. */
  readonly in: Place;
  readonly words: RegExp;
  /** Below zero for words that speak against it. */
  readonly score: number;
  /** When and where this was seen, so that it can be doubted later. */
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
 * The page's DOM and ids are in no public copy. Its controls are known by the words that a person
 * reads (2023 upload webinar, "How to navigate the data upload page").
 */
export const inWebinar = seenIn('2023-09-25, upload webinar');

/** Not seen: what the same page would say after small changes to its words. */
export const nearWebinar = seenIn('near variant of the webinar');

/** Not seen: what a browser plausibly makes of the page's words in Spanish. */
export const inSpanish = seenIn('2026-11-27, plausible translation');
