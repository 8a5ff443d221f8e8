import type { FileType } from '../calpads/file-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import type { FilePlan } from '../fixes/plan.ts';
import type { PartNumber } from '../fixes/submissions.ts';
import type { PointOutcome } from '../messaging/page-port.ts';
import type { Finding } from '../rules/rule.ts';
import type {
  ControlName,
  FieldState,
  PageFileState,
  PageReport,
} from '../upload-page/page-state.ts';
import type { Words } from '../words/words.ts';

/**
 * Where the chosen files stand.
 *
 *   waiting ──files held──► checking ──► review ──► preparing ──► handing over ──► attached
 *      ▲                        │  all clean └──────────────────────▲                 │
 *      └────────cancel──────────┴─────────────┘        refused ◄────┘             submitted
 *                                                                                     │
 *                                                                                 confirmed
 */
export type Phase =
  | 'waiting'
  | 'checking'
  | 'review'
  | 'preparing'
  | 'handing over'
  | 'attached'
  | 'refused'
  | 'submitted'
  | 'confirmed';

/** One chosen file as the panel shows it. */
export interface FileRow {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** Share from 0 to 1 of the work under way on it. */
  readonly progress?:
    | {
        readonly work: 'check' | 'rewrite' | 'zip' | 'prove' | 'cut' | 'copy';
        /** Absent, like the next, while nobody can tell. */
        readonly done?: number;
        readonly secondsLeft?: number;
      }
    | undefined;
  readonly plan?: FilePlan;
  /**
   * `now`: it, or a part of it, is in the submission that is next or under way. `later`: in one after
   * that. `sent`: the page has confirmed it.
   */
  readonly place: 'now' | 'later' | 'sent';
  /** Of a file that goes in parts, once it is known how many. */
  readonly parts?: readonly PartRow[];
  /** How a file that is too large goes, where the person can still choose. */
  readonly packing?: 'zip' | 'text parts';
  /** What the page itself says of it. */
  readonly onPage?: PageFileState;
  /** What the plan's steps change, before → after. */
  readonly changes: readonly Words[];
  readonly findings: readonly Finding[];
  readonly rows?: number;
  readonly fileType?: FileType;
  /** School years of its records, oldest first, with the records of each. */
  readonly schoolYears: readonly (readonly [SchoolYear, number])[];
  /** Size in bytes as attached, where that differs from `bytes`. */
  readonly preparedBytes?: number;
}

/** One part of a file that goes in parts, one per submission. */
export interface PartRow extends PartNumber {
  readonly rows: number;
  /** As attached; absent while it is made, and of parts that were sent before. */
  readonly bytes?: number;
  readonly isSent: boolean;
}

/** All the panel needs to draw itself. */
export interface AssistSnapshot {
  readonly page: PageReport;
  readonly phase: Phase;
  readonly rows: readonly FileRow[];
  /** How many files go with the next submission. */
  readonly canGo: number;
  /** Whether any file that can go changes on the way. */
  readonly needsFix: boolean;
  /** The part that goes next, or that stands on the page now. */
  readonly part?: PartNumber;
  /** What is left for later submissions: parts, one each. */
  readonly partsAfter: number;
  readonly held: number;
  /** What the description will be or is, for the person to read or copy. */
  readonly description: string;
  readonly fields?: { readonly purpose: FieldState; readonly description: FieldState };
  /** The control that the person is pointing at on the page, and what came of it the last time. */
  readonly pointing?: ControlName;
  readonly pointed?: { readonly control: ControlName; readonly outcome: PointOutcome };
  /** What `Undo` would take back. */
  readonly undo?: 'remove' | 'school year' | 'attach';
  /** The files were on the page before, past the assistant, and may go back there as they are. */
  readonly isAtSubmit?: boolean;
  /** The last thing that went wrong in the assistant itself. */
  readonly trouble?:
    | 'zip not made'
    | 'file gone'
    | 'not recorded'
    | 'private window'
    | 'page keeps files'
    /** It came back without the files that it was given. */
    | 'page let go'
    /** The extension was updated under the page, and what it held is gone. */
    | 'updated'
    /** The click on the page's button came before the page was done loading. */
    | 'not ready yet'
    /** Not mended, and on the page: the person wanted it so. */
    | 'sent anyway';
}
