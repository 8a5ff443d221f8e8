import type { Point } from './guard.ts';
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
  /** Where the person dropped: some widgets take a drop only at a point above them (FilePond). */
  readonly point: Point;
}

/** Isolated world. */
export function dropInPage(
  window: Window,
  { zone, point }: DropTarget,
  files: readonly File[],
): void {
  zone.dispatchEvent(new Event(DROP_HERE, { bubbles: true, composed: true }));
  const message: DropFiles = { type: 'upload-assistant:drop-files', files, point };
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
    dispatchDrop(zone, event.data);
    zone = undefined;
  });
}

function dispatchDrop(zone: EventTarget, { files, point }: DropFiles): void {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  for (const type of ['dragenter', 'dragover', 'drop']) {
    const init = { bubbles: true, cancelable: true, composed: true, dataTransfer, ...point };
    zone.dispatchEvent(new DragEvent(type, init));
  }
}

function isDropFiles(data: unknown): data is DropFiles {
  return (
    typeof data === 'object' &&
    data !== null &&
    (data as Partial<DropFiles>).type === 'upload-assistant:drop-files'
  );
}
