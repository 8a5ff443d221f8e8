import type { FromPage } from '../messaging/page-port.ts';
import type { FilesCommand, FilesState, GivenFiles, Step, Told } from './files-state.ts';
import { unsubmitted } from './files-state.ts';

/*
 * What the steps of files-on-page.ts and files-clicked.ts share: questions about files that the page
 * was given, and the commands that follow.
 */

export function lose(state: FilesState, isLost: (files: GivenFiles) => boolean): Step {
  if (!unsubmitted(state).some(isLost)) return stay(state);
  const left = withdraw(state, isLost);
  return { state: left.state, commands: [...left.commands, say({ type: 'lost by page' })] };
}

/** The page no longer has these files, and never got the click for them. */
export function withdraw(state: FilesState, isGone: (files: GivenFiles) => boolean): Step {
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

/** Files that the person chose by hand after saving them. */
export function isByHand({ copies, records }: GivenFiles): boolean {
  return copies.length === 0 && records.length > 0;
}

export function sayByHand(
  { records }: GivenFiles,
  outcome: NonNullable<GivenFiles['how']>,
): FilesCommand {
  const sha256s = records.map(({ attachedSha256 }) => attachedSha256);
  return say({ type: 'attached by hand', outcome, sha256s });
}

export function hashesOf({ records }: Pick<GivenFiles, 'records'>): string {
  return records.map(({ attachedSha256 }) => attachedSha256).join();
}

/** Others came under the same name before it was read back: nobody can tell which the page has. */
export function isOutdated({ given }: FilesState, files: GivenFiles): boolean {
  if (files.how !== undefined) return false;
  return given.some(
    ({ key, names }) => key > files.key && names.some((name) => files.names.includes(name)),
  );
}

/** It was not read back yet what the page did with them. */
export function isUnread(files: GivenFiles): boolean {
  return isByHand(files) && files.how === undefined;
}

export function isInInput({ how }: GivenFiles): boolean {
  return how === 'in the input';
}

export function unkept({ proof: _, ...files }: GivenFiles): GivenFiles {
  return files;
}

export function replace(state: FilesState, files: GivenFiles): FilesState {
  return { ...state, given: state.given.map((one) => (one.key === files.key ? files : one)) };
}

export function stay(state: FilesState): Step {
  return { state, commands: [] };
}

export function say(message: FromPage): FilesCommand {
  return { do: 'say', message };
}

export function tellStands({ proof }: Pick<GivenFiles, 'proof'>): FilesCommand[] {
  if (!proof) return [];
  return [tell({ name: 'submission stands', payload: { submission: proof.submission } })];
}

export function withdrawn({ proof }: Pick<GivenFiles, 'proof'>): FilesCommand[] {
  if (!proof) return [];
  return [tell({ name: 'submission withdrawn', payload: { submission: proof.submission } })];
}

export function tell(message: Told): FilesCommand {
  return { do: 'tell', message };
}
