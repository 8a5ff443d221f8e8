import type { Candidate } from '../upload-page/collect-controls.ts';
import type { Lifetime } from '../upload-page/safely.ts';
import { setStyles } from '../upload-page/styles.ts';

const OUTLINE = { outline: '3px solid #0b5cad', 'outline-offset': '2px' } as const;

/**
 * Lets the person show where a control is: with a click, or by moving to it with Tab and pressing
 * Enter. The page hears nothing of that click or key. Escape ends it.
 * @param candidates elements that may be the control, as they are at that moment
 * @returns the element in question with its words; 'not that kind' where what was pointed at can be
 * no such control; 'cancelled'
 */
export function askToPointAt(
  window: Window,
  candidates: () => readonly Candidate[],
  { signal, safely }: Lifetime,
): Promise<Candidate | 'not that kind' | 'cancelled'> {
  return new Promise((resolve) => {
    const over = new AbortController();
    // When the assistant ends, the page must hear its own clicks again, whatever else fails.
    const capture = { capture: true, signal: AbortSignal.any([signal, over.signal]) };
    const marker = outline();
    const end = (answer: Candidate | 'not that kind' | 'cancelled') => {
      over.abort();
      marker.clear();
      resolve(answer);
    };
    const cancel = safely(() => end('cancelled'));
    signal.addEventListener('abort', cancel, { signal: over.signal });
    const choose = safely((event: Event) => {
      if (!event.isTrusted) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      end(candidateAt(candidates(), event.composedPath()) ?? 'not that kind');
    });
    // Otherwise a select would open, and a label would move the focus, before the click comes.
    const stay = safely((event: Event) => event.preventDefault());
    const onKey = safely((event: KeyboardEvent) => {
      if (event.key === 'Enter') choose(event);
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      end('cancelled');
    });
    const show = safely(({ target }: Event) => marker.show(target));
    window.addEventListener('click', choose, capture);
    window.addEventListener('mousedown', stay, capture);
    window.addEventListener('keydown', onKey, capture);
    window.addEventListener('pointerover', show, capture);
    window.addEventListener('focusin', show, capture);
  });
}

/** What was pointed at, or the one such control inside it: people click a widget's frame, too. */
function candidateAt(
  candidates: readonly Candidate[],
  path: readonly EventTarget[],
): Candidate | undefined {
  for (const place of path) {
    if (!(place instanceof HTMLElement) || place.matches('form, main, body')) return undefined;
    const inside = candidates.filter(({ element }) => element === place || place.contains(element));
    if (inside.length > 1) return undefined;
    if (inside[0]) return inside[0];
    const labelled = place instanceof HTMLLabelElement ? place.control : null;
    const behindLabel = candidates.find(({ element }) => element === labelled);
    if (behindLabel) return behindLabel;
  }
  return undefined;
}

function outline() {
  let last: { element: HTMLElement; before: string } | undefined;
  const clear = () => {
    if (last) last.element.style.cssText = last.before;
    last = undefined;
  };
  return {
    clear,
    show(target: EventTarget | null) {
      clear();
      if (!(target instanceof HTMLElement)) return;
      last = { element: target, before: target.style.cssText };
      setStyles(target, OUTLINE, 'important');
    },
  };
}
