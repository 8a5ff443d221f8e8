import type { LedgerStore } from '../ledger/store.ts';
import type { ALL_ORGANIZATIONS, SetupTab } from '../messaging/tab-messages.ts';
import type { Badge } from './badge.ts';
import type { ChangeQueue } from './change-queue.ts';
import type { Checklists } from './checklists.ts';
import type { KeyValueArea } from './key-value-area.ts';
import type { StoredSettings } from './stored-settings.ts';

/** What the background needs from the browser around it. */
export interface BackgroundDeps {
  readonly store: LedgerStore;
  /** Kept until erased. */
  readonly local: KeyValueArea;
  /** Gone with the browser. */
  readonly session: KeyValueArea;
  /** Opens a page, and of some pages the named tab or view. */
  readonly open: (
    page: 'upload page' | 'checklist' | 'check files' | 'setup',
    tab?: SetupTab | typeof ALL_ORGANIZATIONS,
  ) => Promise<void>;
  readonly showBadge: (badge: Badge) => Promise<void>;
  /** Without a badge of its own, the button says in this tab what it says everywhere. */
  readonly showTabBadge: (tabId: number, badge: Badge | undefined) => Promise<void>;
  /** Whether the assistant may run on the site; people can take that back. */
  readonly hasAccess: () => Promise<boolean>;
  /** Calls `timeIsUp` for this tab later, unless it is set again or cleared before. */
  readonly setTimer: (tabId: number, minutes: number) => Promise<void>;
  readonly clearTimer: (tabId: number) => Promise<void>;
  readonly now: () => number;
  /** Unguessable. */
  readonly newId: () => string;
}

/** What the handlers share. */
export interface Parts extends BackgroundDeps {
  readonly queue: ChangeQueue;
  readonly settings: StoredSettings;
  readonly checklists: Checklists;
}
