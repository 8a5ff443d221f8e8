import { isToTakeOut } from '../fixes/take-out.ts';
import type { Inspection } from '../inspection/inspection.ts';
import { descriptionOf } from './judge.ts';
import type { ProvenFile } from './session-file.ts';
import { isSameOrder, newFile } from './session-file.ts';
import type { SessionEvent, SessionState, SessionStep } from './session-state.ts';
import { checkAgain, edit, isOver, say, stay } from './steps.ts';

export function progress(
  state: SessionState,
  { id, done }: Extract<SessionEvent, { type: 'check progress' }>,
): SessionState {
  const file = state.files.find((one) => one.id === id);
  if (file?.check.stage !== 'checking' && file?.check.stage !== 'cutting') return state;
  return edit(state, id, { check: { ...file.check, done } });
}

/** The files in a zip take its place if each of them has to be checked on its own. */
export function checked(
  state: SessionState,
  { id, inspection, recalled }: Extract<SessionEvent, { type: 'checked' }>,
): SessionStep {
  const file = state.files.find((one) => one.id === id);
  if (!file || file.isRemoved) return stay(state);
  if (isToTakeOut(file.file.name, inspection) && file.fromZip === undefined) {
    const taking = edit(state, id, { check: { stage: 'taking out', inspection } });
    return stay(taking, { do: 'take out', id, zip: file.file });
  }
  const wantsTextParts = recalled.begun?.packing === 'text parts' || file.wantsTextParts;
  const check = { stage: 'checked', inspection, recalled } as const;
  return stay(edit(state, id, { check, wantsTextParts }));
}

export function takenOut(
  state: SessionState,
  { id, result }: Extract<SessionEvent, { type: 'taken out' }>,
): SessionStep {
  const zip = state.files.find((one) => one.id === id);
  if (zip?.check.stage !== 'taking out' || zip.isRemoved) return stay(state);
  if (!result || result.kind === 'refused' || result.files.length === 0) {
    const check = {
      stage: 'checked',
      inspection: withoutFiles(zip.check.inspection, result),
      recalled: {},
    } as const;
    return stay(edit(state, id, { check }));
  }
  const inside = result.files.map(({ name, folders, blob }, at) => {
    const file = newFile(`${id}/${at + 1}`, new File([blob], name));
    // The assistant made this zip itself. It is too large, so its text goes in parts.
    if (zip.cutFrom !== undefined) return { ...file, cutFrom: zip.cutFrom };
    return { ...file, fromZip: [zip.file.name, ...folders].join('/') };
  });
  const files = state.files.flatMap((file) => (file.id === id ? inside : [file]));
  return stay(
    { ...state, files },
    ...inside.map((one) => ({ do: 'check', id: one.id, file: one.file }) as const),
  );
}

function withoutFiles(
  inspection: Inspection,
  result: Extract<SessionEvent, { type: 'taken out' }>['result'],
): Inspection {
  if (!result || inspection.kind !== 'archive') return { kind: 'unreadable', reason: 'unreadable' };
  const damage = result.kind === 'refused' ? { damage: result.reason } : {};
  return { ...inspection, archive: { ...damage, entries: [] } };
}

export function making(
  state: SessionState,
  { id, making: now }: Extract<SessionEvent, { type: 'making' }>,
): SessionState {
  const file = state.files.find((one) => one.id === id);
  // A job that was stopped may still report once.
  if (!file?.making || isOver(file.making) || !isSameOrder(file.making.order, now.order))
    return state;
  return edit(state, id, { making: now });
}

export function copied(
  state: SessionState,
  { ticket, files, changed }: Extract<SessionEvent, { type: 'copied' }>,
): SessionStep {
  const { stage } = state;
  if (stage.phase !== 'copying' || stage.ticket !== ticket) return stay(state);
  if (changed.length > 0) return checkAgain(state, changed);
  return stay(
    { ...state, stage: { phase: 'handing over', files } },
    say({
      type: 'attach',
      choice: state.lastChoice,
      files: files.map(({ copy, record }) => ({ copy, record })),
      description: descriptionOf(state, files),
    }),
  );
}

export function saved(state: SessionState, file: ProvenFile): SessionStep {
  return stay(
    { ...state, saved: [...state.saved, file] },
    say({ type: 'let pass', id: file.file.id, record: file.record }),
  );
}

export function saveOver(
  state: SessionState,
  { ticket, trouble }: Extract<SessionEvent, { type: 'save over' }>,
): SessionState {
  const { stage } = state;
  const told = trouble ? { ...state, trouble } : state;
  if (stage.phase !== 'saving' || stage.ticket !== ticket) return told;
  return { ...told, stage: { phase: 'review', when: stage.when } };
}
