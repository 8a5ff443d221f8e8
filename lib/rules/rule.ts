import type { FileLabel, NameReading } from '../calpads/file-label.ts';
import type { FileType } from '../calpads/file-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import type { FileFacts } from '../inspection/file-facts.ts';
import { foreignOf, SURPLUS_KINDS } from '../inspection/foreign-lines.ts';
import type { ArchiveFacts } from '../inspection/inspection.ts';
import type { WordArg, Words } from '../words/words.ts';
import type { PartAnswer, SentSet } from './label-part.ts';

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
  /** The person says that several files are parts of one. */
  | 'say parts'
  /** The person says whether it is the whole file, or which part of it. */
  | 'say which part'
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

/** All that is known about a chosen file, before it is held beside the others. */
export interface ChosenFile {
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
  readonly chosenYear?: SchoolYear | undefined;
  /** The size of its zip in bytes, once it is known. An estimate if the zip is too large. */
  readonly zippedBytes?: number | undefined;
  /** The person wants parts that are not zipped, if the file has to be split or zipped. */
  readonly wantsTextParts?: boolean | undefined;
  /** The person wants the optional repair: CR LF after each line, and no byte order mark. */
  readonly wantsRepair?: boolean | undefined;
  /** The name of the chosen zip that this file came from, then its folders there, separated by `/`. */
  readonly fromZip?: string | undefined;
  /** The name of the file with several school years that this file was made from. */
  readonly cutFrom?: string | undefined;
  /** The school years in the checklist, if it can be read. */
  readonly requiredYears?: readonly SchoolYear[] | undefined;
  /** When the same content was sent before, in milliseconds since 1970, and under which name. */
  readonly sentBefore?: { readonly at: number; readonly name: string } | undefined;
  /** What the checklist knows of this file type, by school year. */
  readonly knownYears?: readonly LedgerYear[] | undefined;
  /** The organization in the checklist that the file counts for. */
  readonly organization?: { readonly name: string; readonly reportingLea: string } | undefined;
  /** What the ledger has of the labels of this organization that went in several files. */
  readonly sentSets?: readonly SentSet[] | undefined;
  /** The set of parts that the person said this file belongs to. */
  readonly saysParts?: string | undefined;
  /** The person's answer to "Is this the whole file?" */
  readonly saysPart?: PartAnswer | undefined;
  /** The person wants the description to name the school in place of the part. */
  readonly namesSchool?: boolean | undefined;
  /** A problem holds it, whatever other files there are for its label. */
  readonly isHeld?: boolean;
}

/** All that a rule may look at: one file, and those of the same choice to compare it with. */
export interface CheckedFile extends ChosenFile {
  readonly peers: Peers;
}

/**
 * The files of a choice that are compared with one of them, in the order of the choice. The lists are
 * empty if the file has no label, or no data.
 */
export interface Peers {
  /** For the same label, itself among them. */
  readonly sameLabel: readonly ChosenFile[];
  /** Of its type, for the school years before and after its own. */
  readonly yearBefore: readonly ChosenFile[];
  readonly yearAfter: readonly ChosenFile[];
  /** With exactly the same bytes, itself among them. */
  readonly sameContent: readonly ChosenFile[];
  /** The number of fields in most files of its type, see stray-layout.ts. */
  readonly usualLayout: number | undefined;
}

/** What is compared between school years. Counts and school codes only. */
export interface YearCounts {
  readonly rows: number;
  /** Different students. Absent if there are no SSIDs, or if nobody counted them. */
  readonly students?: number | undefined;
  /** Schools with more than a few records, see year-counts.ts. Absent if nobody listed them. */
  readonly schools?: readonly string[] | undefined;
}

/** One school year in the checklist. */
export interface LedgerYear extends YearCounts {
  readonly schoolYear: SchoolYear;
  /** Of the file that was sent, if it is known and was one file. */
  readonly contentHash?: string | undefined;
}

/**
 * What a rule looks at. If a problem blocks the `file` itself (it is empty, a spreadsheet, or
 * another kind of file), its records mean nothing, and rules about `records` do not run. Rules about
 * `parts` run last: they look at which files of one label can go.
 */
export type About = 'file' | 'records' | 'name' | 'batch' | 'parts';

export interface Rule {
  readonly id: string;
  readonly about: About;
  readonly level: Level;
  /** The level of its milder or harder cases. The list of rules shows both. */
  readonly alsoLevel?: Level;
  /** What one click can do in its cases. The list of rules shows it. */
  readonly fixes?: readonly Fix[];
  check(file: CheckedFile): Verdict | undefined;
}

/** One click solves the problem that would hold the file back. An optional repair is not meant. */
export function isFixable({ level, fix }: Finding): boolean {
  return level === 'block' && fix !== undefined;
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
