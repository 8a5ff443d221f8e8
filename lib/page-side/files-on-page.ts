import type { AttachOutcome, FromPage } from '../messaging/page-port.ts';
import type { FieldStates } from '../upload-page/fill.ts';
import type {
  AttachOrder,
  Choice,
  FilesCommand,
  FilesEvent,
  FilesState,
  GivenFiles,
  OrderState,
  PageAtClick,
  Proof,
  Step,
  Told,
} from './files-state.ts';
import { unsubmitted } from './files-state.ts';

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
      return stay({ ...state, held: [] });
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

function lose(state: FilesState, isLost: (files: GivenFiles) => boolean): Step {
  if (!unsubmitted(state).some(isLost)) return stay(state);
  const left = withdraw(state, isLost);
  return { state: left.state, commands: [...left.commands, say({ type: 'lost by page' })] };
}

/** The background has heard of another page since, and takes these files for gone. */
function shownAgain(state: FilesState): Step {
  const standing = state.given.filter(({ stage }) => stage === 'standing');
  return { state, commands: standing.flatMap(tellStands) };
}

function click(state: FilesState, { there, isReady }: PageAtClick): Step {
  const isLost = ({ stage, how, key }: GivenFiles) =>
    stage === 'standing' && how === 'in the input' && !there.includes(key);
  const lost = lose(state, isLost);
  if (lost.commands.length > 0) {
    return { state: lost.state, commands: [...lost.commands, { do: 'stop click' }] };
  }
  if (!isReady && !state.hasWarnedOfEarlyClick) {
    return {
      state: { ...state, hasWarnedOfEarlyClick: true },
      commands: [say({ type: 'submit stopped' }), { do: 'stop click' }],
    };
  }
  const seen = stateAtClick(state, there);
  const clicked = clickOn(
    seen.state,
    seen.state.given
      .filter(({ stage, key }) => {
        // A page may keep what was clicked before, and send it once more with the rest.
        if (stage === 'clicked') return there.includes(key);
        return stage === 'given' || stage === 'standing';
      })
      .map(({ key }) => key),
  );
  return { state: clicked.state, commands: [...seen.commands, ...clicked.commands] };
}

/** Files that are being given: the click is the last moment at which they can be seen to stand. */
function stateAtClick(state: FilesState, there: readonly number[]): Step {
  const commands: FilesCommand[] = [];
  const given = state.given.map((files): GivenFiles => {
    if (!there.includes(files.key) || isOutdated(state, files)) return files;
    if (isUnread(files)) {
      commands.push(sayByHand(files, 'in the input'));
    }
    if (files.stage !== 'given') return files;
    commands.push(...tellStands(files));
    return { ...files, stage: 'standing' };
  });
  return { state: { ...state, given }, commands };
}

function clickOn(state: FilesState, keys: readonly number[]): Step {
  const clicked = state.given.filter(({ key }) => keys.includes(key));
  if (clicked.every(({ stage }) => stage === 'clicked')) return stay(state);
  const given = state.given
    // What was clicked before is not thanked for any more: the thanks belong to this click.
    .filter(({ stage, key }) => stage !== 'thanked' && (stage !== 'clicked' || keys.includes(key)))
    .map((files) => (keys.includes(files.key) ? clickedOn(files) : files));
  const now = given.filter(({ key }) => keys.includes(key));
  const choices = clicked.flatMap((files) => files.choices);
  return {
    state: { ...state, given, held: state.held.filter((choice) => !choices.includes(choice)) },
    commands: [...clickTold(now), say({ type: 'clicked' })],
  };
}

function clickedOn(files: GivenFiles): GivenFiles {
  const isProven = files.isProven ?? files.stage !== 'given';
  return { ...files, stage: 'clicked', isProven };
}

/** A number proves that the files stood on the page at the click, so only those get theirs marked. */
function clickTold(clicked: readonly GivenFiles[]): FilesCommand[] {
  const submissions = clicked.flatMap(({ proof }) => proof?.submission ?? []);
  if (submissions.length === 0) return [];
  return [
    { do: 'mark', as: 'clicked', proofs: proven(clicked) },
    tell({ name: 'submission clicked', payload: { submissions } }),
  ];
}

function proven(files: readonly GivenFiles[]): readonly Proof[] {
  return files.flatMap(({ proof, isProven }) => (isProven && proof) || []);
}

function thanks(state: FilesState): Step {
  const clicked = state.given.filter(({ stage }) => stage === 'clicked');
  const proofs = proven(clicked);
  return {
    state: {
      ...state,
      given: state.given.map((files) =>
        files.stage === 'clicked' ? { ...files, stage: 'thanked' } : files,
      ),
    },
    commands: [
      ...(proofs.length > 0 ? [{ do: 'mark', as: 'thanked', proofs } as const] : []),
      tell({ name: 'thanks shown', payload: {} }),
      ...(clicked.length > 0 ? [say({ type: 'thanked' })] : []),
    ],
  };
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

/** The page no longer has these files, and never got the click for them. */
function withdraw(state: FilesState, isGone: (files: GivenFiles) => boolean): Step {
  const gone = unsubmitted(state).filter(isGone);
  const choices = gone.flatMap((files) => files.choices);
  return {
    state: {
      ...state,
      given: state.given.filter((files) => !gone.includes(files)),
      held: [...choices.filter((choice) => !state.held.includes(choice)), ...state.held],
    },
    commands: gone.flatMap(withdrawn),
  };
}

/** An order whose files the page has not been given yet is dropped. */
function ifGiven(order: OrderState): OrderState {
  return order.step === 'filling' || order.step === 'announcing' ? { step: 'none' } : order;
}

/** Files that the person chose by hand after saving them. */
function isByHand({ copies, records }: GivenFiles): boolean {
  return copies.length === 0 && records.length > 0;
}

function sayByHand({ records }: GivenFiles, outcome: NonNullable<GivenFiles['how']>): FilesCommand {
  const sha256s = records.map(({ attachedSha256 }) => attachedSha256);
  return say({ type: 'attached by hand', outcome, sha256s });
}

function hashesOf({ records }: Pick<GivenFiles, 'records'>): string {
  return records.map(({ attachedSha256 }) => attachedSha256).join();
}

/** Others came under the same name before it was read back: nobody can tell which the page has. */
function isOutdated({ given }: FilesState, files: GivenFiles): boolean {
  if (files.how !== undefined) return false;
  return given.some(
    ({ key, names }) => key > files.key && names.some((name) => files.names.includes(name)),
  );
}

/** It was not read back yet what the page did with them. */
function isUnread(files: GivenFiles): boolean {
  return isByHand(files) && files.how === undefined;
}

function isInInput({ how }: GivenFiles): boolean {
  return how === 'in the input';
}

function unkept({ proof: _, ...files }: GivenFiles): GivenFiles {
  return files;
}

function replace(state: FilesState, files: GivenFiles): FilesState {
  return { ...state, given: state.given.map((one) => (one.key === files.key ? files : one)) };
}

function stay(state: FilesState): Step {
  return { state, commands: [] };
}

function say(message: FromPage): FilesCommand {
  return { do: 'say', message };
}

function tellStands({ proof }: Pick<GivenFiles, 'proof'>): FilesCommand[] {
  if (!proof) return [];
  return [tell({ name: 'submission stands', payload: { submission: proof.submission } })];
}

function withdrawn({ proof }: Pick<GivenFiles, 'proof'>): FilesCommand[] {
  if (!proof) return [];
  return [tell({ name: 'submission withdrawn', payload: { submission: proof.submission } })];
}

function tell(message: Told): FilesCommand {
  return { do: 'tell', message };
}
