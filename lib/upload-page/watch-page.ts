import { SIGNS } from './site-words.ts';

export interface PageWatchOptions {
  readonly document: Document;
  readonly signal: AbortSignal;
  /** Looks at the whole page. @returns false while it is worth looking again without a change */
  readonly look: () => boolean;
  /** The page's answer to a submission is waited for. */
  readonly isAwaited: () => boolean;
}

/** A page that changes all the time is looked at this often, and no more. */
const LOOK_AGAIN_MS = 200;
const LOOK_AGAIN_AWAITED_MS = 50;
/** Style sheets show and hide things without any change in the document. */
const HEARTBEAT_MS = 1000;

/** What can be, hold or hide a control. Other changes (advertisements, clocks) are not looked at. */
const MATTERS =
  'form, input, select, textarea, button, label, iframe, [contenteditable], [role=combobox], [role=button], [aria-haspopup]';
const ATTRIBUTES = ['disabled', 'readonly', 'hidden', 'type', 'placeholder', 'aria-label', 'open'];

/** Calls `look` now, when the document is complete, and after every change that may matter. */
export function watchPage({ document, signal, look, isAwaited }: PageWatchOptions): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let heartbeat: ReturnType<typeof setTimeout> | undefined;

  const lookNow = () => {
    clearTimeout(timer);
    clearTimeout(heartbeat);
    timer = undefined;
    if (signal.aborted || !document.body) return;
    const isSettled = look() && !isAwaited();
    if (!isSettled && !signal.aborted) heartbeat = setTimeout(lookNow, HEARTBEAT_MS);
  };
  const lookSoon = () => {
    timer ??= setTimeout(lookNow, isAwaited() ? LOOK_AGAIN_AWAITED_MS : LOOK_AGAIN_MS);
  };
  const observer = new MutationObserver((changes) => {
    // People leave as soon as they see it.
    if (isAwaited() && changes.some(({ addedNodes }) => some(addedNodes, mayAnswer))) lookNow();
    else if (timer === undefined && (isAwaited() || changes.some(matters))) lookSoon();
  });
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
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
    clearTimeout(heartbeat);
  });
  lookNow();
}

function matters({ type, target, addedNodes, removedNodes }: MutationRecord): boolean {
  if (type === 'attributes') return target instanceof Element && target.matches(MATTERS);
  return some(addedNodes, isOfInterest) || some(removedNodes, holdsControl);
}

function some(nodes: NodeList, test: (node: Node) => boolean): boolean {
  for (const node of nodes) if (test(node)) return true;
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
