import type { DropTarget } from './hand-over.ts';

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
  readonly files: readonly File[];
}

/** Isolated world. */
export function dropInPage(window: Window, { zone }: DropTarget, files: readonly File[]): void {
  zone.dispatchEvent(new Event(DROP_HERE, { bubbles: true, composed: true }));
  const message: DropFiles = { type: 'upload-assistant:drop-files', files };
  window.postMessage(message, window.location.origin);
}

/** The page's own world. */
export function serveDropsInPage(window: Window): void {
  let zone: EventTarget | undefined;
  window.addEventListener(
    DROP_HERE,
    (event) => {
      zone = event.composedPath()[0];
    },
    { capture: true },
  );
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== window || !isDropFiles(event.data) || !zone) return;
    dispatchDrop(zone, event.data.files);
    zone = undefined;
  });
}

function dispatchDrop(zone: EventTarget, files: readonly File[]): void {
  const point = zone instanceof Element ? middleOf(zone) : {};
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  for (const type of ['dragenter', 'dragover', 'drop']) {
    const init = { bubbles: true, cancelable: true, composed: true, dataTransfer, ...point };
    zone.dispatchEvent(new DragEvent(type, init));
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
