import { formatLabel } from '../calpads/file-label.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import type { FilePlan, GoingPlan } from '../fixes/plan.ts';
import { previewOf } from '../fixes/preview.ts';
import type { Rewrite } from '../fixes/rewrite.ts';
import type { PartNumber, Sendable, Shipment } from '../fixes/submissions.ts';
import type { FileFacts } from '../inspection/file-facts.ts';
import type { Inspection } from '../inspection/inspection.ts';
import type { SentFile } from '../ledger/sent-file.ts';
import type { Recollection } from '../messaging/from-background.ts';
import type { PreparedFile } from '../messaging/page-port.ts';
import type { Source } from '../reading/source.ts';
import { checkedSource } from '../reading/source.ts';
import type { CheckResult } from '../rules/check-files.ts';
import type { ChosenFile } from '../rules/checked-file.ts';
import { mostFirst, yearHistogram } from '../rules/rule.ts';
import type { Order, Preparation } from './preparation.ts';
import type { FileRow, PartRow } from './snapshot.ts';

/** One chosen file and all that has become of it. */
export interface Entry {
  readonly id: string;
  readonly file: File;
  /** The chosen zip that it was taken out of; the page's side has no such file of its own. */
  readonly fromZip?: string;
  inspection?: Inspection;
  recalled?: Recollection;
  chosenYear?: SchoolYear | undefined;
  wantsTextParts: boolean;
  isRemoved: boolean;
  preparation?: Preparation | undefined;
  /** The page has confirmed it, or these parts of it. */
  isSent: boolean;
  readonly partsSent: Set<number>;
  /** Of the inspection, in bytes. */
  checkedBytes?: number | undefined;
  /** Stops the inspection. */
  stop: AbortController;
}

export interface Going {
  readonly entry: Entry;
  readonly plan: GoingPlan;
}

/** A file, or a part of one, on its way to the page. */
export type Sending = Going & Pick<Shipment, 'label' | 'part'>;

export function newEntry(id: string, file: File, fromZip?: string): Entry {
  return {
    id,
    file,
    ...(fromZip !== undefined && { fromZip }),
    wantsTextParts: false,
    isRemoved: false,
    isSent: false,
    partsSent: new Set(),
    stop: new AbortController(),
  };
}

/** What the rules are to judge, once it was inspected. */
export function chosenFile(entry: Entry): ChosenFile | undefined {
  const { id, file, inspection, chosenYear, preparation, recalled, fromZip } = entry;
  if (!inspection) return undefined;
  const zippedBytes = preparation?.zippedBytes;
  return {
    id,
    name: file.name,
    inspection,
    ...(chosenYear && { chosenYear }),
    ...(zippedBytes && { zippedBytes }),
    ...(entry.wantsTextParts && { wantsTextParts: true }),
    ...(fromZip && { fromZip }),
    ...recalled,
  };
}

export function isToMake({ steps }: GoingPlan): boolean {
  return steps.some((step) => step !== 'rename' && step !== 'take out');
}

/** What the workers make copies of. Only texts are changed; zips go as they are or are taken out. */
export function sourceOf({ file, inspection }: Entry): Source {
  if (inspection?.kind !== 'text') throw new Error('Only a text that was checked is changed.');
  const { facts, blockHashes } = inspection;
  return checkedSource(file, { bytes: facts.bytes, blockHashes });
}

export function orderOf(entry: Entry, plan: GoingPlan): Order {
  const packing = packingOf(plan);
  const begun = begunSplit(entry, plan);
  return {
    rewrite: rewriteOf(entry, plan),
    packing,
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

function packingOf({ steps }: GoingPlan): Order['packing'] {
  if (steps.includes('text parts')) return 'text parts';
  return steps.includes('zip') || steps.includes('zip parts') ? 'zip' : 'as it is';
}

function rewriteOf({ inspection }: Entry, { steps }: GoingPlan): Rewrite | undefined {
  if (inspection?.kind !== 'text') return undefined;
  if (!steps.includes('convert') && !steps.includes('drop header')) return undefined;
  const { encoding, headerLine } = inspection.facts;
  return steps.includes('drop header') && headerLine ? { encoding, headerLine } : { encoding };
}

/** What the ledger remembers of parts of the same content, sent as the same file in the same way. */
function begunSplit({ recalled }: Entry, plan: GoingPlan): Recollection['begun'] {
  const begun = recalled?.begun;
  const isSame =
    begun?.fileType === plan.label.fileType &&
    begun.schoolYear === plan.label.schoolYear &&
    begun.packing === packingOf(plan);
  return isSame ? begun : undefined;
}

/** Of a file that goes in parts, those that were not sent yet. */
export function partsLeft(entry: Entry, plan: GoingPlan): Sendable['partsLeft'] {
  const { steps } = plan;
  if (!steps.includes('zip parts') && !steps.includes('text parts') && !begunSplit(entry, plan)) {
    return undefined;
  }
  if (!entry.preparation?.parts) return 'not known yet';
  return partRows(entry, plan).filter(({ isSent }) => !isSent);
}

function partRows(entry: Entry, plan: GoingPlan): readonly PartRow[] {
  const before = begunSplit(entry, plan)?.done ?? [];
  return (entry.preparation?.parts ?? []).map(({ number, of, rows, made }) => ({
    number,
    of,
    rows,
    ...(made && { bytes: made.blob.size }),
    isSent: before.includes(number) || entry.partsSent.has(number),
  }));
}

/** What was made of a file, or of one part; nothing when the file goes as it is, or under another name. */
function madeOf(entry: Entry, plan: GoingPlan, part?: PartNumber): Blob | undefined {
  const { preparation } = entry;
  if (part) return preparation?.parts?.find(({ number }) => number === part.number)?.made?.blob;
  return isToMake(plan) ? preparation?.whole?.blob : undefined;
}

/** What the page gets, or what is saved in its stead. */
export function bytesOf({ entry, plan, part }: Sending): Blob {
  return madeOf(entry, plan, part) ?? entry.file;
}

export function preparedFile(entry: Entry, plan: GoingPlan, part?: PartNumber): PreparedFile {
  const { id, fromZip, file } = entry;
  // A plain Blob, not a File: only that is surely copied into the page's process; see page-side.ts.
  const blob = madeOf(entry, plan, part) ?? (fromZip === undefined ? undefined : file.slice());
  return blob ? { kind: 'made', blob, name: plan.name } : { kind: 'original', id, name: plan.name };
}

export function fileRow({
  entry,
  result,
  plan,
  place,
}: {
  readonly entry: Entry;
  readonly result?: CheckResult;
  readonly plan?: FilePlan;
  readonly place: FileRow['place'];
}): FileRow {
  const { id, file, preparation, inspection } = entry;
  const records = result?.file.records;
  const fileType = result?.file.provenType;
  const parts = plan?.kind === 'can go' && preparation?.parts ? partRows(entry, plan) : undefined;
  const progress = progressOf(entry);
  const packing = plan?.kind === 'can go' ? packingChoice(entry, plan) : undefined;
  const preparedBytes = preparation?.whole?.blob.size;
  const before = {
    bytes: file.size,
    facts: records,
    zippedBytes: preparation?.zippedBytes,
    parts: parts?.length,
  };
  return {
    id,
    name: file.name,
    bytes: file.size,
    place,
    findings: result?.findings ?? [],
    changes: plan ? previewOf(plan, before) : [],
    schoolYears: records ? yearHistogram(records) : [],
    ...(progress && inspection?.kind !== 'unreadable' && { progress }),
    ...(plan && { plan }),
    ...(parts && { parts }),
    ...(packing && { packing }),
    ...(records && { rows: records.rows }),
    ...(fileType && { fileType }),
    ...(preparedBytes !== undefined && preparedBytes !== file.size && { preparedBytes }),
  };
}

function progressOf({ file, checkedBytes, preparation }: Entry): FileRow['progress'] {
  if (checkedBytes !== undefined) {
    return { work: 'check', done: file.size > 0 ? checkedBytes / file.size : 1 };
  }
  const progress = preparation?.progress;
  if (!progress) return undefined;
  const { work, done, elapsed } = progress;
  if (done === undefined) return { work };
  const secondsLeft = secondsLeftOf(done, elapsed);
  return { work, done, ...(secondsLeft !== undefined && { secondsLeft }) };
}

/** Before that, what is left is a guess. */
const SURE_AFTER_MS = 1000;

function secondsLeftOf(done: number, elapsed: number): number | undefined {
  if (elapsed < SURE_AFTER_MS || done <= 0) return undefined;
  return Math.ceil((elapsed * (1 - done)) / done / 1000);
}

/** Nobody is asked for what needs no packing, nor once parts of one kind were sent. */
function packingChoice(entry: Entry, plan: GoingPlan): FileRow['packing'] {
  const packing = packingOf(plan);
  if (packing === 'as it is') return undefined;
  const isBegun = entry.partsSent.size > 0 || begunSplit(entry, plan) !== undefined;
  return isBegun ? undefined : packing;
}

/** For the ledger. */
export function sentFile(sending: Sending, attachedSha256: string): SentFile {
  const { entry, plan, part } = sending;
  const { file, inspection, preparation } = entry;
  const facts = inspection?.kind === 'unreadable' ? undefined : inspection?.facts;
  const records = inspection && recordsIn(inspection);
  const reportingLea = inspection && reportingLeaOf(inspection);
  const rowsOfPart = preparation?.parts?.find(({ number }) => number === part?.number)?.rows;
  return {
    fileType: plan.label.fileType,
    schoolYear: plan.label.schoolYear,
    ...(reportingLea && { reportingLea }),
    name: plan.name,
    ...(part && { part: { number: part.number, of: part.of } }),
    rows: rowsOfPart ?? records?.rows ?? 0,
    sourceBytes: file.size,
    attachedBytes: bytesOf(sending).size,
    contentHash: facts?.contentHash ?? '',
    attachedSha256,
  };
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
