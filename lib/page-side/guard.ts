import { filesOfDrop } from '../reading/dropped-files.ts';
import type { Lifetime } from '../upload-page/safely.ts';

/** Where chosen files came from, and so where they go back to once they are prepared. */
export type Target =
  | { readonly kind: 'input'; readonly input: HTMLInputElement }
  | { readonly kind: 'drop zone'; readonly zone: HTMLElement; readonly how: 'drop' | 'paste' };

export type DropTarget = Extract<Target, { kind: 'drop zone' }>;

export interface GuardOptions extends Lifetime {
  readonly window: Window;
  /** Asked at the very moment of the choice: is this the upload page? */
  readonly isUploadPage: () => boolean;
  /** Files that may pass unheld, because the assistant itself made them for this. */
  readonly mayPass: (files: readonly File[]) => boolean;
  readonly onHeld: (target: Target, files: Promise<readonly File[]>) => void;
  readonly onPassed: (files: readonly File[]) => void;
}

export interface Guard {
  /**
   * The window does not hear of every choice in a shadow root: `change` never leaves the root, and
   * in Firefox `input` neither. So the roots that are known are listened at, too.
   */
  readonly watchInside: (root: Node) => void;
}

/**
 * Stands before every listener of the page, so that files it has not been through never reach one.
 * Must be installed synchronously at document_start: capture listeners on the window run in the
 * order in which they were added. Only the person's own (trusted) events count; what the assistant
 * or the page dispatches passes by.
 */
export function installGuard(options: GuardOptions): Guard {
  const { window, signal, safely } = options;
  /** Inputs whose `input` event was held: the `change` event behind it must not pass either. */
  const awaitingChange = new WeakSet<HTMLInputElement>();

  const onChoice = (event: Event) => {
    const input = event.composedPath()[0];
    if (!event.isTrusted || !isFileInput(input)) return;
    const files = [...(input.files ?? [])];
    if (files.length === 0) {
      if (event.type === 'change' && awaitingChange.delete(input)) event.stopImmediatePropagation();
      return;
    }
    if (!options.isUploadPage()) return;
    if (options.mayPass(files)) {
      if (event.type === 'change' || input.getRootNode() instanceof ShadowRoot) {
        options.onPassed(files);
      }
      return;
    }
    event.stopImmediatePropagation();
    if (event.type === 'input') {
      awaitingChange.add(input);
      watchInside(input.getRootNode());
    }
    input.value = '';
    options.onHeld({ kind: 'input', input }, Promise.resolve(files));
  };

  const onDropOrPaste = (event: DragEvent | ClipboardEvent) => {
    const zone = event.composedPath()[0];
    const how = event.type === 'paste' ? 'paste' : 'drop';
    const data = 'clipboardData' in event ? event.clipboardData : event.dataTransfer;
    if (!event.isTrusted || !data || !(zone instanceof HTMLElement)) return;
    if (!data.types.includes('Files') || !options.isUploadPage()) return;
    const files = [...data.files];
    if (options.mayPass(files)) {
      options.onPassed(files);
      return;
    }
    event.stopImmediatePropagation();
    event.preventDefault();
    const target: Target = isFileInput(zone)
      ? { kind: 'input', input: zone }
      : { kind: 'drop zone', zone, how };
    options.onHeld(target, filesOfDrop(data));
  };

  const capture = { capture: true, signal };
  window.addEventListener('input', safely(onChoice), capture);
  window.addEventListener('change', safely(onChoice), capture);
  window.addEventListener('drop', safely(onDropOrPaste), capture);
  window.addEventListener('paste', safely(onDropOrPaste), capture);

  const watched = new WeakSet<Node>();
  function watchInside(root: Node): void {
    if (!(root instanceof ShadowRoot) || watched.has(root)) return;
    watched.add(root);
    root.addEventListener('input', safely(onChoice), capture);
    root.addEventListener('change', safely(onChoice), capture);
  }
  return { watchInside };
}

function isFileInput(target: EventTarget | undefined): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.type === 'file';
}
