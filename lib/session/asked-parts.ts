import { judgedFiles } from './judge.ts';
import type { SessionFile } from './session-file.ts';
import type { SessionEvent, SessionState, SessionStep } from './session-state.ts';
import { edit, stay } from './steps.ts';

/** The files that nothing told apart are parts of one file, the person says. */
export function sayParts(state: SessionState, set: string): SessionStep {
  const asked = judgedFiles(state).flatMap(({ file, plan }) =>
    plan?.kind === 'asks parts' && plan.set === set ? [file.id] : [],
  );
  if (asked.length === 0) return stay(state);
  return stay({
    ...state,
    files: editAll(state.files, asked, { saysParts: set }),
    undo: [...state.undo, { kind: 'parts', set }],
  });
}

export function sayWhichPart(
  state: SessionState,
  { id, answer }: Extract<SessionEvent, { type: 'say which part' }>,
): SessionStep {
  if (!state.files.some((file) => file.id === id)) return stay(state);
  return stay({
    ...edit(state, id, { saysPart: answer }),
    undo: [...state.undo, { kind: 'which part', id }],
  });
}

/** All parts of a set are named in the same way. */
export function choosePartWords(
  state: SessionState,
  { set, words }: Extract<SessionEvent, { type: 'choose part words' }>,
): SessionState {
  const ofSet = judgedFiles(state).flatMap(({ file, plan }) =>
    plan?.kind === 'can go' && plan.part?.set === set ? [file.id] : [],
  );
  return { ...state, files: editAll(state.files, ofSet, { namesSchool: words === 'school' }) };
}

function editAll(
  files: readonly SessionFile[],
  ids: readonly string[],
  change: Partial<SessionFile>,
): SessionFile[] {
  return files.map((file) => (ids.includes(file.id) ? { ...file, ...change } : file));
}

/** Takes an answer about parts back. */
export function withoutAnswer(
  state: SessionState,
  last: Extract<SessionState['undo'][number], { kind: 'parts' | 'which part' }>,
): SessionState {
  if (last.kind === 'which part') return edit(state, last.id, { saysPart: undefined });
  const answered = state.files.filter(({ saysParts }) => saysParts === last.set);
  return {
    ...state,
    files: editAll(
      state.files,
      answered.map(({ id }) => id),
      { saysParts: undefined },
    ),
  };
}
