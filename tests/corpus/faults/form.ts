/** The ids of rules about one file. */
export type FileRuleId =
  | 'wrong-extension'
  | 'name-not-exact'
  | 'school-year-unknown'
  | 'which-part'
  | 'unfinished-download'
  | 'empty-file'
  | 'too-large'
  | 'wrong-container'
  | 'old-cal-pass-report'
  | 'spreadsheet-damage'
  | 'look-alike'
  | 'unknown-records'
  | 'type-mismatch'
  | 'school-year-mismatch'
  | 'school-year-unreadable'
  | 'padded-school-year'
  | 'several-record-types'
  | 'several-leas'
  | 'field-count'
  | 'stray-layout'
  | 'far-from-other-years'
  | 'same-rows-as-other-year'
  | 'school-missing'
  | 'truncated-last-record'
  | 'wide-encoding'
  | 'header-row'
  | 'nul-bytes'
  | 'over-long-record'
  | 'foreign-lines'
  | 'added-lines'
  | 'mark-inside'
  | 'joined-records'
  | 'line-ends'
  | 'leading-mark';

/** The ids of rules about files chosen together. */
export type BatchRuleId =
  | 'same-file-twice'
  | 'same-content-other-label'
  | 'same-name-twice'
  | 'one-of-several';

export type Level = 'block' | 'warn' | 'note';

/** The parameters that the corpus expects. All are metadata, never field values. */
export interface Params {
  /** For `empty-file`, `look-alike`, `foreign-lines` and `line-ends`. */
  readonly kind?: string;
  /** For `wrong-container`. */
  readonly container?: string;
  /** For `spreadsheet-damage`. */
  readonly damage?: string;
  /** For `type-mismatch`: the file type in the name. */
  readonly named?: string;
  /** For `type-mismatch`: the file type of the records. */
  readonly found?: string;
}

/** A required finding. Parameters that are not listed may have any value. */
export interface ExpectedFinding<Id extends string = FileRuleId> {
  readonly ruleId: Id;
  readonly level: Level;
  readonly params?: Params;
}

/** The content of a good or partly good file, for tests of row counts and year histograms. */
export interface FormFacts {
  /** Records, without blank rows. */
  readonly rows: number;
  /** Rows by school year, e.g. `{ '2022-23': 40 }`. */
  readonly years: Readonly<Record<string, number>>;
}

/** One file as a user would choose it, and exactly the findings that it must give: no others. */
export interface Form {
  /** Unique, kebab-case. */
  readonly id: string;
  /** The user's name for the file. */
  readonly name: string;
  /** Makes the content again on each call, always with the same bytes. */
  readonly bytes: () => Uint8Array<ArrayBuffer>;
  /** Empty for a file that may be uploaded as it is. */
  readonly expected: readonly ExpectedFinding[];
  /** The name after a rename, if the type and the school year can be known. */
  readonly rightName?: string;
  readonly facts?: FormFacts;
}

/** A finding that stops the upload. */
export function block<Id extends string>(ruleId: Id, params?: Params): ExpectedFinding<Id> {
  return params === undefined ? { ruleId, level: 'block' } : { ruleId, level: 'block', params };
}

/** A finding that the user can ignore. */
export function warn<Id extends string>(ruleId: Id, params?: Params): ExpectedFinding<Id> {
  return params === undefined ? { ruleId, level: 'warn' } : { ruleId, level: 'warn', params };
}

/** A finding that only tells the user something. */
export function note<Id extends string>(ruleId: Id, params?: Params): ExpectedFinding<Id> {
  return params === undefined ? { ruleId, level: 'note' } : { ruleId, level: 'note', params };
}
