import type { NewEvent } from '../ledger/events.ts';
import { submissionKey } from '../settings/storage-names.ts';
import { withoutKnown } from './new-entries.ts';
import { noteOutcome } from './outcomes.ts';
import type { BackgroundDeps } from './parts.ts';
import type { TabEvent, TabSubmissions } from './submissions.ts';
import {
  isWaiting,
  MINUTES_TO_THANK_YOU,
  NO_SUBMISSIONS,
  nextStep,
  tabSubmissions,
} from './submissions.ts';

type LogDeps = Pick<BackgroundDeps, 'store' | 'session' | 'setTimer' | 'clearTimer'>;

/** Keeps the submissions of each tab, and records what becomes of them. */
export class SubmissionLog {
  readonly #deps: LogDeps;

  constructor(deps: LogDeps) {
    this.#deps = deps;
  }

  /**
   * Must run one after the other. The browser may end the background between any two of these steps,
   * so the order matters: a timer that rings for nothing does nothing, an event that is recorded and
   * forgotten is not recorded twice, but a click that is noted and not recorded would be lost.
   * @returns the submissions of the tab as they are now
   */
  async note(tabId: number, event: TabEvent): Promise<TabSubmissions> {
    const { store, session, setTimer, clearTimer } = this.#deps;
    const before = await this.#read(tabId);
    const step = nextStep(before, event);
    const { after, record } = step;
    const isClick = record.some(({ kind }) => kind === 'submitted') && isWaiting(after);
    if (isClick) await setTimer(tabId, MINUTES_TO_THANK_YOU);
    await store.append(await this.#newOf(record));
    await noteOutcome(session, tabId, event, step);
    if (after.length > 0) await session.set(submissionKey(tabId), after);
    else await session.remove(submissionKey(tabId));
    if (isWaiting(before) && !isWaiting(after)) await clearTimer(tabId);
    return after;
  }

  /** What was stored and cannot be read is as good as nothing. */
  async #read(tabId: number): Promise<TabSubmissions> {
    const stored = tabSubmissions.safeParse(await this.#deps.session.get(submissionKey(tabId)));
    return stored.success ? stored.data : NO_SUBMISSIONS;
  }

  async #newOf(record: readonly NewEvent[]): Promise<NewEvent[]> {
    const organizations = new Set(record.map(({ organization }) => organization));
    const known = await Promise.all([...organizations].map((one) => this.#deps.store.read(one)));
    return withoutKnown(record, known.flat());
  }
}
