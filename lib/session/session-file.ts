import { formatLabel } from '../calpads/file-label.ts';
import type { FileType } from '../calpads/file-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import type { MadeFile } from '../fixes/copy-source.ts';
import type { CutByYearJob } from '../fixes/cut-by-year.ts';
import type { GoingPlan, Step } from '../fixes/plan.ts';
import type { Rewrite } from '../fixes/rewrite.ts';
import type { InSubmission, PartNumber, ToSubmit } from '../fixes/submissions.ts';
import type { YearAccount } from '../fixes/year-account.ts';
import type { FileFacts } from '../inspection/file-facts.ts';
import type { Inspection } from '../inspection/inspection.ts';
import type { AttachedFile } from '../ledger/attached-file.ts';
import type { Recollection } from '../messaging/ledger-messages.ts';
import type { Payload } from '../messaging/messages.ts';
import type { CopySource } from '../messaging/page-port.ts';
import type { Source } from '../reading/source.ts';
import { checkedSource } from '../reading/source.ts';
import type { InspectedFile } from '../rules/checked-file.ts';
import { onlyType } from '../rules/checked-file.ts';
import type { PartAnswer } from '../rules/label-part.ts';
import { remembered } from '../rules/remembered.ts';
import { mostFirst } from '../rules/rule.ts';
import { countsFor } from '../rules/year-counts.ts';
import type { Making } from './making.ts';
import type { Order, PreparedPart } from './preparation.ts';

/** A chosen file, and all that is known about it so far. */
export interface SessionFile {
  readonly id: string;
  readonly file: File;
  /** The name of the chosen zip that it came from, then its folders there, separated by `/`. */
  readonly fromZip?: string;
  /** Name of the file with several school years that it was made from. */
  readonly cutFrom?: string;
  /** It was cut by school year. The new files take its place until the person undoes that. */
  readonly account?: YearAccount | undefined;
  readonly check: Check;
  /** The person's answer to "Which school year is this file for?" */
  readonly chosenYear?: SchoolYear | undefined;
  readonly wantsTextParts: boolean;
  readonly wantsRepair: boolean;
  /** The set of parts that the person said it belongs to. */
  readonly saysParts?: string | undefined;
  /** The person's answer to "Is this the whole file?" */
  readonly saysPart?: PartAnswer | undefined;
  /** The description names its school in place of its part. */
  readonly namesSchool?: boolean | undefined;
  /** The copy that is made for the page. Absent if the file can go as it is, or cannot go. */
  readonly making?: Making | undefined;
  readonly isRemoved: boolean;
  /** The page has confirmed it, or these parts of it. */
  readonly isSent: boolean;
  readonly partsSent: readonly number[];
}

export type Check =
  /** It waits for a worker, or a worker reads it. `done` is a share from 0 to 1. */
  | { readonly stage: 'checking'; readonly done?: number }
  /** It is a zip, and the files in it take its place. */
  | { readonly stage: 'taking out'; readonly inspection: Inspection }
  | Checked<'checked'>
  /** A worker makes one file per school year from it. */
  | (Checked<'cutting'> & { readonly account: YearAccount; readonly done?: number });

interface Checked<Stage extends string> {
  readonly stage: Stage;
  readonly inspection: Inspection;
  readonly recalled: Recollection;
}

/** A checked file that can go, and what must be done first. */
export interface PlannedFile extends ToSubmit {
  readonly file: SessionFile;
  readonly plan: GoingPlan;
}

/** A planned file or one part of it, with its bytes ready for the page. */
export type PreparedFile = InSubmission<PlannedFile>;

/** A prepared file. Its copy was proven to be what was checked. */
export type ProvenFile = PreparedFile & {
  readonly copy: string;
  readonly record: AttachedFile;
};

export function newFile(id: string, file: File): SessionFile {
  return {
    id,
    file,
    check: { stage: 'checking' },
    wantsTextParts: false,
    wantsRepair: false,
    isRemoved: false,
    isSent: false,
    partsSent: [],
  };
}

/** What the rules judge. Undefined until the file is inspected. */
export function inspectedFile(file: SessionFile): InspectedFile | undefined {
  const { id, check, chosenYear, wantsTextParts, wantsRepair, fromZip, cutFrom } = file;
  const { saysParts, saysPart, namesSchool } = file;
  if (check.stage !== 'checked') return undefined;
  return {
    id,
    name: file.file.name,
    inspection: check.inspection,
    zippedBytes: file.making?.zippedBytes,
    ...{ chosenYear, wantsTextParts, wantsRepair, fromZip, cutFrom },
    ...{ saysParts, saysPart, namesSchool },
    ...check.recalled,
  };
}

export function plannedFile(file: SessionFile, plan: GoingPlan): PlannedFile {
  const { label, part: labelPart } = plan;
  return { file, plan, label, labelPart, partsLeft: partsLeft(file, plan) };
}

/** The file has another name, or is there already. */
const NOTHING_TO_MAKE: readonly Step[] = ['rename', 'take out', 'cut by year'];

export function isToMake({ steps }: GoingPlan): boolean {
  return steps.some((step) => !NOTHING_TO_MAKE.includes(step));
}

export function orderOf({ file, plan }: PlannedFile): Order {
  return orderOnce(plan, file.check);
}

const orderOnce = remembered((plan: GoingPlan, check: Check): Order => {
  const begun = begunSplit({ check }, plan);
  return {
    rewrite: rewriteOf({ check }, plan),
    packing: packingOf(plan),
    entryName: `${formatLabel(plan.label)}.txt`,
    begun: begun && { of: begun.of, done: begun.done },
  };
});

/** Whether both make the same bytes. */
export function isSameOrder(a: Order, b: Order): boolean {
  const core = ({ rewrite, packing, entryName }: Order) =>
    JSON.stringify([rewrite, packing, entryName]);
  return a === b || core(a) === core(b);
}

/**
 * The person can choose the packing if the file needs one, no part was sent yet, and it is not one of
 * several files for one label.
 */
export function packingChoice(
  file: SessionFile,
  plan: GoingPlan,
): 'zip' | 'text parts' | undefined {
  const packing = packingOf(plan);
  const isBegun = file.partsSent.length > 0 || begunSplit(file, plan) !== undefined;
  return packing === 'as it is' || isBegun || plan.part ? undefined : packing;
}

function packingOf({ steps }: GoingPlan): Order['packing'] {
  if (steps.includes('text parts')) return 'text parts';
  return steps.includes('zip') || steps.includes('zip parts') ? 'zip' : 'as it is';
}

const REWRITING: readonly Step[] = ['convert', 'drop', 'repair'];

function rewriteOf(
  { check }: Pick<SessionFile, 'check'>,
  { steps }: GoingPlan,
): Rewrite | undefined {
  if (check.stage !== 'checked' || check.inspection.kind !== 'text') return undefined;
  if (!REWRITING.some((step) => steps.includes(step))) return undefined;
  const { encoding, surplusLines, markLines } = check.inspection.facts;
  return {
    encoding,
    ...(steps.includes('drop') && { drop: { lines: surplusLines, marks: markLines } }),
    ...(steps.includes('repair') && { repair: true }),
  };
}

/** The parts that the ledger remembers: same content, same label, same packing. */
function begunSplit({ check }: Pick<SessionFile, 'check'>, plan: GoingPlan): Recollection['begun'] {
  const begun = check.stage === 'checked' ? check.recalled.begun : undefined;
  const isSame =
    begun?.fileType === plan.label.fileType &&
    begun.schoolYear === plan.label.schoolYear &&
    begun.packing === packingOf(plan);
  return isSame ? begun : undefined;
}

function partsLeft(file: SessionFile, plan: GoingPlan): ToSubmit['partsLeft'] {
  const { steps, part } = plan;
  if (part) return part.isSent ? [] : undefined;
  if (!steps.includes('zip parts') && !steps.includes('text parts') && !begunSplit(file, plan)) {
    return undefined;
  }
  if (!file.making?.parts) return 'not known yet';
  return file.making.parts.filter(({ number }) => !isPartSent(file, plan, number));
}

export function isPartSent(file: SessionFile, plan: GoingPlan, number: number): boolean {
  const before = begunSplit(file, plan)?.done ?? [];
  return before.includes(number) || file.partsSent.includes(number);
}

/** Whether its bytes are ready for the page. */
export function isReady({ file, plan, part }: PreparedFile): boolean {
  if (!isToMake(plan)) return true;
  if (file.making?.stage !== 'settled') return false;
  return part === undefined || partOf(file, part.number)?.made !== undefined;
}

function partOf({ making }: SessionFile, number: number): PreparedPart | undefined {
  return making?.parts?.find((part) => part.number === number);
}

/** The copy that was made for it. Undefined if the file goes with its bytes unchanged. */
export function madeFor({ file, plan, part }: PreparedFile): MadeFile | undefined {
  if (part) return partOf(file, part.number)?.made;
  return isToMake(plan) ? file.making?.whole : undefined;
}

/** What the workers copy. They change only texts. A zip goes as it is, or its files are taken out. */
export function checkedSourceOf({ file, check }: SessionFile): Source {
  if (check.stage !== 'checked' || check.inspection.kind !== 'text') {
    throw new Error('Only a text that was checked is changed.');
  }
  const { facts, blockHashes } = check.inspection;
  return checkedSource(file, { bytes: facts.bytes, blockHashes });
}

/** What a worker needs to make one file per school year. */
export function cutByYearJobOf(
  file: SessionFile,
  fileType: FileType,
  { files }: YearAccount,
): CutByYearJob {
  const { inspection } = file.check.stage === 'checked' ? file.check : {};
  const records = inspection && recordsIn(inspection);
  if (!inspection || !records) throw new Error('Only checked records are cut.');
  const { bytes, encoding } = records;
  const source =
    inspection.kind === 'archive'
      ? ({ kind: 'zip', zip: file.file, contentHash: inspection.facts.contentHash } as const)
      : ({ kind: 'text', source: checkedSourceOf(file) } as const);
  return { source, bytes, encoding, fileType, years: files.map(([year]) => year) };
}

/** Where the bytes for the page come from. */
export function copySourceOf(prepared: PreparedFile): CopySource {
  const { file } = prepared;
  const made = madeFor(prepared);
  if (made) return { kind: 'made', blob: made.blob };
  // The page's side has no file of its own that was taken out of a zip, or made from another file.
  if ((file.fromZip ?? file.cutFrom) !== undefined)
    return { kind: 'made', blob: file.file.slice() };
  return { kind: 'chosen', id: file.id };
}

/** For the ledger. */
export function attachedFile(
  { file, plan, part }: PreparedFile,
  copy: { readonly bytes: number; readonly sha256: string },
): AttachedFile {
  const inspection = file.check.stage === 'checked' ? file.check.inspection : undefined;
  const facts = inspection?.kind === 'unreadable' ? undefined : inspection?.facts;
  const records = inspection && recordsIn(inspection);
  const reportingLea = records && leaOf(records);
  const { students, schools } = records ? countsFor(records, plan.label.schoolYear) : {};
  const rowsOfPart = part && partOf(file, part.number)?.rows;
  return {
    fileType: plan.label.fileType,
    schoolYear: plan.label.schoolYear,
    ...(reportingLea && { reportingLea }),
    name: plan.name,
    ...partInLedger(plan.part, part),
    rows: rowsOfPart ?? records?.rows ?? 0,
    ...(students !== undefined && { students }),
    ...(schools && { schools }),
    sourceBytes: facts?.bytes ?? 0,
    attachedBytes: copy.bytes,
    contentHash: facts?.contentHash ?? '',
    attachedSha256: copy.sha256,
  };
}

function partInLedger(
  labelPart: GoingPlan['part'],
  splitPart: PartNumber | undefined,
): Pick<AttachedFile, 'part'> {
  if (labelPart) {
    const { number, of, set } = labelPart;
    return { part: { number, of, set } };
  }
  return splitPart ? { part: { number: splitPart.number, of: splitPart.of } } : {};
}

/** The content hash that was checked. */
export function checkedHash({ check }: SessionFile): string | undefined {
  if (check.stage !== 'checked' || check.inspection.kind === 'unreadable') return undefined;
  return check.inspection.facts.contentHash;
}

function recordsIn(inspection: Inspection): FileFacts | undefined {
  if (inspection.kind === 'archive') return inspection.archive.entries[0]?.facts;
  return inspection.kind === 'text' ? inspection.facts : undefined;
}

/** What the ledger is asked about a file. */
export function recallOrder(
  inspection: Exclude<Inspection, { kind: 'unreadable' }>,
): Payload<'recall file'> {
  const records = recordsIn(inspection);
  const reportingLea = records && leaOf(records);
  const fileType = records && onlyType(records);
  return { contentHash: inspection.facts.contentHash, reportingLea, fileType };
}

/** The most frequent one. A district's file may also have a charter's rows. */
function leaOf({ reportingLeas }: FileFacts): string | undefined {
  return mostFirst(reportingLeas)[0]?.[0];
}
