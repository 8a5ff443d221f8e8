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
  /** The page says at this moment that it has this file from before. */
  readonly has: (file: File) => boolean;
  readonly signal: AbortSignal;
}

/**
 * A widget may empty or replace its input a moment later (FilePond after 250 ms). Asked before, the
 * answer would be a guess.
 */
const SETTLE_MS = 500;
/** A widget shows the files it took within this time, or it has refused them. */
const SHOW_MS = 3000;
const POLL_MS = 100;

/**
 * Gives prepared files to the page in the way they were chosen, at once, then reads back what the
 * page did with them. Rejects with the signal's reason.
 */
export async function handOver(
  target: Target,
  files: readonly File[],
  { document, drop, has, signal }: HandOverOptions,
): Promise<AttachOutcome> {
  const giveThese = (these: readonly File[], isStill = () => true) => {
    const names = these.map(({ name }) => name);
    const give = () => {
      if (target.kind === 'input') setFiles(target.input, these);
      else drop(target, these);
    };
    const isHeld = () => target.kind === 'input' && holds(target.input, names);
    return readBack(names, give, isHeld, { document, signal, isStill });
  };
  const there = target.kind === 'input' ? files.filter(has) : [];
  if (there.length === 0) return giveThese(files);
  // A script that loads files when they are chosen would load these once more. A page that only
  // lists what its input holds stops naming them as soon as it holds others.
  const hasThem = () => there.every(has);
  const outcome = await giveThese(
    files.filter((file) => !there.includes(file)),
    hasThem,
  );
  if (!hasThem()) return giveThese(files);
  return outcome === 'in the input' ? 'taken by the page' : outcome;
}

/**
 * What the page does with files that the person gives it at this moment. To be called before the page
 * hears of them. Rejects with the signal's reason.
 */
export function readBackByHand(
  names: readonly string[],
  { document, signal }: Pick<HandOverOptions, 'document' | 'signal'>,
): Promise<AttachOutcome> {
  const isHeld = () => isInInputs(document, names);
  return readBack(names, () => {}, isHeld, { document, signal, isStill: () => true });
}

interface ReadBackOptions extends Pick<HandOverOptions, 'document' | 'signal'> {
  /** Whether it is still of use to wait for the page. Asked first in the task that gives the files. */
  readonly isStill: () => boolean;
}

async function readBack(
  names: readonly string[],
  give: () => void,
  isHeld: () => boolean,
  { document, signal, isStill }: ReadBackOptions,
): Promise<AttachOutcome> {
  const before = mentionsOf(names, document);
  give();
  for (let waited = 0; waited < SETTLE_MS; waited += POLL_MS) {
    if (!isStill()) return 'refused';
    await pause(POLL_MS, signal);
  }
  if (isHeld()) return 'in the input';
  for (let waited = 0; waited < SHOW_MS; waited += POLL_MS) {
    // A name that stood on the page before, as after an earlier try, proves nothing: one more must.
    const isNamed = mentionsOf(names, document).every((count, at) => count > (before[at] ?? 0));
    if (isNamed) return 'taken by the page';
    await pause(POLL_MS, signal);
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

/**
 * What tells the files of these names in the page's inputs from others of the same name and size: a
 * file that someone puts there later was made at another moment.
 */
export function identitiesInInputs(document: Document, names: readonly string[]): string[] {
  return filesInInputs(document)
    .filter(({ name }) => names.includes(name))
    .map(identityOf);
}

export function identityOf({ name, size, lastModified }: File): string {
  return `${lastModified} ${size} ${name}`;
}

function namesInInputs(document: Document): string[] {
  return filesInInputs(document).map(({ name }) => name);
}

function filesInInputs(document: Document): File[] {
  return filledInputs(document).flatMap(({ files }) => [...(files ?? [])]);
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
