import { pause } from '../upload-page/pause.ts';
import type { Lifetime } from '../upload-page/safely.ts';

export interface KeepAwakeOptions extends Lifetime {
  /** The page's answer to a click is still to come. */
  readonly isAwaited: () => boolean;
  /** Sends the background a message that it need not act on. */
  readonly tellAwaited: () => Promise<unknown>;
}

const PULSE_MS = 500;
/** After so long an upload has most likely failed. */
const LONGEST_MS = 10 * 60 * 1000;

/**
 * Keeps the background awake from a click until the page's thanks. An upload may take longer than
 * the 30 seconds after which browsers end an idle background. It would have to start again for the
 * thanks, and a thank-you page that the person leaves meanwhile takes its message down with it (seen
 * in Firefox 153, in every second try).
 *
 * @throws the signal's reason if the signal ends first
 */
export async function keepAwake({
  signal,
  isAwaited,
  tellAwaited,
}: KeepAwakeOptions): Promise<void> {
  const end = performance.now() + LONGEST_MS;
  while (isAwaited() && performance.now() < end) {
    tellAwaited().catch(() => {}); // whoever tells of the thanks finds out
    await pause(PULSE_MS, signal);
  }
}
