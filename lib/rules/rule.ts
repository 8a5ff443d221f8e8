import type { FileLabel, NameReading } from '../calpads/file-label.ts';
import type { FileType } from '../calpads/file-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import type { FileFacts } from '../inspection/file-facts.ts';
import type { ArchiveFacts } from '../inspection/inspection.ts';
import type { Words } from '../words/words.ts';

/** `block`: the file may not reach the page as it is. `warn`, `note`: it may; the person is told. */
export type Level = 'block' | 'warn' | 'note';

/** What one click can do about a finding; the fixes themselves are in lib/fixes. */
export type Fix =
  | 'take out'
  | 'rename'
  | 'zip'
  | 'zip parts'
  | 'text parts'
  | 'choose school year'
  | 'convert'
  | 'drop header';

/** One thing that is wrong with a file, as data; its words are in the locale files. */
export interface Finding {
  readonly ruleId: string;
  readonly level: Level;
  /** Which of a rule's cases it is, e.g. `zero-bytes` of the rule `empty-file`. */
  readonly kind?: string;
  readonly words: Words;
  readonly fix?: Fix;
}

/** What a rule gives back; the level is the rule's own unless the case has another. */
export type Verdict = Omit<Finding, 'ruleId' | 'level'> & { readonly level?: Level };

/** All that rules may look at: one file, and the others chosen with it. */
export interface CheckedFile {
  readonly id: string;
  readonly name: string;
  readonly reading: NameReading;
  /** The chosen file itself, be it text or an archive; absent when it could not be read. */
  readonly facts?: FileFacts;
  readonly unreadable?: 'gone' | 'unreadable';
  readonly archive?: ArchiveFacts;
  /** The records to judge: the file's own, or those of the one text in its archive. */
  readonly records?: FileFacts;
  /** The only file type that the records are of. */
  readonly provenType?: FileType;
  /** What the file will be sent as, when name, content and the person's answer tell. */
  readonly label?: FileLabel;
  /** Size in bytes of the zip made of it, once that is known; an estimate where it is too large. */
  readonly zippedBytes?: number;
  /** The person wants parts that are not zipped, where the file has to be split or zipped. */
  readonly wantsTextParts?: boolean;
  /** The zip that a person chose, and that this file was taken out of. */
  readonly fromZip?: string;
  /** When the very same content was sent before, in milliseconds since 1970, and under which name. */
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
 * What a rule judges. Where something blocks the `file` as a whole (it is empty, a spreadsheet, of
 * another kind), its records mean nothing, and rules about `records` are not asked.
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
export function yearHistogram(records: FileFacts): [SchoolYear, number][] {
  const entries = Object.entries(records.schoolYears) as [SchoolYear, number][];
  return entries.toSorted(([a], [b]) => a.localeCompare(b));
}
