import type { FileType } from '../calpads/file-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';

/** One of several true files for one label. Each goes in a submission of its own. */
export interface LabelPart {
  readonly number: number;
  readonly of: number;
  /** The same for all parts of one set, see part-numbers.ts. */
  readonly set: string;
  /** The page thanked for it in an earlier sitting, and other parts of its set are still to go. */
  readonly isSent: boolean;
  /** How many parts of its set are neither in the choice nor sent before. */
  readonly missing: number;
  /** The only school in it, if schools tell the parts apart. */
  readonly school?: string;
  /** The person wants the description to name the school in place of the part. */
  readonly namesSchool?: boolean;
}

/** The parts that were sent for one label, as the ledger has them. */
export interface SentSet {
  readonly fileType: FileType;
  readonly schoolYear: SchoolYear;
  readonly set: string;
  readonly of: number;
  readonly sent: readonly { readonly number: number; readonly contentHash: string }[];
}

/** The person's answer about a file that may be one part of several. */
export type PartAnswer = 'whole' | { readonly number: number; readonly of: number };
