import type { AttachOutcome } from '../messaging/page-port.ts';
import type { FieldStates } from '../upload-page/fill.ts';
import { click, thanks } from './files-clicked.ts';
import type {
  AttachOrder,
  Choice,
  FilesCommand,
  FilesEvent,
  FilesState,
  GivenFiles,
  OrderState,
  Step,
} from './files-state.ts';
import { unsubmitted } from './files-state.ts';
import {
  hashesOf,
  isByHand,
  isInInput,
  isOutdated,
  isUnread,
  lose,
  replace,
  say,
  sayByHand,
  stay,
  tell,
  tellStands,
  unkept,
  withdraw,
  withdrawn,
} from './given-files.ts';

/**
 * What happens next with the files on this page. It is the one teller of a submission: the
 * background hears of it before the page has the files, so that no click comes too early to count.
 */
export function nextStep(state: FilesState, event: FilesEvent): Step {
  switch (event.type) {
    case 'chosen':
      return chosen(state, event);
    case 'passed':
      return passed(state, event);
    case 'attach':
      return attach(state, event.order);
    case 'attach again':
      return attachAgain(state, event.names);
    case 'put back':
      return putBack(state, event);
    case 'let go':
      return stay({ ...state, held: [], letGo: state.held });
    case 'hold again':
      return stay({ ...state, held: [...state.letGo, ...state.held], letGo: [] });
    case 'fields filled':
      return fieldsFilled(state, event.key);
    case 'announced':
      return announced(state, event);
    case 'settled':
      return settled(state, event);
    case 'fields read back':
      return fieldsReadBack(state, event.fields);
    case 'taken back':
      return takenBack(state, event.isComplete);
    case 'lost':
      return lose(state, ({ stage }) => stage === 'standing');
    case 'shown again':
      return shownAgain(state);
    case 'click':
      return click(state, event.page);
    case 'thanks':
      return thanks(state);
    case 'panel gone':
      return panelGone(state);
  }
}

// ── the person chooses ─────────────────────────────────────────────────────────────────────

function chosen(
  state: FilesState,
  { choice, isInputEmptied }: Extract<FilesEvent, { type: 'chosen' }>,
): Step {
  const { state: before, commands } = isInputEmptied ? withdraw(state, isInInput) : stay(state);
  const next = {
    ...before,
    held: [...before.held, choice],
    lastChoice: choice.number,
    // Files that were not given yet go with those that come now, in an order that knows of both.
    order: ifGiven(before.order),
  };
  const said = sayChoices(next);
  return { state: said.state, commands: [...commands, ...said.commands] };
}

/**
 * Tells the panel of new choices. While the page is being given files it is not told: it first has to
 * hear which of them the page has taken.
 */
function sayChoices(state: FilesState): Step {
  if (state.order.step !== 'none') return stay(state);
  const unsaid = state.held.filter(({ number }) => number > state.lastSaid);
  return {
    state: { ...state, lastSaid: state.lastChoice },
    commands: unsaid.map(({ number, files, when }) =>
      say({ type: 'chosen', choice: number, files, when }),
    ),
  };
}

function passed(
  state: FilesState,
  { proof, ids, records }: Extract<FilesEvent, { type: 'passed' }>,
): Step {
  const key = state.nextKey;
  const names = records.map(({ name }) => name);
  // In a shadow root, one choice may be heard of more than once.
  const isSame = (one: GivenFiles) => isUnread(one) && hashesOf(one) === hashesOf({ records });
  if (unsubmitted(state).some(isSame)) return stay(state);
  const replaced = withdraw(state, isInInput);
  const [choices, held] = partChoices(replaced.state.held, ids);
  const given: GivenFiles = {
    key,
    stage: 'given',
    proof,
    names,
    copies: [],
    records,
    choices,
  };
  return {
    state: {
      ...replaced.state,
      held,
      given: [...replaced.state.given, given],
      hasWarnedOfEarlyClick: false,
      nextKey: key + 1,
    },
    commands: [
      ...replaced.commands,
      { do: 'announce', key, proof, records },
      { do: 'read back', key, records },
    ],
  };
}

/** @returns the chosen files with these ids, and the others, each in their choices */
function partChoices(
  held: readonly Choice[],
  ids: readonly string[],
): readonly [readonly Choice[], readonly Choice[]] {
  const only = (isWanted: (id: string) => boolean) =>
    held
      .map((choice) => ({ ...choice, files: choice.files.filter(({ id }) => isWanted(id)) }))
      .filter(({ files }) => files.length > 0);
  return [only((id) => ids.includes(id)), only((id) => !ids.includes(id))];
}

// ── the panel's orders ─────────────────────────────────────────────────────────────────────

function attach(state: FilesState, order: AttachOrder): Step {
  // The person has chosen more since; the panel gets to know and sends another order.
  if (order.choice < state.lastChoice) return stay(state);
  const key = state.nextKey;
  return {
    state: { ...state, order: { step: 'filling', key, order }, nextKey: key + 1 },
    commands: [{ do: 'fill fields', key, description: order.description }],
  };
}

function fieldsFilled(state: FilesState, filled: number): Step {
  if (state.order.step !== 'filling' || state.order.key !== filled) return stay(state);
  const { key, order } = state.order;
  return {
    state: { ...state, order: { step: 'announcing', key, order } },
    commands: [{ do: 'announce', key, proof: order.proof, records: order.records }],
  };
}

function announced(
  state: FilesState,
  { key, proof, answer }: Extract<FilesEvent, { type: 'announced' }>,
): Step {
  const isKept = answer === 'announced';
  const notice = isKept ? [] : [say({ type: 'not recorded', why: answer })];
  const { order } = state;
  if (order.step === 'announcing' && order.key === key) {
    return give(state, order.key, order.order, isKept ? { proof } : {}, notice);
  }
  // They came by hand, and the page has them already.
  const known = state.given.find((one) => one.key === key);
  if (known) return { state: isKept ? state : replace(state, unkept(known)), commands: notice };
  // Given up meanwhile: another choice took its place.
  return { state, commands: isKept ? withdrawn({ proof }) : [] };
}

/** In the same task as the background's answer: nobody can click in between. */
function give(
  state: FilesState,
  key: number,
  { copies, records }: AttachOrder,
  kept: Pick<GivenFiles, 'proof'>,
  notice: readonly FilesCommand[],
): Step {
  const replaced = withdraw(state, isInInput);
  const given: GivenFiles = {
    key,
    stage: 'given',
    names: records.map(({ name }) => name),
    copies,
    records,
    ...kept,
    choices: replaced.state.held,
  };
  return {
    state: {
      ...replaced.state,
      given: [...replaced.state.given, given],
      order: { step: 'giving', key },
      hasWarnedOfEarlyClick: false,
    },
    commands: [...replaced.commands, ...notice, { do: 'give', key, copies }],
  };
}

function settled(
  state: FilesState,
  { key, outcome }: Extract<FilesEvent, { type: 'settled' }>,
): Step {
  const { state: known, commands } = standsOrNot(state, key, outcome);
  // Another order may have come since, with all that the panel still waits for.
  if (state.order.step !== 'giving' || state.order.key !== key) {
    return { state: known, commands: [...commands, ...sayAttached(known, key)] };
  }
  const how = known.given.find((one) => one.key === key)?.how ?? outcome;
  return {
    state: { ...known, order: { step: 'reading back', key, outcome: how } },
    commands: [...commands, { do: 'read fields back' }],
  };
}

function standsOrNot(state: FilesState, key: number, outcome: AttachOutcome): Step {
  const files = unsubmitted(state).find((one) => one.key === key);
  if (!files || isOutdated(state, files)) return stay(state);
  // A widget that gets a file again need not name it twice; what it took before is still there.
  if (outcome === 'refused' && files.how === 'taken by the page') return stay(state);
  if (outcome === 'refused') return withdraw(state, (one) => one === files);
  const next = replace(state, { ...files, stage: 'standing', how: outcome });
  const held = state.held.filter((choice) => !files.choices.includes(choice));
  const told = files.stage === 'given' ? tellStands(files) : [];
  return { state: { ...next, held }, commands: told };
}

/** The panel waits for no answer to files that came by hand, so it is told when they are there. */
function sayAttached({ given }: FilesState, key: number): FilesCommand[] {
  const files = given.find((one) => one.key === key);
  if (!files?.how || !isByHand(files)) return [];
  return [sayByHand(files, files.how)];
}

function fieldsReadBack(state: FilesState, fields: FieldStates): Step {
  if (state.order.step !== 'reading back') return stay(state);
  const { key, outcome } = state.order;
  const files = state.given.find((one) => one.key === key);
  const isGone = !files && outcome !== 'refused';
  const said = sayChoices({ ...state, order: { step: 'none' } });
  return {
    state: said.state,
    commands: [
      say({ type: 'filled', ...fields }),
      // Gone meanwhile: the page or the person took them away, and the panel knows of that already.
      ...(isGone ? [] : [say({ type: 'attached', outcome, names: files?.names ?? [] })]),
      ...said.commands,
    ],
  };
}

/** The page had an issue with some files. The ledger knows of them; nothing new is told. */
function attachAgain(state: FilesState, names: readonly string[]): Step {
  const files = state.given.findLast(({ stage }) => stage === 'standing');
  if (!files || state.order.step !== 'none') return stay(state);
  const { key } = files;
  const copies = files.copies.filter((_, at) => names.includes(files.names[at] ?? ''));
  return {
    state: { ...state, order: { step: 'giving', key } },
    commands: [{ do: 'give', key, copies }],
  };
}

function putBack(
  state: FilesState,
  { ids, rules }: Extract<FilesEvent, { type: 'put back' }>,
): Step {
  const wanted = state.held.flatMap(({ files }) => files).filter(({ id }) => ids.includes(id));
  if (wanted.length === 0) return stay(state);
  const number = state.held[0]?.number ?? 0;
  const given: GivenFiles = {
    key: state.nextKey,
    stage: 'standing',
    how: 'in the input',
    names: wanted.map(({ file }) => file.name),
    copies: [],
    records: [],
    choices: [],
  };
  return {
    state: { ...state, held: [], given: [...state.given, given], nextKey: state.nextKey + 1 },
    commands: [
      tell({ name: 'files sent anyway', payload: { files: wanted.length, rules } }),
      { do: 'put back', choices: [{ number, files: wanted, when: 'at submit' }] },
    ],
  };
}

function takenBack(state: FilesState, isComplete: boolean): Step {
  const message = { type: 'taken back', complete: isComplete } as const;
  if (!isComplete) {
    // The input is empty, but the page has the files and may still send them.
    const given = state.given.map((files): GivenFiles => {
      return isInInput(files) && files.stage === 'standing'
        ? { ...files, how: 'taken by the page' }
        : files;
    });
    return { state: { ...state, given }, commands: [say(message)] };
  }
  const left = withdraw(state, ({ stage }) => stage === 'standing');
  return { state: left.state, commands: [...left.commands, say(message)] };
}

// ── the page ───────────────────────────────────────────────────────────────────────────────

/** The background has heard of another page since, and takes these files for gone. */
function shownAgain(state: FilesState): Step {
  const standing = state.given.filter(({ stage }) => stage === 'standing');
  return { state, commands: standing.flatMap(tellStands) };
}

function panelGone(state: FilesState): Step {
  // What the page is given at this moment, it has already.
  const isGiven = (choice: Choice) => state.given.some(({ choices }) => choices.includes(choice));
  const choices = state.held.filter((choice) => !isGiven(choice));
  return {
    state: { ...state, held: [], order: ifGiven(state.order) },
    commands: choices.length > 0 ? [{ do: 'put back', choices }] : [],
  };
}

// ── shared ─────────────────────────────────────────────────────────────────────────────────

/** An order whose files the page has not been given yet is dropped. */
function ifGiven(order: OrderState): OrderState {
  return order.step === 'filling' || order.step === 'announcing' ? { step: 'none' } : order;
}
