import type { PreparedFile } from './session-file.ts';
import type { SessionState, SessionStep, Stage } from './session-state.ts';
import { stay, stop } from './steps.ts';

/** How many files of a submission the page had before the last choice, and how many came with it. */
export interface Joined {
  readonly there: number;
  readonly fresh: number;
  /** The files that were there can still be left out. A widget keeps what it took. */
  readonly canLeaveOut: boolean;
}

/**
 * Files that an input held before a new choice. The choice emptied the input, and they go in again
 * with the new ones.
 */
export function heldByInput({ stage, joined }: SessionState): readonly string[] {
  if (stage.phase !== 'attached' || stage.outcome !== 'in the input') return joined;
  return stage.files.map(({ file }) => file.id);
}

export function joinedOf(
  { stage, taken, joined }: SessionState,
  current: readonly PreparedFile[],
): Joined | undefined {
  if (isOver(stage)) return undefined;
  const again = current.filter(({ file }) => joined.includes(file.id)).length;
  const isTaken = stage.phase === 'attached' && stage.outcome === 'taken by the page';
  const kept = isTaken ? taken.length - current.length : taken.length;
  const there = kept + again;
  const fresh = current.length - again;
  if (there === 0 || fresh === 0) return undefined;
  return { there, fresh, canLeaveOut: stage.phase === 'review' && again > 0 };
}

function isOver({ phase }: Stage): boolean {
  return phase === 'waiting' || phase === 'submitted' || phase === 'confirmed';
}

/** `Send only the new file`: those that were on the page before stay out this time. */
export function sendOnlyNew(state: SessionState): SessionStep {
  const { stage, files, joined } = state;
  const ids = files
    .filter(({ id, isRemoved }) => joined.includes(id) && !isRemoved)
    .map(({ id }) => id);
  if (stage.phase !== 'review' || ids.length === 0) return stay(state);
  return stay(
    {
      ...state,
      files: files.map((file) =>
        ids.includes(file.id) ? { ...file, isRemoved: true, making: undefined } : file,
      ),
      undo: [...state.undo, { kind: 'only new', ids }],
    },
    ...ids.map((id) => stop(id)),
  );
}
