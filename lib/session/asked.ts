import { withoutAnswer } from './asked-parts.ts';
import { asBeforeCut, stopCutting, undoCut } from './by-year.ts';
import { descriptionOf, judgedFiles, presentFiles, upcoming } from './judge.ts';
import type { SessionFile } from './session-file.ts';
import type { Save, SessionEvent, SessionState, SessionStep, Stage } from './session-state.ts';
import { backToReview, edit, isOver, saveNothing, say, stay, stop, whenOf } from './steps.ts';
import { cancelled, undoCancel } from './take-back.ts';

/** `Fix and attach` and `Attach`: everything that can go with one submission, goes. */
export function attach(state: SessionState): SessionStep {
  const { stage } = state;
  if (!['review', 'refused', 'confirmed'].includes(stage.phase)) return stay(state);
  const when = stage.phase === 'review' ? stage.when : 'at choice';
  return stay(tryAgain({ ...state, stage: { phase: 'preparing', when }, trouble: undefined }));
}

/** What failed or was cancelled is made again with the person's click, and not before. */
function tryAgain(state: SessionState): SessionState {
  const files = state.files.map((file) =>
    isOver(file.making) ? { ...file, making: undefined } : file,
  );
  return { ...state, files };
}

export function remove(state: SessionState, id: string): SessionStep {
  const file = state.files.find((one) => one.id === id);
  if (!file) return stay(state);
  const { check } = asBeforeCut(file);
  return stay(
    {
      ...edit(state, id, { check, isRemoved: true, making: undefined }),
      undo: [...state.undo, { kind: 'remove', id }],
    },
    stop(id),
  );
}

export function chooseSchoolYear(
  state: SessionState,
  { id, year }: Extract<SessionEvent, { type: 'choose school year' }>,
): SessionStep {
  const file = state.files.find((one) => one.id === id);
  if (!file) return stay(state);
  return stay({
    ...edit(state, id, { chosenYear: year }),
    undo: [...state.undo, { kind: 'school year', id, before: file.chosenYear }],
  });
}

export function undo(state: SessionState): SessionStep {
  if (state.stage.phase === 'attached') return stay(state, say({ type: 'take back' }));
  const last = state.undo.at(-1);
  if (!last) return stay(state);
  if (last.kind === 'cut by year') return undoCut(state, last.id);
  if (last.kind === 'cancel') return undoCancel(state, last);
  const before = { ...state, undo: state.undo.slice(0, -1) };
  if (last.kind === 'parts' || last.kind === 'which part') {
    return stay(withoutAnswer(before, last));
  }
  if (last.kind === 'school year') {
    return stay(edit(before, last.id, { chosenYear: last.before }));
  }
  return bringBack(before, last.kind === 'only new' ? last.ids : [last.id]);
}

function bringBack(state: SessionState, ids: readonly string[]): SessionStep {
  const files = state.files.map((file) =>
    ids.includes(file.id) ? { ...file, isRemoved: false } : file,
  );
  const unchecked = files.filter(({ id, check }) => ids.includes(id) && check.stage !== 'checked');
  const back = { ...state, files };
  if (unchecked.length === 0) return stay(back);
  return stay(
    { ...back, stage: { phase: 'checking', when: whenOf(state.stage) } },
    ...unchecked.map(({ id, file }) => ({ do: 'check', id, file }) as const),
  );
}

/**
 * While something is made: back to the list. Otherwise the files are let go, until the person takes
 * that back. The page never saw them.
 */
export function cancel(state: SessionState): SessionStep {
  const stopped = stopCutting(state);
  if (stopped) return stopped;
  const { stage, saves } = state;
  const isUnderWay = ['preparing', 'saving', 'copying'].includes(stage.phase);
  if (!isUnderWay) {
    return stay(
      { ...letGo(state), undo: cancelled(state) },
      ...saves.map(saveNothing),
      ...state.files.map(({ id }) => stop(id)),
      say({ type: 'let go' }),
    );
  }
  const making = presentFiles(state).filter((file) => file.making && !isOver(file.making));
  return stay(
    { ...backToReview(state, undefined), files: withoutMaking(state.files), saves: [] },
    ...saves.map(saveNothing),
    ...making.map(({ id }) => stop(id, 'making')),
  );
}

/** None of it is begun again before the next click. */
function withoutMaking(files: readonly SessionFile[]): SessionFile[] {
  return files.map((file) => {
    const { making: under } = file;
    if (!under || under.stage === 'settled' || isOver(under)) return file;
    return { ...file, making: { order: under.order, stage: 'stopped' } };
  });
}

function letGo(state: SessionState): SessionState {
  return {
    ...state,
    files: [],
    stage: { phase: 'waiting' },
    saves: [],
    saved: [],
    joined: [],
    undo: [],
    trouble: undefined,
  };
}

export function save(
  state: SessionState,
  { ticket, id }: Extract<SessionEvent, { type: 'save' }>,
): SessionStep {
  const one: Save = { ticket, ...(id !== undefined && { id }) };
  if (id !== undefined) return stay(tryAgain({ ...state, saves: [...state.saves, one] }));
  if (state.stage.phase !== 'review') return stay(state, saveNothing(one));
  const { when } = state.stage;
  const stage: Stage = { phase: 'saving', when, ticket };
  return stay(tryAgain({ ...state, stage, saves: [...state.saves, one], trouble: undefined }));
}

/** `Try again`: the page gets those files once more with which it had an issue. */
export function retry(state: SessionState): SessionStep {
  const { stage } = state;
  if (stage.phase !== 'attached') return stay(state);
  // An input holds all files or none of them; a widget keeps those that it took.
  const names = stage.files
    .map(({ plan }) => plan.name)
    .filter((name) => stage.outcome === 'in the input' || stage.pageFiles.get(name) === 'issue');
  if (names.length === 0) return stay(state);
  return stay(state, say({ type: 'attach again', names }));
}

/** `Send anyway`, said twice: files that the page had before are there again as they were. */
export function sendAnyway(state: SessionState): SessionStep {
  const { stage } = state;
  if (stage.phase !== 'review' || stage.when !== 'at submit') return stay(state);
  const blocking = judgedFiles(state)
    .flatMap(({ result }) => result?.findings ?? [])
    .filter(({ level }) => level === 'block');
  const rules = [...new Set(blocking.map(({ ruleId }) => ruleId))];
  const ids = [...new Set(presentFiles(state).map(chosenId))];
  return stay(
    { ...letGo(state), trouble: 'sent anyway' },
    ...state.files.map(({ id }) => stop(id)),
    say({ type: 'put back', ids, rules }),
  );
}

/** The file that the page's side holds: the zip or the file that this one came from. */
function chosenId({ id }: SessionFile): string {
  return id.split('/', 1)[0] ?? id;
}

export function pointAt(
  state: SessionState,
  control: Extract<SessionEvent, { type: 'point at' }>['control'],
): SessionStep {
  const pointing = { is: 'under way', control } as const;
  return stay({ ...state, pointing }, say({ type: 'point at', control }));
}

export function stopPointing(state: SessionState): SessionStep {
  if (state.pointing.is !== 'under way') return stay(state);
  const { control } = state.pointing;
  const pointing = { is: 'answered', control, outcome: 'cancelled' } as const;
  return stay({ ...state, pointing }, say({ type: 'stop pointing' }));
}

/** `Fill description`: the person's own words give way to those that the panel shows. */
export function fillDescription(state: SessionState): SessionStep {
  const { stage } = state;
  const current = 'files' in stage ? stage.files : (upcoming(judgedFiles(state))[0] ?? []);
  const description = descriptionOf(state, current);
  return stay(state, say({ type: 'fill description', description }));
}
