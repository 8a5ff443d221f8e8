import type { SchoolYear } from '../calpads/school-year.ts';
import { bySchoolYear } from '../calpads/school-year.ts';
import type { Checklist } from '../messaging/checklist.ts';
import type { SessionArea } from '../messaging/session-area.ts';
import type { EarlierSending, ToBackground } from '../messaging/to-background.ts';
import { issueToken, redeemToken } from '../messaging/tokens.ts';
import { CYCLE_2023, roundsOf, yearsToReport } from '../requirements/reporting-cycle.ts';
import { cellsOf } from './cells.ts';
import type { LedgerStore } from './store.ts';
import type { PendingSubmission, TabEvent } from './submissions.ts';
import { nextStep, pendingSubmission } from './submissions.ts';

export interface BackgroundDeps {
  readonly store: LedgerStore;
  readonly session: SessionArea;
  readonly openUploadPage: () => Promise<void>;
  readonly openChecklist: () => Promise<void>;
  readonly openCheckFiles: () => Promise<void>;
  readonly version: string;
  readonly now: () => number;
  readonly newId: () => string;
}

/** Answers every message; the one place that writes the ledger. */
export function createBackground(deps: BackgroundDeps) {
  /** Reports of one tab are handled in the order in which they came. */
  let lastReport: Promise<unknown> = Promise.resolve();
  let lastTime = 0;

  return {
    /** @param tabId the tab the message came from; reports without one have no meaning */
    async answer(message: ToBackground, tabId: number | undefined): Promise<unknown> {
      switch (message.type) {
        case 'issue token':
          return issueToken(deps.session);
        case 'redeem token':
          // In order, so that of two who send the same token at once only one is let in.
          return inOrder(() => redeemToken(deps.session, message.token));
        case 'recall file':
          return recall(message.contentHash);
        case 'read ledger':
          return checklist();
        case 'open upload page':
          return deps.openUploadPage();
        case 'open checklist':
          return deps.openChecklist();
        case 'open check files':
          return deps.openCheckFiles();
        default:
          if (tabId === undefined) return undefined;
          return inOrder(() => report(message, tabId));
      }
    },
    /** Whatever stood in the tab's form is gone, as with a reload. */
    tabClosed(tabId: number): Promise<void> {
      return inOrder(() => report({ type: 'page opened' }, tabId));
    },
  };

  function inOrder<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = lastReport.then(work);
    lastReport = result.catch(() => {});
    return result;
  }

  async function report(event: TabEvent, tabId: number): Promise<void> {
    const startOfReport = Math.max(deps.now(), lastTime + 1);
    const { pending, record } = nextStep(await readPending(tabId), event, deps.newId);
    await deps.store.append(
      record.map((entry, place) => ({
        ...entry,
        id: deps.newId(),
        // Entries of one report follow one another, also in the order of their times.
        at: startOfReport + place,
        version: deps.version,
      })),
    );
    lastTime = startOfReport + record.length;
    if (pending) await deps.session.set(pendingKey(tabId), pending);
    else await deps.session.remove(pendingKey(tabId));
  }

  async function readPending(tabId: number): Promise<PendingSubmission | undefined> {
    const stored = pendingSubmission.safeParse(await deps.session.get(pendingKey(tabId)));
    return stored.success ? stored.data : undefined;
  }

  async function recall(contentHash: string): Promise<EarlierSending> {
    const sent = (await deps.store.read())
      .filter(({ kind, file }) => kind === 'confirmed-on-page' && file.contentHash === contentHash)
      .toSorted((a, b) => a.at - b.at)
      .at(-1);
    return sent && { at: sent.at, name: sent.file.name };
  }

  async function checklist(): Promise<Checklist> {
    const events = await deps.store.read();
    const required = yearsToReport(CYCLE_2023, roundsOf(CYCLE_2023));
    const met: SchoolYear[] = events.map(({ file }) => file.schoolYear);
    const years = [...new Set([...required, ...met])].toSorted(bySchoolYear);
    return { years, cells: cellsOf(events, years) };
  }
}

function pendingKey(tabId: number): string {
  return `tab:${tabId}`;
}
