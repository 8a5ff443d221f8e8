import type {
  ControlName,
  FieldState,
  HandOverOutcome,
  PageFileState,
  PageReport,
} from '../upload-page/page-state.ts';

/**
 * What the content script and the assist frame say to one another over their MessagePort:
 *
 *   content script (holds the page)                       assist frame (holds the judgement)
 *      connect (window message with the port) ───────────────►
 *      page, held, handed over, filled, sent, pointed ────────►
 *      ◄───── ready, attach, fill, take back, let pass, resize, focus, point at, …
 *
 * Files and blobs travel by structured clone: handles, not bytes. Both ends belong to the extension;
 * the one-time token in `connect` proves it to the frame.
 */
export interface Connect {
  readonly type: 'upload-assistant:connect';
  readonly token: string;
}

export interface HeldFile {
  /** Unique within this page. */
  readonly id: string;
  readonly file: File;
}

export type FromPage =
  | { readonly type: 'page'; readonly report: PageReport }
  /**
   * Files were chosen or dropped; the page has not seen them. `at submit`: it had them already, past
   * the guard, and the person has just clicked its button.
   */
  | {
      readonly type: 'held';
      readonly files: readonly HeldFile[];
      readonly when: 'at choice' | 'at submit';
    }
  | { readonly type: 'filled'; readonly purpose: FieldState; readonly description: FieldState }
  /** What became of an `attach`, or of files chosen by hand after `let pass`. */
  | {
      readonly type: 'handed over';
      readonly outcome: HandOverOutcome;
      readonly names: readonly string[];
    }
  /** `complete`: the page no longer names the files. */
  | { readonly type: 'taken back'; readonly complete: boolean }
  /** The page came back without the files that it was given. */
  | { readonly type: 'lost by page' }
  /** The browser kept the page whole while another was shown; the files are still in the form. */
  | { readonly type: 'back again' }
  /** The extension was updated under this page, and is at work here again. */
  | { readonly type: 'updated' }
  /** What the page itself says of the files it was given, by name. */
  | { readonly type: 'page files'; readonly states: ReadonlyMap<string, PageFileState> }
  /** The person clicked too early, and the click was stopped this once. */
  | { readonly type: 'submit stopped' }
  /** The person clicked the page's own button while attached files stood in the form. */
  | { readonly type: 'submitted' }
  /** The page showed its thank-you text. */
  | { readonly type: 'confirmed' }
  /** What came of a `point at`. */
  | { readonly type: 'pointed'; readonly control: ControlName; readonly outcome: PointOutcome };

export type PointOutcome =
  /** It is known now, and will be known again on this version of the page. */
  | 'learned'
  /** The element cannot be that control, e.g. a button where a field is wanted; nothing was learned. */
  | 'not that kind'
  /** The person pressed Esc. */
  | 'cancelled';

export type FromAssist =
  | { readonly type: 'ready' }
  | {
      readonly type: 'attach';
      readonly files: readonly PreparedFile[];
      readonly description: string;
    }
  | { readonly type: 'fill description'; readonly description: string }
  /** The person insists: these files of theirs go back into the page as they were. */
  | { readonly type: 'put back'; readonly ids: readonly string[] }
  /** The person has let go of the files that were held. */
  | { readonly type: 'let go' }
  /** Empty the page's input again, where it still holds the attached files. */
  | { readonly type: 'take back' }
  /** The person saved this file to choose it by hand: the guard lets exactly it pass. */
  | { readonly type: 'let pass'; readonly name: string; readonly bytes: number }
  /** Let the person point at this control on the page, by a click or by Tab and Enter. */
  | { readonly type: 'point at'; readonly control: ControlName }
  /** The person cancelled that in the panel: the page hears its own clicks and keys again. */
  | { readonly type: 'stop pointing' }
  /** In CSS pixels. */
  | { readonly type: 'resize'; readonly height: number }
  /** It is the person's turn in the panel; or it is over there, and they go on where they were. */
  | { readonly type: 'focus panel' }
  | { readonly type: 'focus page' }
  /** To the page's own way to another upload; the person follows it, or does not. */
  | { readonly type: 'focus another upload' }
  /** The frame itself broke; the page is to work as if the assistant were not there. */
  | { readonly type: 'give up' };

/**
 * A file ready for the page: either one of the held originals under a new name, which never leaves
 * the content script, or new bytes made by a worker.
 */
export type PreparedFile =
  | { readonly kind: 'original'; readonly id: string; readonly name: string }
  | { readonly kind: 'made'; readonly blob: Blob; readonly name: string };
