import type { AttachedFile } from '../ledger/attached-file.ts';
import type {
  ControlName,
  FieldState,
  PageFileState,
  PageReport,
} from '../upload-page/page-state.ts';
import type { Box, Surroundings } from './panel-dock.ts';

/**
 * What the content script and the panel say to each other over their MessagePort:
 *
 *   content script (has the page)                        panel (judges the files)
 *      connect (window message with the port) ─────────────►
 *      ◄──────────────────────────────────────────── ready
 *      chosen, are you there ──────────────────────────────►
 *      ◄───────────────────────────────────────────── here
 *      ◄───────────────────────────────────────────── copy   once for each file
 *      copied ─────────────────────────────────────────────►  hashes the copy
 *      ◄─────────────────────────────────────────── attach   with what the ledger will keep
 *      filled, attached, clicked, thanked ─────────────────►  shows it
 *
 * Files and blobs travel by structured clone: handles, not bytes. Both ends belong to the extension;
 * the one-time token in `connect` proves it to the panel.
 */
export interface Connect {
  readonly type: 'upload-assistant:connect';
  readonly token: string;
}

/** A file that the person chose, as it stands on the disk: it may change there at any time. */
export interface ChosenFile {
  /** Unique within this page. */
  readonly id: string;
  readonly file: File;
}

/** `at submit`: the page had the files already, past the guard, when the person clicked its button. */
export type ChosenWhen = 'at choice' | 'at submit';

export type FromPage =
  /** How the assistant stands on the page. */
  | { readonly type: 'page'; readonly report: PageReport }
  /** The person chose or dropped files. The page has not seen them, or no longer has them. */
  | {
      readonly type: 'chosen';
      /** Counts the choices on this page. */
      readonly choice: number;
      readonly files: readonly ChosenFile[];
      readonly when: ChosenWhen;
    }
  /** The panel holds files of the person and has to say that it is alive. */
  | { readonly type: 'are you there' }
  /** Answers `copy`. Without a file: it went away or changed, and could not be read. */
  | { readonly type: 'copied'; readonly copy: string; readonly file?: File }
  /** How the two fields stand once the page has had its say. */
  | { readonly type: 'filled'; readonly purpose: FieldState; readonly description: FieldState }
  /** What the page did with the files of an `attach`. */
  | {
      readonly type: 'attached';
      readonly outcome: AttachOutcome;
      readonly names: readonly string[];
    }
  /**
   * What the page did with files that the person chose by hand after `let pass`. Saved parts of one
   * file have the same name, so the hash of what was saved tells which they are.
   */
  | {
      readonly type: 'attached by hand';
      readonly outcome: Exclude<AttachOutcome, 'refused'>;
      readonly sha256s: readonly string[];
    }
  /** The ledger cannot keep what happens with the attached files. */
  | { readonly type: 'not recorded'; readonly why: NotRecorded }
  /** Answers `take back`. `complete`: the page no longer names the files. */
  | { readonly type: 'taken back'; readonly complete: boolean }
  /** The page no longer has the files that it was given. */
  | { readonly type: 'lost by page' }
  /** The extension was updated under this page, and works here again. */
  | { readonly type: 'updated' }
  /** What the page itself says of the files that it was given, by name. */
  | { readonly type: 'page files'; readonly states: ReadonlyMap<string, PageFileState> }
  /** The person clicked too early, and the click was stopped this once. */
  | { readonly type: 'submit stopped' }
  /** The person clicked the page's own button while attached files stood in the form. */
  | { readonly type: 'clicked' }
  /** The page thanked the person for the files that were submitted. */
  | { readonly type: 'thanked' }
  /** What the panel must not cover, whenever that changes. */
  | { readonly type: 'surroundings'; readonly surroundings: Surroundings }
  /** What came of a `point at`. */
  | { readonly type: 'pointed'; readonly control: ControlName; readonly outcome: PointOutcome };

/** What the page did with the files it was given, read back from the page. */
export type AttachOutcome =
  /** The file input holds exactly these files; they can still be taken back. */
  | 'in the input'
  /** An upload widget took them: the page names each of them. */
  | 'taken by the page'
  /** Neither: the page takes no files from a script. */
  | 'refused';

export type NotRecorded = 'private window' | 'not recorded';

export type PointOutcome =
  /** It is known now, and will be known again on this version of the page. */
  | 'learned'
  /** The element cannot be that control, such as a button where a field is wanted. */
  | 'not that kind'
  /** The person pressed Esc. */
  | 'cancelled';

export type FromPanel =
  | { readonly type: 'ready' }
  /** Answers `are you there`; it has heard everything said before. */
  | { readonly type: 'here' }
  /** Make a copy of these bytes that nothing can change any more. */
  | { readonly type: 'copy'; readonly copy: string; readonly name: string; readonly of: CopySource }
  /** Give these copies to the page, and tell the background what becomes of them. */
  | {
      readonly type: 'attach';
      /** The last choice that the panel has heard of. An order from before a later one is dropped. */
      readonly choice: number;
      readonly files: readonly ToAttach[];
      readonly description: string;
    }
  /** The page had an issue with these files: it gets the same copies again. */
  | { readonly type: 'attach again'; readonly names: readonly string[] }
  | { readonly type: 'fill description'; readonly description: string }
  /** The person insists: these files of theirs go back into the page as they were. */
  | {
      readonly type: 'put back';
      readonly ids: readonly string[];
      /** Ids of the rules that would have held the files. */
      readonly rules: readonly string[];
    }
  /** The person has let go of the files that were held. */
  | { readonly type: 'let go' }
  /** They took that back: the files that were let go last are held again. */
  | { readonly type: 'hold again' }
  /** Empty the page's input again, where it still holds the attached files. */
  | { readonly type: 'take back' }
  /** The person saved what was made of this file, to choose it by hand: the guard lets it pass. */
  | { readonly type: 'let pass'; readonly id: string; readonly record: AttachedFile }
  /** Let the person point at this control on the page, by a click or by Tab and Enter. */
  | { readonly type: 'point at'; readonly control: ControlName }
  /** The person cancelled that in the panel: the page hears its own clicks and keys again. */
  | { readonly type: 'stop pointing' }
  /** Put the panel here. */
  | { readonly type: 'stand'; readonly place: Box }
  /** Show where the panel would be, or no longer. */
  | { readonly type: 'outline'; readonly place?: Box }
  /** It is the person's turn in the panel. */
  | { readonly type: 'focus panel' }
  /** The person goes on in the page, where they were. */
  | { readonly type: 'focus page' }
  /** The person goes to this control of the page, and uses it or not. */
  | { readonly type: 'focus control'; readonly control: ControlName }
  /** Bring the person to the page's own way to another upload; they follow it, or do not. */
  | { readonly type: 'focus another upload' }
  /** The person dismissed what became of their files. On a page without the form the panel goes. */
  | { readonly type: 'outcome over' }
  /** The panel broke; the page is to work as if the assistant were not there. */
  | { readonly type: 'give up' };

/** One of the person's own files, which never leaves the content script, or bytes that a worker made. */
export type CopySource =
  | { readonly kind: 'chosen'; readonly id: string }
  | { readonly kind: 'made'; readonly blob: Blob };

export interface ToAttach {
  /** Which copy, as asked for with `copy`. */
  readonly copy: string;
  /** What the ledger keeps of it. Its hashes are those of the copy. */
  readonly record: AttachedFile;
}
