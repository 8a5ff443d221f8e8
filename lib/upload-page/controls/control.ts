import type { Evidence } from '../evidence.ts';

/** All that tells one control of the upload page from everything else on a page. */
export interface ControlKnowledge {
  /** Which elements can be this control at all. */
  readonly selector: string;
  /** Whether such an element can be it as it stands now. */
  readonly isUsable: (element: HTMLElement) => boolean;
  readonly evidence: readonly Evidence[];
  /** What the page's own instructions say of it, in lower case. */
  readonly instruction: RegExp;
  /** The upload page is known by its fields; other pages take files and have buttons, too. */
  readonly isField?: true;
  /** How it is known without enough words of its own. */
  readonly alone?: Alone;
}

/** It is the only candidate in the form of a control that is beyond doubt. */
export interface Alone {
  /** Names of the controls one of which must be beyond doubt. */
  readonly beside: readonly string[];
  /** Candidates with a lower score do not count. */
  readonly least: number;
}

/** How a field of the form is read and filled. */
export interface FieldAccess {
  /** What is chosen or typed. */
  readonly read: (field: HTMLElement) => string;
  /** Whether the person has neither chosen nor typed anything yet. */
  readonly isOpen: (field: HTMLElement) => boolean;
  /** @returns false if the field does not take it */
  readonly write: (field: HTMLElement, text: string, signal: AbortSignal) => Promise<boolean>;
}
