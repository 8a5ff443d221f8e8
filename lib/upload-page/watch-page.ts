import type { Lifetime } from './safely.ts';
import { SIGNS } from './site-words.ts';

export interface PageWatchOptions extends Lifetime {
  readonly document: Document;
  /** Looks at the whole page. @returns false while it is worth looking again without a change */
  readonly look: () => boolean;
  /** The page's answer to a submission is waited for. */
  readonly isAwaited: () => boolean;
}

/** A page that changes all the time is looked at this often, and no more. */
const LOOK_AGAIN_MS = 200;
const LOOK_AGAIN_AWAITED_MS = 50;
/** A look is followed by so many times its own length without one: half a percent of the page's time. */
const REST = 200;
/** Style sheets show and hide things without any change in the document. */
const HEARTBEAT_MS = 1000;

/** What can be, hold or hide a control. Other changes (advertisements, clocks) are not looked at. */
const MATTERS =
  'form, input, select, textarea, button, label, iframe, [contenteditable], [role=combobox], [role=button], [aria-haspopup]';
const ATTRIBUTES = ['disabled', 'readonly', 'hidden', 'type', 'placeholder', 'aria-label', 'open'];

/** Calls `look` now, when the document is complete, and after every change that may matter. */
export function watchPage({ document, signal, safely, look, isAwaited }: PageWatchOptions): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let heartbeat: ReturnType<typeof setTimeout> | undefined;
  let restUntil = 0;

  const lookNow = safely(() => {
    clearTimeout(timer);
    clearTimeout(heartbeat);
    timer = undefined;
    if (signal.aborted || !document.body) return;
    const begun = performance.now();
    const isSettled = look() && !isAwaited();
    const now = performance.now();
    restUntil = now + Math.min((now - begun) * REST, HEARTBEAT_MS);
    if (!isSettled && !signal.aborted) heartbeat = setTimeout(lookNow, HEARTBEAT_MS);
  });
  const lookSoon = () => {
    const rest = Math.max(LOOK_AGAIN_MS, restUntil - performance.now());
    timer ??= setTimeout(lookNow, isAwaited() ? LOOK_AGAIN_AWAITED_MS : rest);
  };
  const onChanges: MutationCallback = (changes) => {
    // People leave as soon as they see it.
    if (isAwaited() && changes.some(({ addedNodes }) => some(addedNodes, mayAnswer))) lookNow();
    else if (timer === undefined && (isAwaited() || changes.some(matters))) lookSoon();
  };
  const observer = new MutationObserver(safely(onChanges));
  const listening = { signal };
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
  });
  document.addEventListener('DOMContentLoaded', lookNow, listening);
  document.defaultView?.addEventListener('load', lookNow, listening);
  document.defaultView?.addEventListener('pageshow', lookNow, listening);
  const end = () => {
    observer.disconnect();
    clearTimeout(timer);
    clearTimeout(heartbeat);
  };
  signal.addEventListener('abort', safely(end));
  lookNow();
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
