import type { FileLabel, NameReading } from '../calpads/file-label.ts';
import type { FileType } from '../calpads/file-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import type { FileFacts } from '../inspection/file-facts.ts';
import { foreignOf, SURPLUS_KINDS } from '../inspection/foreign-lines.ts';
import type { ArchiveFacts } from '../inspection/inspection.ts';
import type { WordArg, Words } from '../words/words.ts';

/**
 * `block`: the file may not reach the page as it is. `warn` and `note`: it may, and the person is
 * told.
 */
export type Level = 'block' | 'warn' | 'note';

/** What one click can do about a finding. The fixes are in lib/fixes. */
export type Fix =
  | 'take out'
  /** Already done: it was made from a file with several school years. */
  | 'cut by year'
  | 'rename'
  | 'zip'
  | 'zip parts'
  | 'text parts'
  | 'choose school year'
  | 'convert'
  /** Leave out lines that are surely not records, and byte order marks between records. */
  | 'drop'
  /** Write CR LF after each line, and no byte order mark. Only if the person wants it. */
  | 'repair';

/** One problem of a file, as data. Its words are in the locale files. */
export interface Finding {
  readonly ruleId: string;
  readonly level: Level;
  /** Which case of the rule it is, e.g. `zero-bytes` for the rule `empty-file`. */
  readonly kind?: string;
  readonly words: Words;
  readonly fix?: Fix;
}

/** A rule's answer. The level is the rule's own unless the case has another. */
export type Verdict = Omit<Finding, 'ruleId' | 'level'> & { readonly level?: Level };

/** All that a rule may look at: one file and the others chosen with it. */
export interface CheckedFile {
  readonly id: string;
  readonly name: string;
  readonly reading: NameReading;
  /** The chosen file itself, text or archive. Absent if it could not be read. */
  readonly facts?: FileFacts;
  readonly unreadable?: 'gone' | 'unreadable';
  readonly archive?: ArchiveFacts;
  /** The records to check: the file's own, or those in the one text in its archive. */
  readonly records?: FileFacts;
  /** The file type, if all records have the same one. */
  readonly provenType?: FileType;
  /**
   * The label to send the file under, if the name, the content and the person's answer give one.
   */
  readonly label?: FileLabel;
  /** The person's answer to "Which school year is this file for?" */
  readonly chosenYear?: SchoolYear;
  /** The size of its zip in bytes, once it is known. An estimate if the zip is too large. */
  readonly zippedBytes?: number;
  /** The person wants parts that are not zipped, if the file has to be split or zipped. */
  readonly wantsTextParts?: boolean;
  /** The person wants the optional repair: CR LF after each line, and no byte order mark. */
  readonly wantsRepair?: boolean;
  /** The name of the chosen zip that this file came from, then its folders there, parted by `/`. */
  readonly fromZip?: string;
  /** The name of the file with several school years that this file was made from. */
  readonly cutFrom?: string;
  /** The school years in the checklist, if it can be read. */
  readonly requiredYears?: readonly SchoolYear[] | undefined;
  /** When the same content was sent before, in milliseconds since 1970, and under which name. */
  readonly sentBefore?: { readonly at: number; readonly name: string } | undefined;
  /** The organization in the checklist that the file counts for. */
  readonly organization?: { readonly name: string; readonly reportingLea: string } | undefined;
  /** The files chosen together with this one. */
  readonly others: readonly OtherFile[];
}

/** Another file of the same batch. */
export interface OtherFile extends Omit<CheckedFile, 'others'> {
  readonly isEarlier: boolean;
}

/**
 * What a rule looks at. If a problem blocks the `file` itself (it is empty, a spreadsheet, or
 * another kind of file), its records mean nothing, and rules about `records` do not run.
 */
export type About = 'file' | 'records' | 'name' | 'batch';

export interface Rule {
  readonly id: string;
  readonly about: About;
  readonly level: Level;
  check(file: CheckedFile): Verdict | undefined;
}

/** Counts in `facts` as [code, count], most frequent first. */
export function mostFirst<Key extends string>(
  counts: Readonly<Partial<Record<Key, number>>>,
): [Key, number][] {
  const entries = Object.entries(counts) as [Key, number][];
  return entries.toSorted(([, a], [, b]) => b - a);
}

/** School years of the records as [year, records], oldest first. */
export function yearHistogram(records: Pick<FileFacts, 'schoolYears'>): [SchoolYear, number][] {
  const entries = Object.entries(records.schoolYears) as [SchoolYear, number][];
  return entries.toSorted(([a], [b]) => a.localeCompare(b));
}

/** The numbers of the first lines, as a person reads them. */
export function lineNumbers(lines: readonly number[]): WordArg {
  return { list: lines.map(String) };
}

/**
 * Whether a copy can leave out all lines that are surely not records: their numbers are all known,
 * and the text is not in a person's own zip.
 */
export function dropFix(
  { foreignLines, surplusLines }: FileFacts,
  archive: ArchiveFacts | undefined,
): 'drop' | undefined {
  const isComplete = foreignOf(foreignLines, SURPLUS_KINDS).count === surplusLines.length;
  return isComplete && !archive ? 'drop' : undefined;
}
