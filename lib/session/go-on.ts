import { goesAtOnce } from '../fixes/plan.ts';
import { attach } from './asked.ts';
import { judgedFiles, plannedFiles, presentFiles, upcoming } from './judge.ts';
import type { PlannedFile, PreparedFile } from './session-file.ts';
import { isReady, isSameOrder, isToMake, orderOf } from './session-file.ts';
import type { Save, SessionCommand, SessionState, SessionStep, Trouble } from './session-state.ts';
import { backToReview, checkAgain, saveNothing, stay, stop } from './steps.ts';
import { saveOver } from './worked.ts';

/** Whatever the event was: begins what can begin, and goes on where all that is waited for is there. */
export function goOn(state: SessionState): SessionStep {
  const reviewed = reviewWhenChecked(state);
  const ahead = workAhead(reviewed.state);
  const prepared = prepare(ahead.state);
  const saving = beginSaves(prepared.state);
  return {
    state: saving.state,
    commands: [...reviewed.commands, ...ahead.commands, ...prepared.commands, ...saving.commands],
  };
}

function reviewWhenChecked(state: SessionState): SessionStep {
  const { stage } = state;
  const present = presentFiles(state);
  if (stage.phase !== 'checking') return stay(state);
  if (present.some(({ check }) => check.stage !== 'checked')) return stay(state);
  if (present.length === 0) return stay({ ...state, stage: { phase: 'waiting' } });
  const review: SessionState = { ...state, stage: { phase: 'review', when: stage.when } };
  const isClean = judgedFiles(state).every(
    ({ file, plan, result }) => file.isSent || goesAtOnce(plan, result?.findings ?? []),
  );
  return isClean && state.hasPage && !stage.isAgain ? attach(review) : stay(review);
}

/**
 * Begins what has to be made while the person still reads, and drops what is of no use any more.
 * What failed or was cancelled waits for the click.
 */
function workAhead(state: SessionState): SessionStep {
  const { phase } = state.stage;
  const isTime = ['checking', 'review', 'preparing', 'saving'].includes(phase);
  if (!isTime && state.saves.length === 0) return stay(state);
  const toMake = plannedFiles(judgedFiles(state)).filter(({ plan }) => isToMake(plan));
  const planned = new Map(toMake.map((one) => [one.file, one]));
  const commands: SessionCommand[] = [];
  const files = state.files.map((file) => {
    const plan = planned.get(file);
    if (!plan) {
      if (!file.making || file.isSent) return file;
      commands.push(stop(file.id, 'making'));
      return { ...file, making: undefined };
    }
    const order = orderOf(plan);
    if (file.making && isSameOrder(file.making.order, order)) return file;
    commands.push({ do: 'make', id: file.id, file, order });
    return { ...file, making: { order, stage: 'shape unknown' } as const };
  });
  return { state: commands.length > 0 ? { ...state, files } : state, commands };
}

/** Everything that can go with one submission is copied once it is made. */
function prepare(state: SessionState): SessionStep {
  const { stage } = state;
  if (stage.phase !== 'preparing') return stay(state);
  const judged = judgedFiles(state);
  const planned = plannedFiles(judged);
  const outcome = outcomeOf(planned);
  if (outcome === 'changed') return checkAgain(state, changedIds(planned));
  if (outcome !== 'good') return stay(backToReview(state, outcome));
  // Until then nobody can say what goes together.
  if (planned.some((one) => isToMake(one.plan) && one.file.making?.stage === 'shape unknown')) {
    return stay(state);
  }
  const [files = []] = upcoming(judged);
  if (files.length === 0) return stay({ ...state, stage: { phase: 'review', when: stage.when } });
  if (!files.every(isReady)) return stay(state);
  const ticket = state.nextTicket;
  return stay(
    {
      ...state,
      stage: { phase: 'copying', when: stage.when, ticket, files },
      nextTicket: ticket + 1,
    },
    { do: 'copy', ticket, files },
  );
}

/** Downloads begin once all that they wait for is made. */
function beginSaves(state: SessionState): SessionStep {
  const commands: SessionCommand[] = [];
  let next = state;
  for (const one of state.saves) {
    const planned = plannedFiles(judgedFiles(next)).filter(({ file, plan }) =>
      one.id === undefined ? plan.steps.length > 0 : file.id === one.id,
    );
    const outcome = outcomeOf(planned);
    const files = planned.flatMap((each) => filesToSave(each, one));
    if (outcome === 'good' && files.length > 0 && !files.every(isReady)) continue;
    next = { ...next, saves: next.saves.filter((other) => other !== one) };
    if (outcome === 'changed') {
      const again = checkAgain(next, changedIds(planned));
      return { state: again.state, commands: [...commands, saveNothing(one), ...again.commands] };
    }
    if (outcome !== 'good' || files.length === 0) {
      commands.push(saveNothing(one));
      next = saveOver(next, {
        type: 'save over',
        ticket: one.ticket,
        ...(outcome !== 'good' && outcome && { trouble: outcome }),
      });
    } else {
      commands.push({ do: 'save', ticket: one.ticket, files });
    }
  }
  return { state: next, commands };
}

/** One file: itself, or the part whose turn it is. All files: all parts that are left. */
function filesToSave(planned: PlannedFile, { id }: Save): readonly PreparedFile[] {
  const { partsLeft } = planned;
  if (!partsLeft || partsLeft === 'not known yet') return [planned];
  const parts = partsLeft.map(({ number, of }) => ({ ...planned, part: { number, of } }));
  return id === undefined ? parts : parts.slice(0, 1);
}

/** Whether what was to be made could be; nothing to say where the person stopped it. */
function outcomeOf(planned: readonly PlannedFile[]): 'good' | 'changed' | Trouble | undefined {
  const stages = planned.map(({ file }) => file.making?.stage);
  if (stages.includes('changed')) return 'changed';
  if (stages.includes('failed')) return 'zip not made';
  return stages.includes('stopped') ? undefined : 'good';
}

function changedIds(planned: readonly PlannedFile[]): string[] {
  return planned.filter(({ file }) => file.making?.stage === 'changed').map(({ file }) => file.id);
}
