import { formatLabel } from '../calpads/file-label.ts';
import type { FileType } from '../calpads/file-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import type { MadeFile } from '../fixes/copy-source.ts';
import type { CutByYearJob } from '../fixes/cut-by-year.ts';
import type { GoingPlan, Step } from '../fixes/plan.ts';
import type { Rewrite } from '../fixes/rewrite.ts';
import type { InSubmission, ToSubmit } from '../fixes/submissions.ts';
import type { YearAccount } from '../fixes/year-account.ts';
import type { FileFacts } from '../inspection/file-facts.ts';
import type { Inspection } from '../inspection/inspection.ts';
import type { AttachedFile } from '../ledger/attached-file.ts';
import type { Recollection } from '../messaging/ledger-messages.ts';
import type { CopySource } from '../messaging/page-port.ts';
import type { Source } from '../reading/source.ts';
import { checkedSource } from '../reading/source.ts';
import type { InspectedFile } from '../rules/checked-file.ts';
import { mostFirst } from '../rules/rule.ts';
import type { Making } from './making.ts';
import type { Order, PreparedPart } from './preparation.ts';

/** A chosen file and all that is known of it so far. */
export interface SessionFile {
  readonly id: string;
  readonly file: File;
  /** Name of the chosen zip that it was taken out of, then its folders there, parted by `/`. */
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
  /** What is made of it for the page. Absent while it can go as it is, or cannot go. */
  readonly making?: Making | undefined;
  readonly isRemoved: boolean;
  /** The page has thanked for it, or for these parts of it. */
  readonly isSent: boolean;
  readonly partsSent: readonly number[];
}

export type Check =
  /** It waits for a worker, or one reads it; in bytes. */
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

/** A checked file that can go, with what has to be done for it. */
export interface PlannedFile extends ToSubmit {
  readonly file: SessionFile;
  readonly plan: GoingPlan;
}

/** A planned file, or one part of it, whose bytes are ready for the page. */
export type PreparedFile = InSubmission<PlannedFile>;

/** A prepared file whose copy was proven to be what was checked. */
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

/** What the rules are to judge, once it was inspected. */
export function inspectedFile(file: SessionFile): InspectedFile | undefined {
  const { id, check, chosenYear, making, fromZip, cutFrom } = file;
  if (check.stage !== 'checked') return undefined;
  const zippedBytes = making?.zippedBytes;
  return {
    id,
    name: file.file.name,
    inspection: check.inspection,
    ...(chosenYear && { chosenYear }),
    ...(zippedBytes && { zippedBytes }),
    ...(file.wantsTextParts && { wantsTextParts: true }),
    ...(file.wantsRepair && { wantsRepair: true }),
    ...(fromZip && { fromZip }),
    ...(cutFrom && { cutFrom }),
    ...check.recalled,
  };
}

export function plannedFile(file: SessionFile, plan: GoingPlan): PlannedFile {
  return { file, plan, label: plan.label, partsLeft: partsLeft(file, plan) };
}

/** The file has another name, or is there already. */
const NOTHING_TO_MAKE: readonly Step[] = ['rename', 'take out', 'cut by year'];

export function isToMake({ steps }: GoingPlan): boolean {
  return steps.some((step) => !NOTHING_TO_MAKE.includes(step));
}

export function orderOf({ file, plan }: PlannedFile): Order {
  const begun = begunSplit(file, plan);
  return {
    rewrite: rewriteOf(file, plan),
    packing: packingOf(plan),
    entryName: `${formatLabel(plan.label)}.txt`,
    begun: begun && { of: begun.of, done: begun.done },
  };
}

/** Whether both come to the same bytes. */
export function isSameOrder(a: Order, b: Order): boolean {
  const core = ({ rewrite, packing, entryName }: Order) =>
    JSON.stringify([rewrite, packing, entryName]);
  return core(a) === core(b);
}

/** Nobody is asked about what needs no packing, nor once parts of one kind were sent. */
export function packingChoice(
  file: SessionFile,
  plan: GoingPlan,
): 'zip' | 'text parts' | undefined {
  const packing = packingOf(plan);
  const isBegun = file.partsSent.length > 0 || begunSplit(file, plan) !== undefined;
  return packing === 'as it is' || isBegun ? undefined : packing;
}

function packingOf({ steps }: GoingPlan): Order['packing'] {
  if (steps.includes('text parts')) return 'text parts';
  return steps.includes('zip') || steps.includes('zip parts') ? 'zip' : 'as it is';
}

const REWRITING: readonly Step[] = ['convert', 'drop', 'repair'];

function rewriteOf({ check }: SessionFile, { steps }: GoingPlan): Rewrite | undefined {
  if (check.stage !== 'checked' || check.inspection.kind !== 'text') return undefined;
  if (!REWRITING.some((step) => steps.includes(step))) return undefined;
  const { encoding, surplusLines, markLines } = check.inspection.facts;
  return {
    encoding,
    ...(steps.includes('drop') && { drop: { lines: surplusLines, marks: markLines } }),
    ...(steps.includes('repair') && { repair: true }),
  };
}

/** What the ledger remembers of parts of the same content, sent as the same file in the same way. */
function begunSplit({ check }: SessionFile, plan: GoingPlan): Recollection['begun'] {
  const begun = check.stage === 'checked' ? check.recalled.begun : undefined;
  const isSame =
    begun?.fileType === plan.label.fileType &&
    begun.schoolYear === plan.label.schoolYear &&
    begun.packing === packingOf(plan);
  return isSame ? begun : undefined;
}

function partsLeft(file: SessionFile, plan: GoingPlan): ToSubmit['partsLeft'] {
  const { steps } = plan;
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

/** Whether the page can get it as it is now. */
export function isReady({ file, plan, part }: PreparedFile): boolean {
  if (!isToMake(plan)) return true;
  if (file.making?.stage !== 'settled') return false;
  return part === undefined || partOf(file, part.number)?.made !== undefined;
}

function partOf({ making }: SessionFile, number: number): PreparedPart | undefined {
  return making?.parts?.find((part) => part.number === number);
}

/** What was made for it; nothing where the file goes as it is, or under another name. */
export function madeFor({ file, plan, part }: PreparedFile): MadeFile | undefined {
  if (part) return partOf(file, part.number)?.made;
  return isToMake(plan) ? file.making?.whole : undefined;
}

/** What the workers make copies of. Only texts are changed; zips go as they are, or are taken out. */
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
  const reportingLea = inspection && reportingLeaOf(inspection);
  const rowsOfPart = part && partOf(file, part.number)?.rows;
  return {
    fileType: plan.label.fileType,
    schoolYear: plan.label.schoolYear,
    ...(reportingLea && { reportingLea }),
    name: plan.name,
    ...(part && { part: { number: part.number, of: part.of } }),
    rows: rowsOfPart ?? (inspection && recordsIn(inspection)?.rows) ?? 0,
    sourceBytes: facts?.bytes ?? 0,
    attachedBytes: copy.bytes,
    contentHash: facts?.contentHash ?? '',
    attachedSha256: copy.sha256,
  };
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

/** The most frequent one: a district's file may hold a charter's rows too. */
export function reportingLeaOf(inspection: Inspection): string | undefined {
  const records = recordsIn(inspection);
  return records && mostFirst(records.reportingLeas)[0]?.[0];
}
