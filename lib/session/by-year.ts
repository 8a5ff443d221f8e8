import type { YearAccount } from '../fixes/year-account.ts';
import { yearOffer } from '../fixes/year-offer.ts';
import type { JudgedFile } from './judge.ts';
import { judgedFiles } from './judge.ts';
import type { SessionFile } from './session-file.ts';
import { cutByYearJobOf, newFile } from './session-file.ts';
import type { SessionEvent, SessionState, SessionStep, Stage } from './session-state.ts';
import { backToReview, checkAgain, edit, stay, stop, whenOf } from './steps.ts';

/**
 * One file per school year, if the person wants it. The new files take the place of the one that
 * they were made from. It stays in the state, so `Undo` can bring it back.
 *
 *   checked ──cut by year──► cutting ──done──► removed, with its account ──► new files: checking
 *      ▲                        │                        │
 *      └──── cancel, failed ────┘                        │
 *      └──────────────────────── undo ◄──────────────────┘
 */
export function cutByYear(state: SessionState, id: string): SessionStep {
  const judged = judgedFiles(state).find(({ file }) => file.id === id);
  const account = judged && offerOf(judged);
  const fileType = judged?.result?.file.provenType;
  const { stage } = state;
  const isTime = stage.phase === 'checking' || stage.phase === 'review';
  if (!isTime || !account || !fileType) return stay(state);
  const { file } = judged;
  if (file.check.stage !== 'checked') return stay(state);
  const job = cutByYearJobOf(file, fileType, account);
  const { inspection, recalled } = file.check;
  const check = { stage: 'cutting', inspection, recalled, account } as const;
  return stay(
    { ...edit(state, id, { check, making: undefined }), ...checking(stage), trouble: undefined },
    stop(id),
    { do: 'cut by year', id, job },
  );
}

/** What would become of each line, if the file can be cut and nothing of it was sent. */
export function offerOf({ file, result }: JudgedFile): YearAccount | undefined {
  const { check, isSent, partsSent } = file;
  const isBegun = isSent || partsSent.length > 0;
  if (!result || isBegun || check.stage !== 'checked' || check.recalled.begun) return undefined;
  return yearOffer(result);
}

export function wasCutByYear(
  state: SessionState,
  { id, outcome }: Extract<SessionEvent, { type: 'was cut by year' }>,
): SessionStep {
  const file = state.files.find((one) => one.id === id);
  if (file?.check.stage !== 'cutting' || file.isRemoved) return stay(state);
  if (outcome.kind === 'changed') return checkAgain(state, [id]);
  const { account } = file.check;
  const { check } = asBeforeCut(file);
  // Both were counted in the same bytes, once by the inspection and once while they were cut.
  const addsUp = outcome.kind === 'cut' && isSame(outcome.account, account);
  if (!addsUp) return stay({ ...edit(state, id, { check }), trouble: 'not cut' });
  const parts = outcome.zips.map(({ zip, entryName }, at) => ({
    ...newFile(`${id}/${at + 1}`, new File([zip], entryName.replace(/\.txt$/, '.zip'))),
    cutFrom: file.file.name,
  }));
  const before = { ...file, check, account, isRemoved: true };
  return stay(
    {
      ...state,
      ...checking(state.stage),
      files: state.files.flatMap((one) => (one === file ? [before, ...parts] : [one])),
      undo: [...state.undo, { kind: 'cut by year', id }],
    },
    ...parts.map((part) => ({ do: 'check', id: part.id, file: part.file }) as const),
  );
}

/** Back to the list, as if the person had not asked. Undefined if nothing is being cut. */
export function stopCutting(state: SessionState): SessionStep | undefined {
  const cutting = state.files.filter(({ check }) => check.stage === 'cutting');
  if (cutting.length === 0) return undefined;
  const files = state.files.map(asBeforeCut);
  return stay({ ...state, files }, ...cutting.map(({ id }) => stop(id)));
}

/** A file that is being cut, as it was checked. */
export function asBeforeCut(file: SessionFile): SessionFile {
  if (file.check.stage !== 'cutting') return file;
  const { inspection, recalled } = file.check;
  return { ...file, check: { stage: 'checked', inspection, recalled } };
}

const UNDOABLE: readonly Stage['phase'][] = ['checking', 'review', 'preparing', 'refused'];

/** The file comes back, and those that were made from it go. */
export function undoCut(state: SessionState, id: string): SessionStep {
  const { stage } = state;
  if (!UNDOABLE.includes(stage.phase)) return stay(state);
  const made = state.files.filter((file) => isMadeFrom(file, id));
  const files = state.files
    .filter((file) => !made.includes(file))
    .map((file) => (file.id === id ? { ...file, account: undefined, isRemoved: false } : file));
  const before = { ...state, files, undo: state.undo.slice(0, -1) };
  return stay(
    stage.phase === 'checking' ? before : backToReview(before, undefined),
    ...made.map((file) => stop(file.id)),
  );
}

export function isMadeFrom({ id }: SessionFile, source: string): boolean {
  return id.startsWith(`${source}/`);
}

/** However right all files are, the person decides what happens next. */
function checking(stage: Stage): Pick<SessionState, 'stage'> {
  return { stage: { phase: 'checking', when: whenOf(stage), isAgain: true } };
}

function isSame(a: YearAccount, b: YearAccount): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
