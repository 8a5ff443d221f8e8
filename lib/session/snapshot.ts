import type { PartNumber } from '../fixes/submissions.ts';
import type { YearAccount } from '../fixes/year-account.ts';
import type { PointOutcome } from '../messaging/page-port.ts';
import { remembered, sameLists } from '../rules/remembered.ts';
import type { FieldStates } from '../upload-page/fill.ts';
import type { ControlName, PageFileState, PageReport } from '../upload-page/page-state.ts';
import type { FileRow } from './file-row.ts';
import { fileRow } from './file-row.ts';
import type { Joined } from './joined.ts';
import { joinedOf } from './joined.ts';
import type { JudgedFile } from './judge.ts';
import { descriptionOf, judgedFiles, presentFiles, upcoming } from './judge.ts';
import type { PageHas } from './page-has.ts';
import { pageHas } from './page-has.ts';
import type { PreparedFile } from './session-file.ts';
import { plannedFile } from './session-file.ts';
import type { SessionState, Stage, Trouble, Undoable } from './session-state.ts';
import type { WorkLeft } from './work-left.ts';
import { workLeft } from './work-left.ts';

/** What the panel tells apart of the session's stages. */
export type Phase = Exclude<Stage['phase'], 'saving' | 'copying'>;

/** All the panel needs to draw itself. */
export interface SessionSnapshot {
  readonly page: PageReport;
  readonly phase: Phase;
  readonly rows: readonly FileRow[];
  /** How many files go with the next submission. */
  readonly canGo: number;
  /** Whether any file that can go changes on the way. */
  readonly needsFix: boolean;
  /** The part that goes next, or that stands on the page now. */
  readonly part?: PartNumber;
  /** How many submissions of one part each are left after this one. */
  readonly partsAfter: number;
  /** How many files cannot go. */
  readonly held: number;
  /** How far all checks, or all copies, are. Absent if there is nothing to wait for. */
  readonly work?: WorkLeft;
  /** What the page has, once files are attached. */
  readonly pageHas?: PageHas;
  /** The page had files already when more were chosen. */
  readonly joined?: Joined;
  /** What the description will be or is, for the person to read or copy. */
  readonly description: string;
  readonly fields?: FieldStates;
  /** The control that the person is pointing at on the page, and what came of it the last time. */
  readonly pointing?: ControlName;
  readonly pointed?: { readonly control: ControlName; readonly outcome: PointOutcome };
  /** The files in whose place one file per school year stands. */
  readonly cuts: readonly CutReport[];
  /** What `Undo` would take back, and the names of the files that it would bring back. */
  readonly undo?: Undoable['kind'] | 'attach';
  readonly undoFiles: readonly string[];
  /** The files were on the page before, past the assistant, and may go back there as they are. */
  readonly isAtSubmit?: boolean;
  /** The last thing that went wrong in the assistant itself. */
  readonly trouble?: Trouble;
}

/** What became of a file that was cut by school year. */
export interface CutReport {
  readonly id: string;
  readonly name: string;
  readonly account: YearAccount;
}

export function snapshotOf(state: SessionState): SessionSnapshot {
  const { stage, page, trouble, pointing } = state;
  const judged = judgedFiles(state);
  const next = upcoming(judged);
  const current = 'files' in stage ? stage.files : (next[0] ?? []);
  const after = next.filter((files) => !files.some((one) => isIn(current, one)));
  const now = idsOf(current);
  const shown = judged.map((one) => rowOnce(one, placeOf(one, now), onPage(stage, one, now)));
  const rows = rowLists(shown);
  const undo = whatUndoTakesBack(state);
  const work = workLeft(state.files);
  const has = pageHas(state, current);
  const joined = joinedOf(state, current);
  const part = current[0]?.part ?? current[0]?.labelPart;
  return {
    page,
    phase: phaseOf(stage),
    rows,
    canGo: current.length,
    needsFix: [current, ...next].flat().some(({ plan }) => plan.steps.length > 0),
    held: rows.filter(({ plan }) => plan && plan.kind !== 'can go').length,
    ...(part && { part: { number: part.number, of: part.of } }),
    partsAfter: after.length,
    description: descriptionOf(state, current),
    cuts: state.files.flatMap(({ id, file: { name }, account }) =>
      account ? [{ id, name, account }] : [],
    ),
    ...('fields' in stage && stage.fields && { fields: stage.fields }),
    ...(pointing.is === 'under way' && { pointing: pointing.control }),
    ...(pointing.is === 'answered' && {
      pointed: { control: pointing.control, outcome: pointing.outcome },
    }),
    undoFiles: filesToBringBack(state),
    ...(undo && { undo }),
    ...(work && { work }),
    ...(has && { pageHas: has }),
    ...(joined && { joined }),
    ...('when' in stage && stage.when === 'at submit' && { isAtSubmit: true }),
    ...(trouble && { trouble }),
  };
}

function phaseOf({ phase }: Stage): Phase {
  if (phase === 'saving') return 'preparing';
  return phase === 'copying' ? 'handing over' : phase;
}

/** The row of a file that nothing happened to stays the same object, so it is not drawn again. */
const rowOnce = remembered(fileRow);
const rowLists = sameLists<FileRow>();

function idsOf(files: readonly PreparedFile[]): ReadonlySet<string> {
  return new Set(files.map(({ file }) => file.id));
}

function placeOf({ file, plan }: JudgedFile, now: ReadonlySet<string>): FileRow['place'] {
  if (plan?.kind !== 'can go' || now.has(file.id)) return 'now';
  const { partsLeft } = plannedFile(file, plan);
  const isAllSent = partsLeft !== 'not known yet' && partsLeft?.length === 0;
  return file.isSent || isAllSent ? 'sent' : 'later';
}

function onPage(
  stage: Stage,
  { file, plan }: JudgedFile,
  now: ReadonlySet<string>,
): PageFileState | undefined {
  const isThere = stage.phase === 'attached' && plan?.kind === 'can go' && now.has(file.id);
  return isThere ? stage.pageFiles.get(plan.name) : undefined;
}

function isIn(files: readonly PreparedFile[], { file, part }: PreparedFile): boolean {
  return files.some((one) => one.file.id === file.id && one.part?.number === part?.number);
}

function filesToBringBack({ undo, files }: SessionState): readonly string[] {
  const last = undo.at(-1);
  if (last?.kind === 'cancel') return presentFiles(last).map(({ file }) => file.name);
  if (last?.kind !== 'remove') return [];
  return files.filter(({ id }) => id === last.id).map(({ file }) => file.name);
}

function whatUndoTakesBack({ stage, undo }: SessionState): SessionSnapshot['undo'] {
  if (stage.phase === 'attached') return stage.outcome === 'in the input' ? 'attach' : undefined;
  if (stage.phase === 'submitted' || stage.phase === 'confirmed') return undefined;
  return undo.at(-1)?.kind;
}
