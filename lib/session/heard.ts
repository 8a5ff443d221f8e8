import type { AttachOutcome, FromPage } from '../messaging/page-port.ts';
import { isMadeFrom } from './by-year.ts';
import { heldByInput } from './joined.ts';
import { rememberSent } from './remember-sent.ts';
import type { SessionFile } from './session-file.ts';
import { newFile } from './session-file.ts';
import type { SessionState, SessionStep, Stage, Undoable } from './session-state.ts';
import { backToReview, saveNothing, say, stay, stop } from './steps.ts';

/** What the page's side says. */
export function heard(state: SessionState, message: FromPage): SessionStep {
  switch (message.type) {
    case 'page':
      return stay({ ...state, page: message.report });
    case 'chosen':
      return chosen(state, message);
    case 'filled':
      return stay(withFields(state, message));
    case 'attached':
      return attached(state, message);
    case 'attached by hand':
      return attachedByHand(state, message);
    case 'not recorded':
      return stay({ ...state, trouble: message.why });
    case 'taken back':
      return stay(takenBack(state, message.complete));
    case 'lost by page':
      return stay(lostByPage(state));
    case 'updated':
      return stay({ ...state, trouble: 'updated' });
    case 'page files':
      return stay(pageFiles(state, message.states));
    case 'submit stopped':
      return stay({ ...state, trouble: 'not ready yet' });
    case 'clicked':
      return stay(clicked(state));
    case 'thanked':
      return stay(thanked(state));
    case 'pointed': {
      const { control, outcome } = message;
      return stay({ ...state, pointing: { is: 'answered', control, outcome } });
    }
    case 'copied':
    case 'are you there':
    case 'surroundings':
      return stay(state); // for the line to the page's side, see connect-session.ts
  }
}

/** A file that is chosen under the same name again takes the place of the one before. */
function chosen(
  state: SessionState,
  { choice, files: chosenFiles, when }: Extract<FromPage, { type: 'chosen' }>,
): SessionStep {
  const { stage } = state;
  const names = chosenFiles.map(({ file }) => file.name);
  const isLeft = (file: SessionFile) => file.isSent || isOnPage(stage, file);
  const isReplaced = (file: SessionFile) => isLeft(file) || names.includes(file.file.name);
  const replaced = state.files.filter(isReplaced);
  // A file that was cut by school year goes with the files that were made from it.
  const isGone = (file: SessionFile) =>
    replaced.some((one) => one === file || isOneCut(one, file) || isOneCut(file, one));
  const stays = rememberSent(state, isLeft).filter((file) => !isGone(file));
  const coming = chosenFiles.map(({ id, file }) => newFile(id, file));
  return stay(
    {
      ...state,
      files: [...stays, ...coming],
      stage: { phase: 'checking', when },
      // A page that was clicked or has thanked begins again; what waits to be saved is given up.
      taken: stage.phase === 'submitted' || stage.phase === 'confirmed' ? [] : state.taken,
      joined: heldByInput(state).filter((id) => stays.some((file) => file.id === id)),
      saves: [],
      undo: state.undo.filter((one) => stays.some((file) => isAbout(one, file))),
      trouble: undefined,
      lastChoice: choice,
    },
    ...state.saves.map(saveNothing),
    ...state.files.filter(isGone).map(({ id }) => stop(id)),
    ...coming.map(({ id, file }) => ({ do: 'check', id, file }) as const),
  );
}

function isAbout(one: Undoable, { id, saysParts }: SessionFile): boolean {
  switch (one.kind) {
    case 'cancel':
      return false; // the new choice takes the place of what was let go
    case 'parts':
      return saysParts === one.set;
    case 'only new':
      return one.ids.includes(id);
    default:
      return id === one.id;
  }
}

function isOneCut(source: SessionFile, made: SessionFile): boolean {
  return source.account !== undefined && isMadeFrom(made, source.id);
}

/** What an upload widget took stays there; what an input held is replaced by the choice. */
function isOnPage(stage: Stage, { id }: SessionFile): boolean {
  const isThere =
    stage.phase === 'submitted' ||
    (stage.phase === 'attached' && stage.outcome === 'taken by the page');
  return isThere && stage.files.some(({ file, part }) => file.id === id && !part);
}

function attached(
  state: SessionState,
  { outcome, names }: Extract<FromPage, { type: 'attached' }>,
): SessionStep {
  const { stage } = state;
  if (outcome === 'refused') return stay(refused(state));
  return stage.phase === 'handing over' ? handedOver(state, stage, outcome, names) : stay(state);
}

function attachedByHand(
  state: SessionState,
  { outcome, sha256s }: Extract<FromPage, { type: 'attached by hand' }>,
): SessionStep {
  const byHand = state.saved.filter(({ record }) => sha256s.includes(record.attachedSha256));
  if (byHand.length === 0) return stay(state);
  const on: Stage = { phase: 'attached', files: byHand, outcome, pageFiles: new Map() };
  const taken = outcome === 'taken by the page' ? [...state.taken, ...byHand] : state.taken;
  return stay({ ...state, stage: on, taken }, say({ type: 'focus page' }));
}

/** At the first try, or when the same copies were given to the page again. */
function refused(state: SessionState): SessionState {
  const { stage } = state;
  if (stage.phase !== 'handing over' && stage.phase !== 'attached') return state;
  const { files, fields } = stage;
  return { ...state, stage: { phase: 'refused', files, ...(fields && { fields }) } };
}

function handedOver(
  state: SessionState,
  { fields, files: sent }: Extract<Stage, { phase: 'handing over' }>,
  outcome: Exclude<AttachOutcome, 'refused'>,
  names: readonly string[],
): SessionStep {
  const known = { ...(fields && { fields }) };
  const files = sent.filter(({ plan }) => names.includes(plan.name));
  const isTaken = outcome === 'taken by the page';
  return stay(
    {
      ...state,
      stage: { phase: 'attached', files, outcome, pageFiles: new Map(), ...known },
      taken: isTaken ? [...state.taken, ...files] : state.taken,
    },
    say({ type: 'focus page' }),
  );
}

function withFields(
  state: SessionState,
  { purpose, description: text }: Extract<FromPage, { type: 'filled' }>,
): SessionState {
  const { stage } = state;
  if (!('files' in stage) || stage.phase === 'copying') return state;
  return { ...state, stage: { ...stage, fields: { purpose, description: text } } };
}

function takenBack(state: SessionState, isComplete: boolean): SessionState {
  return backToReview(state, isComplete ? undefined : 'page keeps files');
}

function lostByPage(state: SessionState): SessionState {
  const forgotten = { ...state, taken: [] };
  const { phase } = state.stage;
  // In all other phases the panel shows files that were chosen since.
  if (phase !== 'attached' && phase !== 'handing over') return forgotten;
  return backToReview(forgotten, 'page let go');
}

function pageFiles(
  state: SessionState,
  states: Extract<FromPage, { type: 'page files' }>['states'],
): SessionState {
  const { stage, trouble } = state;
  const isReadyNow = [...states.values()].every((one) => one === 'ready');
  const left = trouble === 'not ready yet' && isReadyNow ? undefined : trouble;
  if (stage.phase !== 'attached') return { ...state, trouble: left };
  return { ...state, stage: { ...stage, pageFiles: states }, trouble: left };
}

/** The person may be faster than the page's own answer to the files. */
function clicked(state: SessionState): SessionState {
  const { stage } = state;
  if (stage.phase !== 'attached' && stage.phase !== 'handing over') return state;
  const { files, fields } = stage;
  const outcome = stage.phase === 'attached' ? stage.outcome : 'in the input';
  return {
    ...state,
    stage: { phase: 'submitted', files, outcome, ...(fields && { fields }) },
    trouble: state.trouble === 'not ready yet' ? undefined : state.trouble,
  };
}

function thanked(state: SessionState): SessionState {
  const { stage } = state;
  if (stage.phase !== 'submitted') return state;
  const files = state.files.map((file) => {
    const sent = stage.files.filter((one) => one.file.id === file.id);
    const parts = sent.flatMap(({ part }) => part?.number ?? []);
    const isSent = file.isSent || sent.some(({ part }) => !part);
    return sent.length > 0 ? { ...file, isSent, partsSent: [...file.partsSent, ...parts] } : file;
  });
  return { ...state, files, stage: { phase: 'confirmed' }, taken: [] };
}
