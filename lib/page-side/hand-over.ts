import type { AttachOutcome } from '../messaging/page-port.ts';
import { pause } from '../upload-page/pause.ts';
import { openRoots, textOf } from '../upload-page/roots.ts';
import type { DropTarget, Target } from './guard.ts';
import { filledInputs } from './known-files.ts';
import { setFiles } from './set-files.ts';

export interface HandOverOptions {
  readonly document: Document;
  /** Re-dispatches the drop in the page's own world; see page-drop.ts. */
  readonly drop: (target: DropTarget, files: readonly File[]) => void;
  readonly signal: AbortSignal;
}

/** Files that the page was given a moment ago. */
export interface HandOver {
  /** Where they surely are now; undefined where the page does not show it, or not yet. */
  readonly now: () => Exclude<AttachOutcome, 'refused'> | undefined;
  /** What the page did with them. Rejects with the signal's reason. */
  readonly settled: () => Promise<AttachOutcome>;
}

/**
 * A widget may empty or replace its input a moment later (FilePond after 250 ms). Asked before, the
 * answer would be a guess.
 */
const SETTLE_MS = 500;
/** A widget shows the files it took within this time, or it has refused them. */
const SHOW_MS = 3000;
const POLL_MS = 100;

/** Gives prepared files to the page in the way they were chosen. The page has them on return. */
export function handOver(
  target: Target,
  files: readonly File[],
  options: HandOverOptions,
): HandOver {
  const { document, signal } = options;
  const names = files.map(({ name }) => name);
  const before = mentionsOf(names, document);
  const now = () => {
    if (target.kind === 'input' && holds(target.input, names)) return 'in the input';
    // A name that stood on the page before, as after an earlier try, proves nothing: one more must.
    const isNamed = mentionsOf(names, document).every((count, at) => count > (before[at] ?? 0));
    return isNamed ? 'taken by the page' : undefined;
  };
  if (target.kind === 'input') setFiles(target.input, files);
  else options.drop(target, files);
  return {
    now,
    async settled() {
      await pause(SETTLE_MS, signal);
      for (let waited = 0; waited <= SHOW_MS; waited += POLL_MS) {
        const outcome = now();
        if (outcome) return outcome;
        await pause(POLL_MS, signal);
      }
      return 'refused';
    },
  };
}

/**
 * Empties the page's input again.
 * @returns whether the page lets go of the files: it no longer names them
 */
export async function takeBack(
  input: HTMLInputElement,
  names: readonly string[],
  { document, signal }: Pick<HandOverOptions, 'document' | 'signal'>,
): Promise<boolean> {
  setFiles(input, []);
  await pause(SETTLE_MS, signal);
  const text = allText(document);
  return !names.some((name) => text.includes(name));
}

/** Whether an input holds each of these files, or the page names it. */
export function isOnPage(document: Document, names: readonly string[]): boolean {
  const text = allText(document);
  const inInputs = namesInInputs(document);
  return names.every((name) => text.includes(name) || inInputs.includes(name));
}

/** Whether the page's inputs hold each of these files. */
export function isInInputs(document: Document, names: readonly string[]): boolean {
  const inInputs = namesInInputs(document);
  return names.every((name) => inInputs.includes(name));
}

function namesInInputs(document: Document): string[] {
  return filledInputs(document).flatMap(({ files }) => [...(files ?? [])].map(({ name }) => name));
}

function mentionsOf(names: readonly string[], document: Document): number[] {
  const text = allText(document);
  return names.map((name) => text.split(name).length - 1);
}

/** Open shadow roots included: some widgets list their files there. */
function allText(document: Document): string {
  return openRoots(document).map(textOf).join('\n');
}

function holds(input: HTMLInputElement, names: readonly string[]): boolean {
  const held = [...(input.files ?? [])].map(({ name }) => name);
  return (
    input.isConnected &&
    held.length === names.length &&
    names.every((name, at) => name === held[at])
  );
}
