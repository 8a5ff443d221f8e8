import { begunSplit } from '../ledger/begun-split.ts';
import { checklistOf } from '../ledger/checklist.ts';
import type { LedgerEvent, NewEvent } from '../ledger/events.ts';
import { isoDay } from '../ledger/next-step.ts';
import { FIRST_ORGANIZATION, organizationFor, organizationsOf } from '../ledger/organizations.ts';
import type { LedgerStore } from '../ledger/store.ts';
import { FutureEventError, ReadOnlyLedgerError } from '../ledger/store.ts';
import type {
  ChangeAnswer,
  ImportAnswer,
  LedgerView,
  Recollection,
} from '../messaging/from-background.ts';
import type { TabMessage, ToBackground } from '../messaging/to-background.ts';
import type { Organization } from '../requirements/organization.ts';
import { forget, learn } from '../settings/learned-controls.ts';
import type { Settings } from '../settings/settings.ts';
import { readSettings } from '../settings/settings.ts';
import { SEEN_LEA_KEY, SETTINGS_KEY, submissionKey } from '../settings/storage-names.ts';
import type { PageStanding } from '../validation/page-schemas.ts';
import type { Badge } from './badge.ts';
import { badgeOf, NO_ACCESS_BADGE, tabBadgeOf } from './badge.ts';
import type { KeyValueArea } from './key-value-area.ts';
import { forgetStanding, noteStanding, readStanding } from './page-standings.ts';
import type { PendingSubmission, TabEvent } from './submissions.ts';
import {
  leftUnfinished,
  MINUTES_TO_THANK_YOU,
  nextStep,
  pendingFiles,
  pendingSubmission,
} from './submissions.ts';
import { createTokens } from './tokens.ts';

export interface BackgroundDeps {
  readonly store: LedgerStore;
  /** Kept until erased. */
  readonly local: KeyValueArea;
  /** Gone with the browser. */
  readonly session: KeyValueArea;
  readonly open: (page: 'upload page' | 'checklist' | 'check files' | 'setup') => Promise<void>;
  readonly showBadge: (badge: Badge) => Promise<void>;
  /** None: the button says in this tab what it says everywhere. */
  readonly showTabBadge: (tabId: number, badge: Badge | undefined) => Promise<void>;
  /** To the site; people can take it back. */
  readonly hasAccess: () => Promise<boolean>;
  /** Calls `timeIsUp` for this tab later, unless it is set anew or cleared before. */
  readonly setTimer: (tabId: number, minutes: number) => Promise<void>;
  readonly clearTimer: (tabId: number) => Promise<void>;
  readonly now: () => number;
  readonly newId: () => string;
}

/** Where a message comes from. */
export interface Sender {
  /** None for the popup. */
  readonly tabId: number | undefined;
  /** The tab's own page is 0. */
  readonly frameId?: number | undefined;
  readonly isPrivate: boolean;
}

type PageToOpen = Parameters<BackgroundDeps['open']>[0];

/** Answers every message; the one place that writes the ledger and the settings. */
export function createBackground(deps: BackgroundDeps) {
  const { store, local, session } = deps;
  const tokens = createTokens(session);
  /** Messages that change something are handled in the order in which they came. */
  let lastChange: Promise<unknown> = Promise.resolve();

  return {
    async answer(message: ToBackground, sender: Sender): Promise<unknown> {
      switch (message.type) {
        case 'issue token':
          return tokens.issue();
        case 'redeem token':
          return tokens.redeem(message.token);
        case 'recall file':
          // In order: people choose the next part as soon as the page has thanked them for the last.
          return inOrder(() => recall(message.contentHash, message.reportingLea, sender));
        case 'open upload page':
        case 'open checklist':
        case 'open check files':
        case 'open setup':
          return deps.open(message.type.replace('open ', '') as PageToOpen);
        case 'read ledger':
          return view();
        case 'read everything':
          return store.readAll();
        case 'record':
          // The store checks every event; what is not as it should be changes nothing.
          return change(sender, () => store.append(message.events as NewEvent[]));
        case 'choose organization':
          return change(sender, () => choose(message.organization));
        case 'import events':
          return importEvents(message.events, sender);
        case 'undo import':
          return change(sender, () => store.remove(message.events));
        case 'erase everything':
          return change(sender, erase);
        case 'dismiss notice':
          return change(sender, () => store.dismissNotice());
        case 'page state': {
          const { type: _, ...standing } = message;
          return notePage(standing, sender);
        }
        case 'read page state':
          return standingIn(message.tabId ?? sender.tabId);
        case 'learned controls':
          return (await settings()).learned ?? [];
        case 'learn control':
          return change(sender, () => changeLearned((known) => learn(known, message.learned)));
        case 'forget control':
          return change(sender, () => changeLearned((known) => forget(known, message.at)));
        default:
          return fromTab(message, sender);
      }
    },
    tabClosed: (tabId: number) =>
      change(NOBODY, async () => {
        await forgetStanding(session, tabId);
        await report({ type: 'tab closed' }, tabId);
      }),
    timeIsUp: (tabId: number) => change(NOBODY, () => report({ type: 'time is up' }, tabId)),
    /** The browser or the extension has just started: of tabs of before nothing is known any more. */
    startedAnew: () =>
      change(NOBODY, async () => store.append(leftUnfinished(await store.readAll()))),
    /** The background has just started. */
    async started(): Promise<void> {
      await store.check();
      await refreshBadge();
    },
    refreshBadge: () => refreshBadge(),
  };

  async function standingIn(tabId: number | undefined) {
    return tabId === undefined ? undefined : readStanding(session, tabId);
  }

  function inOrder<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = lastChange.then(work);
    lastChange = result.catch(() => {});
    return result;
  }

  async function change(sender: Sender, work: () => Promise<void>): Promise<ChangeAnswer> {
    if (sender.isPrivate) return 'private window';
    const answer = await inOrder(() => work().then(() => 'done' as const, whyNot));
    await refreshBadge().catch(() => {}); // the badge is a convenience; the change stands
    return answer;
  }

  // ── what happens in tabs ─────────────────────────────────────────────────────────────────

  async function fromTab(message: TabMessage, sender: Sender): Promise<ChangeAnswer> {
    const { tabId } = sender;
    if (tabId === undefined) return 'failed';
    return change(sender, async () => {
      if (message.type === 'page opened') await forgetStanding(session, tabId);
      if (message.type === 'files sent anyway') {
        const { current } = await whoseChecklist();
        const { files, rules } = message;
        return store.append([{ kind: 'sent-anyway', organization: current, files, rules }]);
      }
      if (message.type !== 'files attached') return report(message, tabId);
      const { organizations, current } = await whoseChecklist();
      const organizationOf = (lea: string | undefined) =>
        organizationFor(organizations, current, lea);
      const files = pendingFiles(message.files, ({ reportingLea }) => organizationOf(reportingLea));
      await report({ ...message, files }, tabId);
      // The checklist that the person will look at next is that of the files just sent.
      const first = files[0]?.organization;
      if (first && first !== current) await choose(first);
    });
  }

  /** In a private window nothing is kept; the button of that tab says it all the same. */
  async function notePage(standing: PageStanding, sender: Sender): Promise<ChangeAnswer> {
    const { tabId, frameId = 0, isPrivate } = sender;
    if (tabId === undefined) return 'failed';
    return inOrder(async () => {
      const now = isPrivate ? standing : await noteStanding(session, tabId, frameId, standing);
      await deps.showTabBadge(tabId, tabBadgeOf(now)).catch(() => {}); // the tab may be gone by now
      return isPrivate ? ('private window' as const) : ('done' as const);
    });
  }

  async function report(event: TabEvent, tabId: number): Promise<void> {
    const before = await readPending(tabId);
    const { pending, record } = nextStep(before, event, deps.newId);
    await store.append(record);
    if (pending) await session.set(submissionKey(tabId), pending);
    else await session.remove(submissionKey(tabId));
    if (pending?.isSubmitted && !before?.isSubmitted) {
      await deps.setTimer(tabId, MINUTES_TO_THANK_YOU);
    }
    if (before?.isSubmitted && !pending?.isSubmitted) await deps.clearTimer(tabId);
  }

  async function readPending(tabId: number): Promise<PendingSubmission | undefined> {
    const stored = pendingSubmission.safeParse(await session.get(submissionKey(tabId)));
    return stored.success ? stored.data : undefined;
  }

  async function recall(
    contentHash: string,
    reportingLea: string | undefined,
    sender: Sender,
  ): Promise<Recollection> {
    if (reportingLea && !sender.isPrivate) await session.set(SEEN_LEA_KEY, reportingLea);
    const { organizations, current } = await whoseChecklist();
    const id = organizationFor(organizations, current, reportingLea);
    const organization = organizations.find((one) => one.id === id);
    const events = await store.read(id);
    const begun = begunSplit(events, contentHash);
    const sent = events
      .filter(isConfirmation)
      .filter(({ file }) => file.contentHash === contentHash)
      .toSorted((a, b) => a.at - b.at)
      .at(-1);
    return {
      ...(begun && { begun }),
      ...(sent && !begun && { sentBefore: { at: sent.at, name: sent.file.name } }),
      ...(organization?.reportingLea && {
        organization: { name: organization.name, reportingLea: organization.reportingLea },
      }),
    };
  }

  // ── the checklist ────────────────────────────────────────────────────────────────────────

  async function view(): Promise<LedgerView> {
    const { organizations, current } = await whoseChecklist();
    const seenLea = await session.get(SEEN_LEA_KEY);
    return {
      organizations,
      current,
      events: await store.read(current),
      isReadOnly: await store.isReadOnly(),
      notice: await store.notice(),
      ...(typeof seenLea === 'string' && { seenLea }),
    };
  }

  async function whoseChecklist() {
    const organizations = organizationsOf(await store.readOrganizations());
    const { organization: chosen } = await settings();
    const current = organizations.find(({ id }) => id === chosen) ?? organizations[0];
    return { organizations, current: current?.id ?? FIRST_ORGANIZATION };
  }

  async function choose(organization: string): Promise<void> {
    await local.set(SETTINGS_KEY, { ...(await settings()), organization });
  }

  async function settings(): Promise<Settings> {
    return readSettings(await local.get(SETTINGS_KEY));
  }

  async function changeLearned(
    changed: (known: NonNullable<Settings['learned']>) => Settings['learned'],
  ): Promise<void> {
    const before = await settings();
    await local.set(SETTINGS_KEY, { ...before, learned: changed(before.learned ?? []) });
  }

  async function importEvents(
    events: readonly LedgerEvent[],
    sender: Sender,
  ): Promise<ImportAnswer> {
    let added: string[] = [];
    const answer = await change(sender, async () => {
      added = await store.merge(events);
    });
    return { answer, added };
  }

  async function erase(): Promise<void> {
    await store.erase();
    await local.clear();
    await session.clear();
  }

  async function refreshBadge(): Promise<void> {
    if (!(await deps.hasAccess())) return deps.showBadge(NO_ACCESS_BADGE);
    const { organizations, current } = await whoseChecklist();
    const organization: Organization | undefined = organizations.find(({ id }) => id === current);
    const checklist = checklistOf(organization, organization ? await store.read(current) : []);
    await deps.showBadge(badgeOf(organization, checklist, isoDay(deps.now())));
  }
}

const NOBODY: Sender = { tabId: undefined, isPrivate: false };

function whyNot(error: unknown): ChangeAnswer {
  if (error instanceof ReadOnlyLedgerError) return 'read-only';
  if (error instanceof FutureEventError) return 'from the future';
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return 'no room';
  return 'failed';
}

function isConfirmation(
  event: LedgerEvent,
): event is Extract<LedgerEvent, { kind: 'confirmed-on-page' }> {
  return event.kind === 'confirmed-on-page';
}
