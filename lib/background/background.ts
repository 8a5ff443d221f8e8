import { checklistOf } from '../ledger/checklist.ts';
import { isoDay } from '../ledger/next-step.ts';
import type { Handlers, Sender } from '../messaging/messages.ts';
import { badgeOf, NO_ACCESS_BADGE } from './badge.ts';
import { ChangeQueue } from './change-queue.ts';
import { Checklists } from './checklists.ts';
import { ledgerHandlers } from './ledger-handlers.ts';
import { leftUnfinished } from './left-unfinished.ts';
import { outcomeHandlers } from './outcome-handlers.ts';
import { forgetStanding } from './page-standings.ts';
import type { BackgroundDeps, Parts } from './parts.ts';
import { settingsHandlers } from './settings-handlers.ts';
import { StoredSettings } from './stored-settings.ts';
import { submissionHandlers } from './submission-handlers.ts';
import { SubmissionLog } from './submission-log.ts';
import { tabHandlers } from './tab-handlers.ts';
import { tokenHandlers } from './token-handlers.ts';

/** Answers every message, and is the only one that writes the ledger and the settings. */
export function createBackground(deps: BackgroundDeps) {
  const { store, session } = deps;
  const settings = new StoredSettings(deps.local);
  const checklists = new Checklists(store, settings);
  const queue = new ChangeQueue(refreshBadge);
  const parts: Parts = { ...deps, queue, settings, checklists };
  const log = new SubmissionLog(deps);
  const handlers: Handlers = {
    ...ledgerHandlers(parts),
    ...outcomeHandlers(parts),
    ...settingsHandlers(parts),
    ...submissionHandlers(parts, log),
    ...tabHandlers(parts),
    ...tokenHandlers(parts),
  };

  return {
    handlers,
    tabClosed: (tabId: number) =>
      queue.change(NOBODY, async () => {
        await forgetStanding(session, tabId);
        await log.note(tabId, { type: 'tab closed' });
      }),
    timeIsUp: (tabId: number) =>
      queue.change(NOBODY, () => log.note(tabId, { type: 'time is up' })),
    /** The browser or the extension has just started, so nothing is known about earlier tabs. */
    finishEarlierTabs: () =>
      queue.change(NOBODY, async () => store.append(leftUnfinished(await store.readAll()))),
    /** The background has just started. */
    async started(): Promise<void> {
      await store.check();
      await refreshBadge();
    },
    refreshBadge,
  };

  async function refreshBadge(): Promise<void> {
    if (!(await deps.hasAccess())) return deps.showBadge(NO_ACCESS_BADGE);
    const { organization } = await checklists.shown();
    const checklist = checklistOf(
      organization,
      organization ? await store.read(organization.id) : [],
    );
    await deps.showBadge(badgeOf(organization, checklist, isoDay(deps.now())));
  }
}

/** For changes that no message asked for. */
const NOBODY: Sender = { tabId: undefined, isPrivate: false };
