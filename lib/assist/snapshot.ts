import type { FileType } from '../calpads/file-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import type { FilePlan } from '../fixes/plan.ts';
import type { PointOutcome } from '../messaging/page-port.ts';
import type { Finding } from '../rules/rule.ts';
import type { ControlName, FieldState, PageReport } from '../upload-page/page-state.ts';
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
    | { readonly work: 'check' | 'rewrite' | 'zip'; readonly done: number }
    | undefined;
  readonly plan?: FilePlan;
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

/** All the panel needs to draw itself. */
export interface AssistSnapshot {
  readonly page: PageReport;
  readonly phase: Phase;
  readonly rows: readonly FileRow[];
  /** How many files can go, and whether any of them changes on the way. */
  readonly canGo: number;
  readonly needsFix: boolean;
  readonly held: number;
  /** What the description will be or is, for the person to read or copy. */
  readonly description: string;
  readonly fields?: { readonly purpose: FieldState; readonly description: FieldState };
  /** The control that the person is pointing at on the page, and what came of it the last time. */
  readonly pointing?: ControlName;
  readonly pointed?: { readonly control: ControlName; readonly outcome: PointOutcome };
  /** What `Undo` would take back. */
  readonly undo?: 'remove' | 'school year' | 'attach';
  /** The last thing that went wrong in the assistant itself. */
  readonly trouble?:
    | 'zip not made'
    | 'file gone'
    | 'not recorded'
    | 'private window'
    | 'page keeps files';
}
