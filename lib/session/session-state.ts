import type { TakeOutResult } from '../archive/take-out.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import type { CutByYear, CutByYearJob } from '../fixes/cut-by-year.ts';
import type { Described } from '../fixes/submissions.ts';
import type { Inspection } from '../inspection/inspection.ts';
import type { Recollection } from '../messaging/ledger-messages.ts';
import type {
  AttachOutcome,
  ChosenWhen,
  FromPage,
  FromPanel,
  NotRecorded,
  PointOutcome,
} from '../messaging/page-port.ts';
import type { PartAnswer } from '../rules/label-part.ts';
import type { FieldStates } from '../upload-page/fill.ts';
import type { ControlName, PageFileState, PageReport } from '../upload-page/page-state.ts';
import type { Making } from './making.ts';
import type { Order } from './preparation.ts';
import type { PreparedFile, ProvenFile, SessionFile } from './session-file.ts';

/**
 * Where the chosen files stand.
 *
 *   waiting ──chosen──► checking ──► review ──► preparing ──► copying ──► handing over ──► attached
 *      ▲                   │ all right └───────────▲             │            │   │          │ click
 *      │                   └───────────────────────┘             │        refused └─click──► submitted
 *      └────── cancel ◄─► checking, review, refused              │                           │ thanks
 *                            ▲                                   │                           ▼
 *                            └── a file changed meanwhile ◄──────┘                       confirmed
 *
 * `Undo` leads back from cancel. A new choice leads to checking from everywhere. Files that wait, and those that an input loses by
 * the choice, go on with the new ones.
 */
export type Stage =
  | { readonly phase: 'waiting' }
  /** `isAgain`: a file changed. The person decides what happens next, however right it is now. */
  | { readonly phase: 'checking'; readonly when: ChosenWhen; readonly isAgain?: true }
  | { readonly phase: 'review'; readonly when: ChosenWhen }
  /** What goes next is made. */
  | { readonly phase: 'preparing'; readonly when: ChosenWhen }
  /** All that changes is made and saved. */
  | { readonly phase: 'saving'; readonly when: ChosenWhen; readonly ticket: number }
  /** What goes next is copied, and the copies are proven. */
  | {
      readonly phase: 'copying';
      readonly when: ChosenWhen;
      readonly ticket: number;
      readonly files: readonly PreparedFile[];
    }
  | OnPage<'handing over'>
  | (OnPage<'attached'> & {
      readonly outcome: Taken;
      /** What the page says of the files, by name. */
      readonly pageFiles: ReadonlyMap<string, PageFileState>;
    })
  | OnPage<'refused'>
  | (OnPage<'submitted'> & { readonly outcome: Taken })
  | { readonly phase: 'confirmed' };

type Taken = Exclude<AttachOutcome, 'refused'>;

interface OnPage<Phase extends string> {
  readonly phase: Phase;
  readonly files: readonly ProvenFile[];
  readonly fields?: FieldStates;
}

/** Something that the person did to a file, and that `Undo` takes back. */
export type Undoable =
  | { readonly kind: 'remove'; readonly id: string }
  /** The files that were on the page before the last choice were left out. */
  | { readonly kind: 'only new'; readonly ids: readonly string[] }
  /** All files were let go. */
  | {
      readonly kind: 'cancel';
      readonly files: readonly SessionFile[];
      readonly saved: readonly ProvenFile[];
      readonly when: ChosenWhen;
      /** What could be taken back before. */
      readonly undo: readonly Undoable[];
    }
  | { readonly kind: 'cut by year'; readonly id: string }
  | { readonly kind: 'school year'; readonly id: string; readonly before: SchoolYear | undefined }
  | { readonly kind: 'parts'; readonly set: string }
  | { readonly kind: 'which part'; readonly id: string };

export type Trouble =
  | 'zip not made'
  /** The files for each school year could not be made. */
  | 'not cut'
  | 'file gone'
  /** It was edited since it was checked, and is checked again. */
  | 'file changed'
  | NotRecorded
  | 'page keeps files'
  /** The page no longer has the files that it was given. */
  | 'page let go'
  /** The extension was updated under the page. */
  | 'updated'
  /** The click on the page's button came before the page was done loading. */
  | 'not ready yet'
  /** Not fixed, and on the page: the person wanted it so. */
  | 'sent anyway';

/** A download that the person asked for and that still waits for what is made. */
export interface Save {
  readonly ticket: number;
  /** Absent: every file that changes. */
  readonly id?: string;
}

export interface SessionState {
  readonly hasPage: boolean;
  readonly page: PageReport;
  readonly files: readonly SessionFile[];
  readonly stage: Stage;
  readonly saves: readonly Save[];
  /** What was saved, to be chosen by hand on a page that takes no files from a script. */
  readonly saved: readonly ProvenFile[];
  /** What an upload widget took before. It keeps them, so the description names them too. */
  readonly taken: readonly Described[];
  /** Ids of the files that the page's input held before the last choice. */
  readonly joined: readonly string[];
  readonly undo: readonly Undoable[];
  readonly pointing:
    | { readonly is: 'over' }
    | { readonly is: 'under way'; readonly control: ControlName }
    | {
        readonly is: 'answered';
        readonly control: ControlName;
        readonly outcome: PointOutcome;
      };
  readonly trouble?: Trouble | undefined;
  /** Number of the last choice that was heard of. */
  readonly lastChoice: number;
  readonly nextTicket: number;
}

export type SessionEvent =
  | { readonly type: 'heard'; readonly message: FromPage }
  // The person, in the panel.
  | { readonly type: 'attach' }
  | { readonly type: 'remove'; readonly id: string }
  | { readonly type: 'choose school year'; readonly id: string; readonly year: SchoolYear }
  | {
      readonly type: 'choose packing';
      readonly id: string;
      readonly packing: 'zip' | 'text parts';
    }
  | { readonly type: 'choose repair'; readonly id: string; readonly wantsRepair: boolean }
  | { readonly type: 'say parts'; readonly set: string }
  | { readonly type: 'say which part'; readonly id: string; readonly answer: PartAnswer }
  | {
      readonly type: 'choose part words';
      readonly set: string;
      readonly words: 'part' | 'school';
    }
  | { readonly type: 'cut by year'; readonly id: string }
  | { readonly type: 'undo' }
  | { readonly type: 'cancel' }
  /** Nobody will take the last `cancel` back. */
  | { readonly type: 'forget cancelled' }
  | { readonly type: 'send only new' }
  /** Without an id: every file that changes on the way. */
  | { readonly type: 'save'; readonly ticket: number; readonly id?: string }
  | { readonly type: 'fill description' }
  | { readonly type: 'retry' }
  | { readonly type: 'send anyway' }
  | { readonly type: 'go to another upload' }
  | { readonly type: 'leave outcome' }
  | { readonly type: 'go to control'; readonly control: ControlName }
  | { readonly type: 'point at'; readonly control: ControlName }
  | { readonly type: 'stop pointing' }
  // The work that was asked for.
  | { readonly type: 'check progress'; readonly id: string; readonly done: number }
  | {
      readonly type: 'checked';
      readonly id: string;
      readonly inspection: Inspection;
      readonly recalled: Recollection;
    }
  /** Without a result: the work failed. */
  | { readonly type: 'taken out'; readonly id: string; readonly result?: TakeOutResult }
  | { readonly type: 'was cut by year'; readonly id: string; readonly outcome: CutOutcome }
  | { readonly type: 'making'; readonly id: string; readonly making: Making }
  /** All copies are what was checked, or these files are not. */
  | {
      readonly type: 'copied';
      readonly ticket: number;
      readonly files: readonly ProvenFile[];
      readonly changed: readonly string[];
    }
  | { readonly type: 'saved'; readonly file: ProvenFile }
  /** `changed`: id of a file that is not what was checked. */
  | {
      readonly type: 'save over';
      readonly ticket: number;
      readonly trouble?: Trouble;
      readonly changed?: string;
    };

/** `changed`: the file on disk is not what was checked. */
export type CutOutcome =
  | ({ readonly kind: 'cut' } & CutByYear)
  | { readonly kind: 'changed' }
  | { readonly kind: 'failed' };

export type SessionCommand =
  | { readonly do: 'say'; readonly message: FromPanel }
  | { readonly do: 'check'; readonly id: string; readonly file: File }
  | { readonly do: 'take out'; readonly id: string; readonly zip: File }
  | { readonly do: 'cut by year'; readonly id: string; readonly job: CutByYearJob }
  | { readonly do: 'make'; readonly id: string; readonly file: SessionFile; readonly order: Order }
  /** Whatever is under way for this file is of no use any more. */
  | { readonly do: 'stop'; readonly id: string; readonly what: 'all' | 'making' }
  | { readonly do: 'copy'; readonly ticket: number; readonly files: readonly PreparedFile[] }
  | { readonly do: 'save'; readonly ticket: number; readonly files: readonly PreparedFile[] }
  /** Nothing was or will be saved for this ticket. */
  | { readonly do: 'save nothing'; readonly ticket: number };

export interface SessionStep {
  readonly state: SessionState;
  readonly commands: readonly SessionCommand[];
}

export function newSession(hasPage: boolean): SessionState {
  return {
    hasPage,
    page: { state: 'off', missing: [], controls: [], signs: [] },
    files: [],
    stage: { phase: 'waiting' },
    saves: [],
    saved: [],
    taken: [],
    joined: [],
    undo: [],
    pointing: { is: 'over' },
    lastChoice: 0,
    nextTicket: 1,
  };
}
