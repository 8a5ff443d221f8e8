import type { FileType } from '../calpads/file-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import type { FilePlan } from '../fixes/plan.ts';
import { previewOf } from '../fixes/preview.ts';
import type { PartNumber } from '../fixes/submissions.ts';
import type { YearAccount } from '../fixes/year-account.ts';
import type { FileFacts } from '../inspection/file-facts.ts';
import type { Finding } from '../rules/rule.ts';
import { yearHistogram } from '../rules/rule.ts';
import { yearsToChoose } from '../rules/years-to-choose.ts';
import type { PageFileState } from '../upload-page/page-state.ts';
import type { Words } from '../words/words.ts';
import { offerOf } from './by-year.ts';
import type { JudgedFile } from './judge.ts';
import type { PreparationProgress } from './preparation.ts';
import type { SessionFile } from './session-file.ts';
import { isPartSent, packingChoice } from './session-file.ts';

/** One chosen file as the panel shows it. */
export interface FileRow {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** The work in progress on it. */
  readonly progress?:
    | {
        readonly work: 'check' | 'by_year' | PreparationProgress['work'];
        /** A share from 0 to 1. This and the next are absent while they are not known. */
        readonly done?: number;
        readonly secondsLeft?: number;
      }
    | undefined;
  readonly plan?: FilePlan;
  /**
   * `now`: it or one of its parts is in the current or the next submission. `later`: in one after
   * that. `sent`: the page has confirmed it.
   */
  readonly place: 'now' | 'later' | 'sent';
  /** Its parts, if it goes in parts and their number is known. */
  readonly parts?: readonly PartRow[];
  /** How a file that is too large goes, if the person can still choose. */
  readonly packing?: 'zip' | 'text parts';
  /** The optional repair of line ends and of a byte order mark, and whether the person wants it. */
  readonly repair?: 'offered' | 'wanted';
  /** What becomes of each line, if the file can be cut by school year. */
  readonly yearOffer?: YearAccount;
  /** How the description tells it from the other files of its label, if schools do. */
  readonly partWords?: {
    readonly set: string;
    readonly school: string;
    readonly now: 'part' | 'school';
  };
  /** What the page itself says about it. */
  readonly onPage?: PageFileState;
  /** What the plan's steps change, before → after. */
  readonly changes: readonly Words[];
  readonly findings: readonly Finding[];
  readonly rows?: number;
  /** The facts of its records: its own, or those of the one text in a zip. */
  readonly records?: FileFacts;
  /** The content hash of the chosen file. */
  readonly contentHash?: string;
  readonly fileType?: FileType;
  /** School years of its records, oldest first, with the records of each. */
  readonly schoolYears: readonly (readonly [SchoolYear, number])[];
  /** The school years to choose from, newest first. Empty if nothing in the file gives one. */
  readonly yearsToChoose: readonly SchoolYear[];
  /** The size in bytes as attached, if it is not `bytes`. */
  readonly preparedBytes?: number;
  /** The SHA-256 of the copy as attached, once one is made. */
  readonly preparedSha256?: string;
}

/** One part of a file that goes in parts, one per submission. */
export interface PartRow extends PartNumber {
  readonly rows: number;
  /** As attached. Absent until it is made, and for parts that were sent before. */
  readonly bytes?: number;
  /** The SHA-256 of the part, as long as `bytes` is known. */
  readonly sha256?: string;
  readonly isSent: boolean;
}

export function fileRow(
  judged: JudgedFile,
  place: FileRow['place'],
  onPage: PageFileState | undefined,
): FileRow {
  const { file: chosen, result, plan } = judged;
  const { id, file, making } = chosen;
  const records = result?.file.records;
  const fileType = result?.file.provenType;
  const parts = plan?.kind === 'can go' ? partRows(chosen, plan) : undefined;
  const progress = progressOf(chosen);
  const packing = plan?.kind === 'can go' ? packingChoice(chosen, plan) : undefined;
  const repair = repairOf(chosen, plan);
  const partWords = partWordsOf(plan);
  const contentHash = result?.file.facts?.contentHash;
  const preparedSha256 = making?.whole?.sha256;
  const yearOffer = offerOf(judged);
  const preparedBytes = making?.whole?.blob.size;
  const before = {
    bytes: file.size,
    facts: records,
    zippedBytes: making?.zippedBytes,
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
    yearsToChoose: result ? yearsToChoose(result.file) : [],
    ...(progress && { progress }),
    ...(plan && { plan }),
    ...(parts && { parts }),
    ...(packing && { packing }),
    ...(repair && { repair }),
    ...(partWords && { partWords }),
    ...(yearOffer && { yearOffer }),
    ...(onPage && { onPage }),
    ...(records && { rows: records.rows, records }),
    ...(contentHash && { contentHash }),
    ...(fileType && { fileType }),
    ...(preparedSha256 && { preparedSha256 }),
    ...(preparedBytes !== undefined && preparedBytes !== file.size && { preparedBytes }),
  };
}

function repairOf(file: SessionFile, plan: FilePlan | undefined): FileRow['repair'] {
  if (plan?.kind !== 'can go' || !plan.canRepair || file.partsSent.length > 0) return undefined;
  return file.wantsRepair ? 'wanted' : 'offered';
}

function partWordsOf(plan: FilePlan | undefined): FileRow['partWords'] {
  if (plan?.kind !== 'can go' || !plan.part) return undefined;
  const { set, school, namesSchool, isSent } = plan.part;
  if (school === undefined || isSent) return undefined;
  return { set, school, now: namesSchool ? 'school' : 'part' };
}

function partRows(
  file: SessionFile,
  plan: Extract<FilePlan, { kind: 'can go' }>,
): readonly PartRow[] | undefined {
  return file.making?.parts?.map(({ number, of, rows, made }) => ({
    number,
    of,
    rows,
    ...(made && { bytes: made.blob.size, sha256: made.sha256 }),
    isSent: isPartSent(file, plan, number),
  }));
}

function progressOf({ check, making }: SessionFile): FileRow['progress'] {
  if (check.stage === 'checking' && check.done !== undefined) {
    return { work: 'check', done: check.done };
  }
  if (check.stage === 'cutting') {
    return { work: 'by_year', ...(check.done !== undefined && { done: check.done }) };
  }
  if (!making?.progress) return undefined;
  const { work, done, elapsed } = making.progress;
  if (done === undefined) return { work };
  const secondsLeft = secondsLeftOf(done, elapsed);
  return { work, done, ...(secondsLeft !== undefined && { secondsLeft }) };
}

/** Earlier, the time left is only a guess. */
const SURE_AFTER_MS = 1000;

function secondsLeftOf(done: number, elapsed: number): number | undefined {
  if (elapsed < SURE_AFTER_MS || done <= 0) return undefined;
  return Math.ceil((elapsed * (1 - done)) / done / 1000);
}
