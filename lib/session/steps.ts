import type { Making } from './making.ts';
import type { SessionFile } from './session-file.ts';
import type {
  Save,
  SessionCommand,
  SessionState,
  SessionStep,
  Stage,
  Trouble,
} from './session-state.ts';

export function isOver(one: Making | undefined): boolean {
  return one !== undefined && ['stopped', 'failed', 'changed'].includes(one.stage);
}

export function whenOf(stage: Stage) {
  return 'when' in stage ? stage.when : 'at choice';
}

export function edit(state: SessionState, id: string, change: Partial<SessionFile>): SessionState {
  return {
    ...state,
    files: state.files.map((file) => (file.id === id ? { ...file, ...change } : file)),
  };
}

export function stay(state: SessionState, ...commands: readonly SessionCommand[]): SessionStep {
  return { state, commands };
}

export function say(
  message: Extract<SessionCommand, { do: 'say' }>['message'],
): Extract<SessionCommand, { do: 'say' }> {
  return { do: 'say', message };
}

export function stop(id: string, what: 'all' | 'making' = 'all'): SessionCommand {
  return { do: 'stop', id, what };
}

export function saveNothing({ ticket }: Save): SessionCommand {
  return { do: 'save nothing', ticket };
}

export function backToReview(state: SessionState, trouble: Trouble | undefined): SessionState {
  return { ...state, stage: { phase: 'review', when: whenOf(state.stage) }, trouble };
}

/** What is checked no longer stands on the disk. */
export function checkAgain(state: SessionState, ids: readonly string[]): SessionStep {
  const changed = state.files.filter(({ id }) => ids.includes(id));
  const files = state.files.map((file) =>
    ids.includes(file.id)
      ? { ...file, check: { stage: 'checking' } as const, making: undefined }
      : file,
  );
  const stage: Stage = { phase: 'checking', when: whenOf(state.stage), isAgain: true };
  return stay(
    { ...state, files, stage, saves: [], trouble: 'file changed' },
    ...state.saves.map(saveNothing),
    ...changed.map(({ id }) => stop(id)),
    ...changed.map(({ id, file }) => ({ do: 'check', id, file }) as const),
  );
}
