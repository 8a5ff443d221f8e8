/** The rule ids that a finding about one file can have. */
export type FileRuleId =
  | 'wrong-extension'
  | 'name-not-exact'
  | 'school-year-unknown'
  | 'empty-file'
  | 'too-large'
  | 'wrong-container'
  | 'spreadsheet-damage'
  | 'look-alike'
  | 'unknown-records'
  | 'type-mismatch'
  | 'school-year-mismatch'
  | 'several-record-types'
  | 'several-leas'
  | 'field-count'
  | 'truncated-last-record'
  | 'wide-encoding'
  | 'header-row'
  | 'nul-bytes'
  | 'over-long-record';

/** The rule ids of findings about files chosen together. */
export type BatchRuleId = 'same-file-twice' | 'same-content-other-label' | 'same-name-twice';

export type Level = 'block' | 'warn' | 'note';

/** The parameters the corpus asks for, all of them words of metadata and never field values. */
export interface Params {
  /** Of `empty-file` and `look-alike`. */
  readonly kind?: string;
  /** Of `wrong-container`. */
  readonly container?: string;
  /** Of `spreadsheet-damage`. */
  readonly damage?: string;
  /** Of `type-mismatch`: the file type in the name. */
  readonly named?: string;
  /** Of `type-mismatch`: the file type of the records. */
  readonly found?: string;
}

/** A finding that must be raised; parameters that are not listed may have any value. */
export interface ExpectedFinding<Id extends string = FileRuleId> {
  readonly ruleId: Id;
  readonly level: Level;
  readonly params?: Params;
}

/** What is in a good or partly good file, for tests of row counts and year histograms. */
export interface FormFacts {
  /** Records, without blank rows. */
  readonly rows: number;
  /** Rows by school year, e.g. `{ '2022-23': 40 }`. */
  readonly years: Readonly<Record<string, number>>;
}

/** One file as a user would choose it, and exactly the findings it deserves: no others. */
export interface Form {
  /** Unique, kebab-case. */
  readonly id: string;
  /** The file's name as the user has it. */
  readonly name: string;
  /** Makes the content anew on each call; the same bytes every time. */
  readonly bytes: () => Uint8Array<ArrayBuffer>;
  /** Empty for a file that may be uploaded as it is. */
  readonly expected: readonly ExpectedFinding[];
  /** The name a rename must give, where the type and the school year can be known. */
  readonly rightName?: string;
  readonly facts?: FormFacts;
}

/** A finding that stops the upload. */
export function block<Id extends string>(ruleId: Id, params?: Params): ExpectedFinding<Id> {
  return params === undefined ? { ruleId, level: 'block' } : { ruleId, level: 'block', params };
}

/** A finding the user can pass over. */
export function warn<Id extends string>(ruleId: Id, params?: Params): ExpectedFinding<Id> {
  return params === undefined ? { ruleId, level: 'warn' } : { ruleId, level: 'warn', params };
}
