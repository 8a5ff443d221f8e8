import type { Target } from './guard.ts';
import type { HandOverOutcome } from './page-state.ts';

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
  const mentions = () =>
    names.map((name) => countOf(name, options.document.body.textContent ?? ''));
  const before = mentions();
  if (target.kind === 'input') setFiles(target.input, files);
  else options.drop(target, files);

  await wait(SETTLE_MS, options.signal);
  if (target.kind === 'input' && holds(target.input, names)) return 'in the input';
  for (let waited = 0; waited < SHOW_MS; waited += POLL_MS) {
    // A name that stood on the page before, as after an earlier try, proves nothing: one more must.
    if (mentions().every((count, at) => count > (before[at] ?? 0))) return 'taken by the page';
    await wait(POLL_MS, options.signal);
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
  await wait(SETTLE_MS, options.signal);
  const text = options.document.body.textContent ?? '';
  return !names.some((name) => text.includes(name));
}

function countOf(name: string, text: string): number {
  return text.split(name).length - 1;
}

function setFiles(input: HTMLInputElement, files: readonly File[]): void {
  if (files.length === 0) {
    input.value = '';
  } else {
    const transfer = new DataTransfer();
    for (const file of files) transfer.items.add(file);
    input.files = transfer.files;
  }
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

function holds(input: HTMLInputElement, names: readonly string[]): boolean {
  const held = [...(input.files ?? [])].map(({ name }) => name);
  return (
    input.isConnected &&
    held.length === names.length &&
    names.every((name, at) => name === held[at])
  );
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason);
      },
      { once: true },
    );
  });
}
