import type { Lifetime } from '../upload-page/safely.ts';
import { SIGNS } from '../upload-page/site-words.ts';

/**
 * What came of a look. `news`: the page stands otherwise than before, and may be on its way to more.
 * `open`: the same as before, and worth another look without a change. `settled`: neither.
 */
export type Sight = 'news' | 'open' | 'settled';

export interface PageWatchOptions extends Lifetime {
  readonly document: Document;
  /** Looks at the whole page. */
  readonly look: () => Sight;
  /** The page's answer to a submission is waited for. */
  readonly isAwaited: () => boolean;
}

/** After a change the page is looked at so soon. */
const LOOK_AGAIN_MS = 200;
const LOOK_AGAIN_AWAITED_MS = 50;
/** A look without news is followed by so many times its own length without one. */
const REST = 600;
const LONGEST_REST_MS = 3000;
/** More changes than this in a second are dearer to read, one by one, than the page is to look at. */
const MOST_READ = 20;
const SECOND_MS = 1000;
/** Style sheets show and hide things without any change in the document. */
const HEARTBEAT_MS = 1000;

/** What can be, hold or hide a control. Other changes (advertisements, clocks) are not looked at. */
const MATTERS =
  'form, input, select, textarea, button, label, iframe, [contenteditable], [role=combobox], [role=button], [aria-haspopup]';
const ATTRIBUTES = ['disabled', 'readonly', 'hidden', 'type', 'placeholder', 'aria-label', 'open'];

/**
 * Calls `look` now, when the document is there, drawn and complete, and after every change that may
 * matter. What a page costs is bounded however much it changes: from the first change that matters,
 * or the last that is read, until the look that answers it, nothing of the page is heard.
 *
 *   hearing ──a change that matters, or too many──► deaf ──200 ms, or when the last look has been
 *      ▲                                                    rested from──► look ─┐
 *      └───────────────────────────────────────────────────────────────────────┘
 *
 * @returns hearAgain: to be called when the page's answer begins to be waited for
 */
export function watchPage({ document, signal, safely, look, isAwaited }: PageWatchOptions): {
  hearAgain: () => void;
} {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let heartbeat: ReturnType<typeof setTimeout> | undefined;
  let firstFrame = 0;
  let restUntil = 0;
  let read = 0;
  let readSince = 0;

  const lookNow = safely(() => {
    clearTimeout(timer);
    clearTimeout(heartbeat);
    timer = undefined;
    if (signal.aborted) return;
    listen();
    if (!document.body) return;
    const begun = performance.now();
    const sight = look();
    const now = performance.now();
    restUntil = sight === 'news' ? now : now + Math.min((now - begun) * REST, LONGEST_REST_MS);
    if (signal.aborted || (sight === 'settled' && !isAwaited())) return;
    heartbeat = setTimeout(lookNow, HEARTBEAT_MS);
  });
  const lookSoon = () => {
    const rest = Math.max(LOOK_AGAIN_MS, restUntil - performance.now());
    timer ??= setTimeout(lookNow, isAwaited() ? LOOK_AGAIN_AWAITED_MS : rest);
    // The page's thanks are waited for with open ears: people leave as soon as they see them.
    if (!isAwaited()) observer.disconnect();
  };
  const onChanges: MutationCallback = (changes) => {
    if (isAwaited()) {
      if (changes.some(({ addedNodes }) => some(addedNodes, mayAnswer))) lookNow();
      else lookSoon();
    } else if (isTooMuch(changes.length) || changes.some(matters)) lookSoon();
  };
  function isTooMuch(changes: number): boolean {
    const now = performance.now();
    if (now - readSince > SECOND_MS) {
      readSince = now;
      read = 0;
    }
    read += changes;
    return read > MOST_READ;
  }
  const observer = new MutationObserver(safely(onChanges));
  function listen(): void {
    observer.observe(document, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ATTRIBUTES,
    });
  }
  const listening = { signal };
  const window = document.defaultView;
  const onContent = safely(() => {
    lookNow();
    // Firefox lays a page out later, so its thanks cannot be seen yet; people go as soon as they can.
    firstFrame = window?.requestAnimationFrame(lookNow) ?? 0;
  });
  document.addEventListener('DOMContentLoaded', onContent, listening);
  window?.addEventListener('load', lookNow, listening);
  window?.addEventListener('pageshow', lookNow, listening);
  const end = () => {
    observer.disconnect();
    clearTimeout(timer);
    clearTimeout(heartbeat);
    window?.cancelAnimationFrame(firstFrame);
  };
  signal.addEventListener('abort', safely(end));
  lookNow();
  return {
    hearAgain() {
      clearTimeout(timer);
      timer = undefined;
      listen();
      lookSoon();
    },
  };
}

function matters({ type, target, addedNodes, removedNodes }: MutationRecord): boolean {
  if (type === 'attributes') return target instanceof Element && target.matches(MATTERS);
  return some(addedNodes, isOfInterest) || some(removedNodes, holdsControl);
}

function some(nodes: NodeList, test: (node: Node) => boolean): boolean {
  // By its place: an iterator for each of a thousand changes is most of their cost.
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node && test(node)) return true;
  }
  return false;
}

/** Whether it may be, or hold, the page's thanks or the way on from there. */
function mayAnswer({ textContent }: Node): boolean {
  const text = textContent ?? '';
  return SIGNS.confirmation.mention.test(text) || SIGNS['another upload'].mention.test(text);
}

function isOfInterest(node: Node): boolean {
  return (
    holdsControl(node) ||
    // Only such an element can be, or come to be, the host of a shadow root with the form in it.
    (node instanceof Element && node.localName.includes('-')) ||
    mayAnswer(node)
  );
}

function holdsControl(node: Node): boolean {
  return node instanceof Element && (node.matches(MATTERS) || node.querySelector(MATTERS) !== null);
}
