import type { ControlName, EvidencePlace } from './page-state.ts';

/**
 * A control that the person pointed at once, and how to know it again: by the words that stand
 * around it, never by its place in the tree or its id.
 */
export interface LearnedControl {
  readonly control: ControlName;
  /** Which kind of element it is, e.g. `input text`. */
  readonly kind: string;
  /** In the page's own words, lower case; they were all there, and must all be there again. */
  readonly evidence: readonly { readonly in: EvidencePlace; readonly words: string }[];
  /** Changes with the words of the form: what was learned of one version says nothing of another. */
  readonly siteVersion: string;
  /** Milliseconds since 1970; also tells one from another. */
  readonly at: number;
}
