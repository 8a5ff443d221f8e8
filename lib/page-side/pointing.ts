import type { PointOutcome } from '../messaging/page-port.ts';
import type { Candidate } from '../upload-page/collect-controls.ts';
import type { LearnedControl } from '../upload-page/learned-control.ts';
import { learn } from '../upload-page/learned-control.ts';
import type { ControlName } from '../upload-page/page-state.ts';
import type { Lifetime } from '../upload-page/safely.ts';
import { askToPointAt } from './point-at.ts';

export interface PointingOptions extends Lifetime {
  readonly window: Window;
  /** Elements that may be this control. */
  readonly candidates: (control: ControlName) => readonly Candidate[];
  readonly onLearned: (learned: LearnedControl) => Promise<unknown>;
  readonly onOutcome: (control: ControlName, outcome: PointOutcome) => void;
}

/** Lets the person show where a control is. One question at a time. */
export class Pointing {
  readonly #options: PointingOptions;
  #stop = new AbortController();

  constructor(options: PointingOptions) {
    this.#options = options;
  }

  async at(control: ControlName): Promise<void> {
    this.#stop.abort();
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    const { window, safely, candidates, onLearned, onOutcome } = this.#options;
    window.focus(); // Tab goes on from the page, no longer from the panel
    const answer = await askToPointAt(window, () => candidates(control), {
      signal: AbortSignal.any([this.#options.signal, signal]),
      safely,
    });
    if (signal.aborted) return;
    if (typeof answer === 'string') return onOutcome(control, answer);
    const learned = learn(control, answer, Date.now());
    if (learned) await onLearned(learned);
    onOutcome(control, learned ? 'learned' : 'not that kind');
  }

  /** The person cancelled it in the panel. */
  stop(): void {
    this.#stop.abort();
  }
}
