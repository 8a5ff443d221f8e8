import type { HandOverOutcome } from '../upload-page/page-state.ts';
import { pause } from '../upload-page/pause.ts';
import { openRoots, textOf } from '../upload-page/roots.ts';
import { tell } from '../upload-page/text-field.ts';
import type { Target } from './guard.ts';
import { filledInputs } from './known-files.ts';

export type DropTarget = Extract<Target, { kind: 'drop zone' }>;

export interface HandOverOptions {
  readonly document: Document;
  /** Re-dispatches the drop in the page's own world; see page-drop.ts. */
  readonly drop: (target: DropTarget, files: readonly File[]) => void;
  readonly signal: AbortSignal;
}

/**
 * A widget may empty or replace its input a moment later (FilePond after 250 ms); asked before, the
 * answer would be a guess.
 */
const SETTLE_MS = 500;
/** How long a widget has to show the files it took, before it counts as having refused them. */
const SHOW_MS = 3000;
const POLL_MS = 100;

/** Gives prepared files to the page in the way they were chosen, then reads back what the page holds. */
export async function handOver(
  target: Target,
  files: readonly File[],
  options: HandOverOptions,
): Promise<HandOverOutcome> {
  const names = files.map(({ name }) => name);
  const mentions = () => {
    const text = allText(options.document);
    return names.map((name) => countOf(name, text));
  };
  const before = mentions();
  if (target.kind === 'input') setFiles(target.input, files);
  else options.drop(target, files);

  await pause(SETTLE_MS, options.signal);
  if (target.kind === 'input' && holds(target.input, names)) return 'in the input';
  for (let waited = 0; waited < SHOW_MS; waited += POLL_MS) {
    // A name that stood on the page before, as after an earlier try, proves nothing: one more must.
    if (mentions().every((count, at) => count > (before[at] ?? 0))) return 'taken by the page';
    await pause(POLL_MS, options.signal);
  }
  return 'refused';
}

/**
 * Empties the page's input again.
 * @returns whether the page lets go of the files: it no longer names them
 */
export async function takeBack(
  input: HTMLInputElement,
  names: readonly string[],
  options: HandOverOptions,
): Promise<boolean> {
  setFiles(input, []);
  await pause(SETTLE_MS, options.signal);
  const text = allText(options.document);
  return !names.some((name) => text.includes(name));
}

/** Whether an input holds each of these files, or the page names it. */
export function isOnPage(document: Document, names: readonly string[]): boolean {
  const inInputs = filledInputs(document).flatMap(({ files }) => [...(files ?? [])]);
  const text = allText(document);
  return names.every((name) => text.includes(name) || inInputs.some((file) => file.name === name));
}

/** Open shadow roots included: that is where some widgets list their files. */
function allText(document: Document): string {
  return openRoots(document).map(textOf).join('\n');
}

function countOf(name: string, text: string): number {
  return text.split(name).length - 1;
}

/** As the browser does after a choice: the page hears of it and takes them. */
export function setFiles(input: HTMLInputElement, files: readonly File[]): void {
  if (files.length === 0) {
    input.value = '';
  } else {
    const transfer = new DataTransfer();
    for (const file of files) transfer.items.add(file);
    input.files = transfer.files;
  }
  tell(input, 'input', 'change');
}

function holds(input: HTMLInputElement, names: readonly string[]): boolean {
  const held = [...(input.files ?? [])].map(({ name }) => name);
  return (
    input.isConnected &&
    held.length === names.length &&
    names.every((name, at) => name === held[at])
  );
}
