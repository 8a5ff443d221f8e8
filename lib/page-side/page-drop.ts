import { safelyWith } from '../upload-page/safely.ts';
import type { DropTarget } from './guard.ts';

/**
 * A drop dispatched from the content script's isolated world carries no files in Firefox; one from
 * the page's own world does. So the isolated script points at the drop zone with an event, then
 * posts the files, and the script in the page's world drops them there:
 *
 *   isolated world:  zone ◄─ DROP_HERE event      window ◄─ message with the files
 *   page's world:    remembers the zone            drops the files on it
 *
 * The page can see both, and may: the files are meant for it.
 */
const DROP_HERE = 'upload-assistant:drop-here';

interface DropFiles {
  readonly type: 'upload-assistant:drop-files';
  readonly how: DropTarget['how'];
  readonly files: readonly File[];
}

/** Isolated world. */
export function dropInPage(
  window: Window,
  { zone, how }: DropTarget,
  files: readonly File[],
): void {
  zone.dispatchEvent(new Event(DROP_HERE, { bubbles: true, composed: true }));
  const message: DropFiles = { type: 'upload-assistant:drop-files', how, files };
  window.postMessage(message, window.location.origin);
}

/** The browser's own classes, kept before any script of the page could put others in their place. */
interface Kept {
  readonly DataTransfer: typeof DataTransfer;
  readonly DragEvent: typeof DragEvent;
  readonly ClipboardEvent: typeof ClipboardEvent;
}

/** The page's own world. */
export function serveDropsInPage(window: Window & typeof globalThis): void {
  const { DataTransfer, DragEvent, ClipboardEvent } = window;
  // What breaks in here must be no error of the page's. That the files are missing is read back.
  const safely = safelyWith(() => {});
  let zone: EventTarget | undefined;
  const onDropHere = (event: Event) => {
    zone = event.composedPath()[0];
  };
  const onMessage = (event: MessageEvent<unknown>) => {
    if (event.source !== window || !isDropFiles(event.data) || !zone) return;
    // This script may stand here twice, as after an update of the extension; one drops them.
    event.stopImmediatePropagation();
    give(zone, event.data, { DataTransfer, DragEvent, ClipboardEvent });
    zone = undefined;
  };
  window.addEventListener(DROP_HERE, safely(onDropHere), { capture: true });
  window.addEventListener('message', safely(onMessage));
}

function give(zone: EventTarget, { how, files }: DropFiles, kept: Kept): void {
  const data = new kept.DataTransfer();
  for (const file of files) data.items.add(file);
  const init = { bubbles: true, cancelable: true, composed: true };
  if (how === 'paste') {
    zone.dispatchEvent(new kept.ClipboardEvent('paste', { ...init, clipboardData: data }));
    return;
  }
  const point = zone instanceof Element ? middleOf(zone) : {};
  for (const type of ['dragenter', 'dragover', 'drop']) {
    zone.dispatchEvent(new kept.DragEvent(type, { ...init, dataTransfer: data, ...point }));
  }
}

/**
 * Some widgets take a drop only at a point above them (FilePond). Where the person dropped may lie
 * beside the zone by now, so it is the zone's middle, or that of the nearest element around it that
 * is to be seen.
 */
function middleOf(zone: Element): { clientX: number; clientY: number } {
  zone.scrollIntoView({ block: 'nearest' });
  const { left, top, width, height } = zone.getBoundingClientRect();
  const isSeen = width > 0 && height > 0;
  if (!isSeen && zone.parentElement) return middleOf(zone.parentElement);
  return { clientX: left + width / 2, clientY: top + height / 2 };
}

function isDropFiles(data: unknown): data is DropFiles {
  return (
    typeof data === 'object' &&
    data !== null &&
    (data as Partial<DropFiles>).type === 'upload-assistant:drop-files'
  );
}
