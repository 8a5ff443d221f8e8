import type { Evidence } from '../evidence.ts';

/** How to recognize one control of the upload page. */
export interface ControlKnowledge {
  /** Which elements may be this control. */
  readonly selector: string;
  /** Whether such an element can be the control in its current state. */
  readonly isUsable: (element: HTMLElement) => boolean;
  readonly evidence: readonly Evidence[];
  /** What the page's own instructions say about it, in lowercase. */
  readonly instruction: RegExp;
  /**
   * Set for a field. The fields identify the upload page, because other pages also take files and
   * have buttons.
   */
  readonly isField?: true;
  /** How to recognize it if its own words are not enough. */
  readonly alone?: Alone;
}

/** It is the only candidate in the same form as a control that is beyond doubt. */
export interface Alone {
  /** The names of controls. One of them must be beyond doubt. */
  readonly beside: readonly string[];
  /** Candidates with a lower score do not count. */
  readonly least: number;
}

/** How to read and fill a field of the form. */
export interface FieldAccess {
  /** The current choice or text. */
  readonly read: (field: HTMLElement) => string;
  /** Whether the person has not chosen or typed anything yet. */
  readonly isOpen: (field: HTMLElement) => boolean;
  /** @returns false if the field does not accept it */
  readonly write: (field: HTMLElement, text: string, signal: AbortSignal) => Promise<boolean>;
}
