import type {
  FilesCommand,
  FilesState,
  GivenFiles,
  PageAtClick,
  Proof,
  Step,
} from './files-state.ts';
import {
  isOutdated,
  isUnread,
  lose,
  say,
  sayByHand,
  stay,
  tell,
  tellStands,
} from './given-files.ts';

/*
 * The person's click on the page's button, and the page's thanks for it.
 */

export function click(state: FilesState, { there, isReady }: PageAtClick): Step {
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
    // The thanks belong to this click, so what was clicked before gets none.
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

export function thanks(state: FilesState): Step {
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
