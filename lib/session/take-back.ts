import type { SessionFile } from './session-file.ts';
import type { SessionState, SessionStep, Undoable } from './session-state.ts';
import { isOver, say, stay, whenOf } from './steps.ts';

type Cancelled = Extract<Undoable, { kind: 'cancel' }>;

/** Files that the page never had. What it has, or gets at this moment, is not brought back. */
const UNDOABLE: readonly SessionState['stage']['phase'][] = ['checking', 'review', 'refused'];

/** What `Undo` would bring back after `Cancel`. */
export function cancelled(state: SessionState): readonly Undoable[] {
  const { stage, files, saved, undo } = state;
  if (files.length === 0 || !UNDOABLE.includes(stage.phase)) return [];
  return [{ kind: 'cancel', files, saved, undo, when: whenOf(stage) }];
}

/**
 * The files are held again. What was checked or made stays so. However right all files are, the
 * person decides what happens next.
 */
export function undoCancel(
  state: SessionState,
  { files: before, saved, undo, when }: Cancelled,
): SessionStep {
  const files = before.map(asStopped);
  const toCheck = files.filter((file) => file.check.stage === 'checking' && !file.isRemoved);
  return stay(
    { ...state, files, saved, undo, stage: { phase: 'checking', when, isAgain: true } },
    say({ type: 'hold again' }),
    ...toCheck.map(({ id, file }) => ({ do: 'check', id, file }) as const),
  );
}

/** All work on it was stopped. Work that is half done begins anew. */
function asStopped(file: SessionFile): SessionFile {
  const { check, making } = file;
  const isMade = making?.stage === 'settled' || isOver(making);
  const isChecked = check.stage === 'checked';
  return {
    ...file,
    check: isChecked ? check : { stage: 'checking' },
    making: isMade ? making : undefined,
  };
}

/** The offer is over. The files and copies no longer take memory. */
export function forgetCancelled(state: SessionState): SessionState {
  return { ...state, undo: state.undo.filter(({ kind }) => kind !== 'cancel') };
}
