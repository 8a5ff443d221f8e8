import { beforeEach, describe, expect, it } from 'vitest';
import type { Sender } from '../../../lib/background/background.ts';
import { createBackground } from '../../../lib/background/background.ts';
import type { Badge } from '../../../lib/background/badge.ts';
import { MINUTES_TO_THANK_YOU } from '../../../lib/background/submissions.ts';
import type { FileType } from '../../../lib/calpads/file-types.ts';
import type { SchoolYear } from '../../../lib/calpads/school-year.ts';
import { checklistOf } from '../../../lib/ledger/checklist.ts';
import type { LedgerEvent, NewEvent } from '../../../lib/ledger/events.ts';
import { inOrder } from '../../../lib/ledger/events.ts';
import { FIRST_ORGANIZATION } from '../../../lib/ledger/organizations.ts';
import type { SentFile } from '../../../lib/ledger/sent-file.ts';
import { LedgerStore } from '../../../lib/ledger/store.ts';
import type { LedgerView } from '../../../lib/messaging/from-background.ts';
import {
  changeAnswerSchema,
  learnedControlsSchema,
  ledgerViewSchema,
  pageStandingAnswerSchema,
  recollectionSchema,
} from '../../../lib/messaging/from-background.ts';
import type { LedgerClient } from '../../../lib/messaging/ledger-client.ts';
import { createLedgerClient } from '../../../lib/messaging/ledger-client.ts';
import type { ToBackground } from '../../../lib/messaging/to-background.ts';
import { SETTINGS_KEY } from '../../../lib/settings/storage-names.ts';
import type { MemoryArea } from '../support/key-value-area.ts';
import { memoryArea } from '../support/key-value-area.ts';
import { learned } from '../support/learned.ts';
import { CEDAR, idsOf, MAPLE, organization, said, saved, stamped } from '../support/ledger.ts';
import { MemoryDatabase } from '../support/memory-database.ts';
import { countingIds, sentFile, uuid } from '../support/sent-file.ts';

const TAB: Sender = { tabId: 7, isPrivate: false };
const OTHER_TAB: Sender = { tabId: 8, isPrivate: false };
const POPUP: Sender = { tabId: undefined, isPrivate: false };
const PRIVATE: Sender = { tabId: 9, isPrivate: true };

const CLICK: ToBackground = { type: 'submit clicked' };
const THANKS: ToBackground = { type: 'thank-you shown' };
const OPENED: ToBackground = { type: 'page opened' };
const NO_THANKS: ToBackground = { type: 'no thank-you here' };
const TAKEN_BACK: ToBackground = { type: 'files taken back' };
const ON: ToBackground = { type: 'page state', state: 'on', missing: [] };
const PARTLY_ON: ToBackground = {
  type: 'page state',
  state: 'partly on',
  missing: ['description'],
};
const OFF: ToBackground = { type: 'page state', state: 'off', why: 'other page', missing: [] };
const CHANGED: ToBackground = {
  type: 'page state',
  state: 'off',
  why: 'page changed',
  missing: [],
};

const attach = (...files: readonly SentFile[]): ToBackground => ({
  type: 'files attached',
  how: 'instead',
  files: [...files],
});
const attached = (type: FileType, year: SchoolYear = '2022-23') => attach(sentFile(type, year));
const ofLea = (reportingLea: string | undefined, other: Partial<SentFile> = {}) =>
  sentFile('SENR', '2022-23', { reportingLea, ...other });

const maple = organization();
const cedar = organization({ id: CEDAR, name: 'Cedar Unified', reportingLea: '0199902' });

type Background = ReturnType<typeof createBackground>;

class World {
  readonly main = new MemoryDatabase();
  readonly copy = new MemoryDatabase();
  readonly local: MemoryArea = memoryArea();
  readonly session: MemoryArea = memoryArea();
  readonly opened: string[] = [];
  readonly badges: Badge[] = [];
  readonly tabBadges = new Map<number, Badge | undefined>();
  hasAccess = true;
  readonly timers = new Map<number, number>();
  readonly clock = { at: new Date(2023, 9, 20, 12).getTime() };
  newId = countingIds();
  background: Background = this.start();

  /** The background ends and starts anew; what is stored outlives it. */
  start(): Background {
    const clock = { now: () => this.clock.at, newId: () => this.newId() };
    const deps = { ...clock, version: '0.1.0', memory: this.local };
    this.background = createBackground({
      ...clock,
      store: new LedgerStore(deps, this.main, this.copy),
      local: this.local,
      session: this.session,
      open: async (page) => void this.opened.push(page),
      showBadge: async (badge) => void this.badges.push(badge),
      showTabBadge: async (tabId, badge) => void this.tabBadges.set(tabId, badge),
      hasAccess: async () => this.hasAccess,
      setTimer: async (tabId, minutes) => void this.timers.set(tabId, minutes),
      clearTimer: async (tabId) => void this.timers.delete(tabId),
    });
    return this.background;
  }

  async tell(...messages: readonly ToBackground[]): Promise<void> {
    for (const message of messages) await this.background.answer(message, TAB);
  }

  get client(): LedgerClient {
    return createLedgerClient((message) => this.background.answer(message, POPUP));
  }

  async view(): Promise<LedgerView> {
    return ledgerViewSchema.parse(await this.background.answer({ type: 'read ledger' }, POPUP));
  }

  async events(): Promise<LedgerEvent[]> {
    return inOrder(await this.client.readEverything());
  }

  async kinds(): Promise<string[]> {
    return (await this.events()).map(({ kind }) => kind);
  }

  async statusOf(type: FileType = 'SENR', year = '2022-23'): Promise<string | undefined> {
    const { organizations, current, events } = await this.view();
    const { cells } = checklistOf(
      organizations.find(({ id }) => id === current),
      events,
    );
    return cells.find((cell) => cell.fileType === type && cell.schoolYear === year)?.status;
  }

  async standing(tabId: number) {
    const answer = await this.background.answer({ type: 'read page state', tabId }, POPUP);
    return pageStandingAnswerSchema.parse(answer);
  }

  async recall(contentHash: string, reportingLea?: string, sender = TAB) {
    const message = { type: 'recall file', contentHash, reportingLea } as const;
    return recollectionSchema.parse(await this.background.answer(message, sender));
  }
}

let world = new World();
beforeEach(() => {
  world = new World();
});

describe('a token', () => {
  const issue = async (sender = TAB) =>
    String(await world.background.answer({ type: 'issue token' }, sender));
  const redeem = (token: string, sender = TAB) =>
    world.background.answer({ type: 'redeem token', token }, sender);

  it('counts once', async () => {
    const token = await issue();
    expect(await redeem(token)).toBe(true);
    expect(await redeem(token)).toBe(false);
  });

  it('counts once even when it is sent twice at the same moment', async () => {
    const token = await issue();
    const answers = await Promise.all([redeem(token), redeem(token)]);
    expect(answers.toSorted()).toEqual([false, true]);
  });

  it('that nobody issued does not count', async () => {
    await issue();
    for (const token of ['', 'guess', crypto.randomUUID()]) {
      expect(await redeem(token)).toBe(false);
    }
  });

  it('outlives the end of the background', async () => {
    const token = await issue();
    world.start();
    expect(await redeem(token)).toBe(true);
  });
});

describe('a file', () => {
  it.each<readonly [string, readonly ToBackground[], string]>([
    ['is ready when attached', [OPENED, attached('SENR')], 'ready'],
    ['is not sent by the click alone', [attached('SENR'), CLICK], 'ready'],
    ['is sent after the click and the thank-you', [attached('SENR'), CLICK, THANKS], 'sent'],
    [
      'is sent when the thank-you comes with the page that answers the click',
      [attached('SENR'), CLICK, OPENED, THANKS],
      'sent',
    ],
    ['is not sent by a thank-you without a click', [attached('SENR'), THANKS], 'ready'],
    ['is missing again after a reload before the click', [attached('SENR'), OPENED], 'missing'],
    ['is missing again when it is taken back', [attached('SENR'), TAKEN_BACK], 'missing'],
    [
      'is missing again when another was attached instead',
      [attached('SENR'), attached('SINF')],
      'missing',
    ],
    [
      'is ready when it was attached again instead of itself',
      [attached('SENR'), attached('SENR')],
      'ready',
    ],
    [
      'is in doubt when the page that answers does not thank',
      [attached('SENR'), CLICK, OPENED, NO_THANKS],
      'not sure',
    ],
    [
      'is sent when the thank-you comes after the doubt',
      [attached('SENR'), CLICK, OPENED, NO_THANKS, OPENED, THANKS],
      'sent',
    ],
    [
      'is in doubt when others are attached before the thank-you',
      [attached('SENR'), CLICK, attached('SINF')],
      'not sure',
    ],
    [
      'is sent when it was attached again after a doubt and thanked for',
      [attached('SENR'), CLICK, NO_THANKS, attached('SENR'), CLICK, THANKS],
      'sent',
    ],
    [
      'is sent when it was taken out of the form after the click, and thanked for',
      [attached('SENR'), CLICK, TAKEN_BACK, THANKS],
      'sent',
    ],
  ])('%s', async (_what, messages, status) => {
    await world.client.record(saved(maple));
    await world.tell(...messages);
    expect(await world.statusOf()).toBe(status);
  });

  it('is missing again when its tab is closed before the click', async () => {
    await world.tell(attached('SENR'));
    await world.background.tabClosed(7);
    expect(await world.statusOf()).toBe('missing');
  });

  it('is in doubt when its tab is closed after the click', async () => {
    await world.tell(attached('SENR'), CLICK);
    await world.background.tabClosed(7);
    expect(await world.statusOf()).toBe('not sure');
    expect((await world.events()).at(-1)).toMatchObject({ why: 'tab closed' });
    expect([...world.session.stored.keys()]).toEqual([]);
  });

  it('is in doubt when the time is up, and sent by a late thank-you all the same', async () => {
    await world.tell(attached('SENR'), CLICK);
    await world.background.timeIsUp(7);
    expect(await world.statusOf()).toBe('not sure');
    expect((await world.events()).at(-1)).toMatchObject({ why: 'no answer' });
    await world.tell(THANKS);
    expect(await world.statusOf()).toBe('sent');
  });

  it('is not sent by a click and a thank-you in different tabs', async () => {
    const { answer } = world.background;
    await answer(attached('SENR'), TAB);
    await answer(CLICK, OTHER_TAB);
    await answer(THANKS, OTHER_TAB);
    expect(await world.statusOf()).toBe('ready');
    await answer(CLICK, TAB);
    await answer(THANKS, OTHER_TAB);
    expect(await world.statusOf()).toBe('ready');
  });

  it('is followed whatever ids chance gives', async () => {
    let last = 1000;
    world.newId = () => uuid(--last); // later events, smaller ids
    await world.tell(attached('SENR'), attached('SENR'));
    expect(await world.statusOf()).toBe('ready');
  });

  it('is known in the order of the reports, even when they come at once', async () => {
    const reports = [attached('SENR'), CLICK, OPENED, THANKS];
    await Promise.all(reports.map((message) => world.background.answer(message, TAB)));
    expect(await world.statusOf()).toBe('sent');
  });

  it('is still followed when the background ended in between', async () => {
    for (const message of [attached('SENR'), CLICK, THANKS]) {
      world.start();
      await world.tell(message);
    }
    expect(await world.statusOf()).toBe('sent');
  });

  it('means nothing when reported from no tab', async () => {
    for (const message of [attached('SENR'), CLICK, THANKS]) {
      expect(await world.background.answer(message, POPUP)).toBe('failed');
    }
    expect(await world.events()).toEqual([]);
  });

  it('is told of in one submission, with the time and the version', async () => {
    await world.tell(attached('SENR'), CLICK, THANKS);
    const events = await world.events();
    expect(events.map(({ kind }) => kind)).toEqual(['attached', 'submitted', 'confirmed-on-page']);
    const submissions = events.map((event) => ('submission' in event ? event.submission : ''));
    expect(new Set(submissions).size).toBe(1);
    expect(events.every(({ version }) => version === '0.1.0')).toBe(true);
    // The clock stands still here; the order of what happened is told by the times all the same.
    expect(events.map(({ at }) => at - world.clock.at)).toEqual([0, 1, 2]);
    expect([...world.session.stored.keys()]).toEqual([]);
  });

  it('that is not as it should be changes nothing, and what comes after it does', async () => {
    const bad = { ...sentFile('SENR'), rows: -1 };
    expect(await world.background.answer(attach(bad), TAB)).toBe('failed');
    await world.tell(attached('SINF'));
    expect(await world.statusOf('SINF')).toBe('ready');
    expect(await world.statusOf('SENR')).toBe('missing');
  });
});

describe('the timer of a tab', () => {
  it('runs from the click to the thank-you', async () => {
    await world.tell(attached('SENR'));
    expect(world.timers.size).toBe(0);
    await world.tell(CLICK);
    expect([...world.timers]).toEqual([[7, MINUTES_TO_THANK_YOU]]);
    await world.tell(CLICK, OPENED);
    expect(world.timers.size).toBe(1);
    await world.tell(THANKS);
    expect(world.timers.size).toBe(0);
  });

  it.each<readonly [string, () => Promise<unknown>]>([
    ['is cleared when the tab is closed', () => world.background.tabClosed(7)],
    ['is cleared when other files are attached', () => world.tell(attached('SINF'))],
  ])('%s', async (_what, happens) => {
    await world.tell(attached('SENR'), CLICK);
    await happens();
    expect(world.timers.size).toBe(0);
  });

  it('that rings for a tab with nothing submitted says nothing', async () => {
    await world.tell(attached('SENR'));
    await world.background.timeIsUp(7);
    await world.background.timeIsUp(12);
    expect(await world.kinds()).toEqual(['attached']);
  });

  it('that rings twice doubts once', async () => {
    await world.tell(attached('SENR'), CLICK);
    await world.background.timeIsUp(7);
    await world.background.timeIsUp(7);
    expect(await world.kinds()).toEqual(['attached', 'submitted', 'confirmation-not-seen']);
  });
});

describe('the start of the browser or of an updated extension', () => {
  it('finishes what its end left unfinished, in every organization', async () => {
    await world.client.record(saved(maple), saved(cedar));
    await world.tell(attach(ofLea('0199901')), CLICK);
    await world.background.answer(attach(ofLea('0199902')), OTHER_TAB);
    await world.session.clear();
    world.start();
    await world.background.startedAnew();
    await world.client.chooseOrganization(MAPLE);
    expect(await world.statusOf()).toBe('not sure');
    await world.client.chooseOrganization(CEDAR);
    expect(await world.statusOf()).toBe('missing');
    const before = await world.kinds();
    await world.background.startedAnew();
    expect(await world.kinds()).toEqual(before);
  });

  it('leaves finished things alone', async () => {
    await world.tell(attached('SENR'), CLICK, THANKS);
    await world.background.startedAnew();
    expect(await world.statusOf()).toBe('sent');
    expect(await world.kinds()).toHaveLength(3);
  });
});

describe('the start of the background', () => {
  it('checks the ledger and shows the badge', async () => {
    await world.client.record(saved(maple), said('said-sent'));
    world.main.records.clear();
    world.copy.records.clear();
    world.start();
    const started = world.background.started();
    // Whoever looks at once learns of the loss too.
    expect(await world.view()).toMatchObject({ events: [], notice: { restored: 0, lost: 2 } });
    await started;
    expect(world.badges.at(-1)).toEqual({ text: '', title: ['extension_name'] });
    await world.client.dismissNotice();
    expect((await world.view()).notice).toEqual({ restored: 0, lost: 0 });
  });
});

describe('organizations', () => {
  it('there are none at first, and what happens is kept for the first', async () => {
    await world.tell(attached('SENR'));
    const { organizations, current, events } = await world.view();
    expect(organizations).toEqual([]);
    expect(current).toBe(FIRST_ORGANIZATION);
    expect(events.map((event) => event.organization)).toEqual([FIRST_ORGANIZATION]);
    await world.client.record(saved(organization({ id: FIRST_ORGANIZATION })));
    expect(await world.statusOf()).toBe('ready');
  });

  it('take the files that their LEA names, and the checklist follows', async () => {
    await world.client.record(saved(maple), saved(cedar));
    await world.client.chooseOrganization(MAPLE);
    await world.tell(attach(ofLea('0199902')), CLICK, THANKS);
    expect((await world.view()).current).toBe(CEDAR);
    expect(await world.statusOf()).toBe('sent');
    await world.client.chooseOrganization(MAPLE);
    expect(await world.statusOf()).toBe('missing');
  });

  it.each([undefined, '0199903'])('take files of LEA %s where one is chosen', async (lea) => {
    await world.client.record(saved(maple), saved(cedar));
    await world.client.chooseOrganization(MAPLE);
    await world.tell(attach(ofLea(lea)), CLICK, THANKS);
    expect((await world.view()).current).toBe(MAPLE);
    expect(await world.statusOf()).toBe('sent');
  });

  it('share a submission: each gets its own file', async () => {
    await world.client.record(saved(maple), saved(cedar));
    const files = [ofLea('0199901'), sentFile('SINF', '2022-23', { reportingLea: '0199902' })];
    await world.tell(attach(...files), CLICK, THANKS);
    await world.client.chooseOrganization(MAPLE);
    expect([await world.statusOf('SENR'), await world.statusOf('SINF')]).toEqual([
      'sent',
      'missing',
    ]);
    await world.client.chooseOrganization(CEDAR);
    expect([await world.statusOf('SENR'), await world.statusOf('SINF')]).toEqual([
      'missing',
      'sent',
    ]);
  });

  it('the first by name is shown where none is chosen, or the chosen one was removed', async () => {
    await world.client.record(saved(maple), saved(cedar));
    expect((await world.view()).current).toBe(CEDAR);
    await world.client.chooseOrganization(MAPLE);
    expect((await world.view()).current).toBe(MAPLE);
    await world.client.record({ kind: 'organization-removed', organization: MAPLE });
    expect((await world.view()).current).toBe(CEDAR);
  });

  it('stay chosen when the background ends', async () => {
    await world.client.record(saved(maple), saved(cedar));
    await world.client.chooseOrganization(MAPLE);
    world.start();
    expect((await world.view()).current).toBe(MAPLE);
  });
});

describe('what is recalled of a file', () => {
  const hash = 'a'.repeat(64);

  it('is nothing of a content that was never sent', async () => {
    await world.tell(attached('SENR'), CLICK);
    expect(await world.recall(hash)).toEqual({});
  });

  it('is when it was last confirmed, and under which name', async () => {
    await world.tell(attached('SENR'), CLICK, THANKS);
    world.clock.at += 60_000;
    const renamed = sentFile('SENR', '2021-22', { name: 'SENR 2021-22.txt' });
    await world.tell(attach(renamed), CLICK, THANKS);
    expect(await world.recall(hash)).toEqual({
      sentBefore: { at: world.clock.at + 2, name: 'SENR 2021-22.txt' },
    });
    expect(await world.recall('c'.repeat(64))).toEqual({});
  });

  it('is what it is once all is noted that was told before', async () => {
    const told = world.tell(attached('SENR')).then(() => {
      void world.tell(CLICK);
      void world.tell(THANKS);
      return world.recall(hash);
    });
    expect(await told).toMatchObject({ sentBefore: { name: 'SENR 2022-23.txt' } });
  });

  it('is how far it was sent in parts, and no longer than until all are', async () => {
    const part = (number: number) =>
      attach(sentFile('SCSC', '2022-23', { name: 'SCSC 2022-23.zip', part: { number, of: 2 } }));
    await world.tell(part(1), CLICK, THANKS);
    expect(await world.recall(hash)).toEqual({
      begun: { fileType: 'SCSC', schoolYear: '2022-23', packing: 'zip', of: 2, done: [1] },
    });
    await world.tell(part(2), CLICK, THANKS);
    expect(await world.recall(hash)).toMatchObject({ sentBefore: { name: 'SCSC 2022-23.zip' } });
  });

  it('has the organization that the file counts for', async () => {
    await world.client.record(saved(maple), saved(cedar));
    await world.client.chooseOrganization(MAPLE);
    const named = { name: 'Cedar Unified', reportingLea: '0199902' };
    expect(await world.recall(hash, '0199902')).toEqual({ organization: named });
    const current = { name: 'Maple Leaf Unified', reportingLea: '0199901' };
    expect(await world.recall(hash, '0199903')).toEqual({ organization: current });
    expect(await world.recall(hash)).toEqual({ organization: current });
  });

  it('has no organization where its LEA is not known', async () => {
    await world.client.record(saved(organization({ reportingLea: undefined })));
    expect(await world.recall(hash, '0199903')).toEqual({});
  });

  it('is looked for in the organization of the file', async () => {
    await world.client.record(saved(maple), saved(cedar));
    await world.tell(attach(ofLea('0199901')), CLICK, THANKS);
    expect((await world.recall(hash, '0199901')).sentBefore).toBeDefined();
    expect((await world.recall(hash, '0199902')).sentBefore).toBeUndefined();
  });

  it('leaves its LEA behind, to offer at setup, until the browser closes', async () => {
    expect((await world.view()).seenLea).toBeUndefined();
    await world.recall(hash, '0199901');
    await world.recall(hash);
    expect((await world.view()).seenLea).toBe('0199901');
    expect([...world.local.stored.keys()]).toEqual([]);
  });
});

describe('a private window', () => {
  it('leaves nothing behind: not in the ledger, nor anywhere else', async () => {
    await world.client.record(saved(maple));
    const stored = () =>
      structuredClone([
        world.main.records,
        world.copy.records,
        world.local.stored,
        world.session.stored,
      ]);
    const before = stored();
    const { answer } = world.background;
    const changes: readonly ToBackground[] = [
      OPENED,
      attached('SENR'),
      CLICK,
      THANKS,
      NO_THANKS,
      TAKEN_BACK,
      { type: 'record', events: [said('said-sent')] },
      { type: 'choose organization', organization: CEDAR },
      { type: 'undo import', events: [uuid(1)] },
      { type: 'dismiss notice' },
      { type: 'erase everything' },
      PARTLY_ON,
      { type: 'learn control', learned: learned('description') },
      { type: 'forget control', at: 1 },
    ];
    for (const message of changes) {
      expect(await answer(message, PRIVATE), message.type).toBe('private window');
    }
    const event = stamped(said('said-sent'), 60);
    expect(await answer({ type: 'import events', events: [event] }, PRIVATE)).toEqual({
      answer: 'private window',
      added: [],
    });
    await world.recall('a'.repeat(64), '0199902', PRIVATE);
    const token = String(await answer({ type: 'issue token' }, PRIVATE));
    expect(await answer({ type: 'redeem token', token }, PRIVATE)).toBe(true);
    await world.background.tabClosed(9);
    await world.background.timeIsUp(9);
    expect(stored()).toEqual(before);
    expect(world.timers.size).toBe(0);
  });

  it('says on the button of its tab what the person has to do by hand', async () => {
    await world.background.answer(PARTLY_ON, PRIVATE);
    expect(world.tabBadges.get(9)).toEqual({ text: '!', title: ['badge_partly_on'] });
    expect(await world.standing(9)).toBeUndefined();
  });

  it('still learns what was sent before', async () => {
    await world.tell(attached('SENR'), CLICK, THANKS);
    expect((await world.recall('a'.repeat(64), '0199901', PRIVATE)).sentBefore).toBeDefined();
  });
});

describe('what the person says', () => {
  it('is recorded', async () => {
    await world.client.record(saved(maple));
    expect(await world.client.record(said('said-sent'), said('email-confirmed', 'SINF'))).toBe(
      'done',
    );
    expect(await world.statusOf('SENR')).toBe('sent');
    expect(await world.statusOf('SINF')).toBe('confirmed by e-mail');
  });

  it.each([
    ['nothing', undefined],
    ['an unknown kind', { kind: 'guessed', organization: MAPLE }],
    ['no organization', { ...said('said-sent'), organization: undefined }],
    ['a reason of any length', { ...said('reopened'), kind: 'no-data', reason: 'x'.repeat(301) }],
    ['an empty reason', { ...said('reopened'), kind: 'no-data', reason: ' ' }],
  ])('is not recorded with %s, nor anything with it', async (_what, bad) => {
    const message: ToBackground = { type: 'record', events: [said('said-sent'), bad] };
    expect(await world.background.answer(message, POPUP)).toBe('failed');
    expect(await world.events()).toEqual([]);
  });

  it('is answered in one of the known ways', async () => {
    const answer = await world.background.answer({ type: 'record', events: [] }, POPUP);
    expect(changeAnswerSchema.parse(answer)).toBe('done');
  });

  it('is refused when there is no room', async () => {
    world.main.put = async () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(await world.client.record(said('said-sent'))).toBe('no room');
    expect(await world.background.answer(attached('SENR'), TAB)).toBe('no room');
    expect((await world.client.importEvents([stamped(said('said-sent'), 60)])).answer).toBe(
      'no room',
    );
    expect(await world.events()).toEqual([]);
    expect([...world.session.stored.keys()]).toEqual([]);
  });

  it('is refused by a ledger of a newer version, which can still be read', async () => {
    await world.client.record(said('said-sent'));
    world.main.isNewer = async () => true;
    expect(await world.client.record(said('reopened'))).toBe('read-only');
    expect((await world.client.importEvents([stamped(said('reopened'), 60)])).answer).toBe(
      'read-only',
    );
    expect(await world.client.undoImport([uuid(1)])).toBe('read-only');
    expect(await world.view()).toMatchObject({ isReadOnly: true });
    expect(await world.kinds()).toEqual(['said-sent']);
  });

  it('stands even when the badge cannot be shown', async () => {
    world.badges.push = () => {
      throw new Error('no button');
    };
    expect(await world.client.record(said('said-sent'))).toBe('done');
  });
});

describe('a backup', () => {
  const imported = [saved(maple), said('said-sent')].map((entry, place) =>
    stamped(entry, 60 + place),
  );

  it('is imported, and the import undone', async () => {
    await world.client.record({ ...said('said-sent', 'SINF'), organization: MAPLE });
    expect(await world.client.importEvents(imported)).toEqual({
      answer: 'done',
      added: [uuid(60), uuid(61)],
    });
    expect(await world.statusOf('SENR')).toBe('sent');
    expect(await world.client.importEvents(imported)).toEqual({ answer: 'done', added: [] });
    expect(await world.client.undoImport([uuid(60), uuid(61)])).toBe('done');
    expect(idsOf(await world.events())).toEqual([uuid(1)]);
    expect((await world.view()).notice).toEqual({ restored: 0, lost: 0 });
  });

  it('takes none of an import that has an event from the future', async () => {
    const ofTomorrow = { ...stamped(said('reopened'), 60), at: world.clock.at + 86_400_001 };
    expect(await world.client.importEvents([stamped(said('said-sent'), 61), ofTomorrow])).toEqual({
      answer: 'from the future',
      added: [],
    });
    expect(await world.events()).toEqual([]);
  });
});

describe('erasing everything', () => {
  it('leaves nothing anywhere', async () => {
    await world.client.record(saved(maple), saved(cedar));
    await world.client.chooseOrganization(MAPLE);
    await world.recall('a'.repeat(64), '0199901');
    await world.tell(attached('SENR'), CLICK, PARTLY_ON);
    await world.tell({ type: 'learn control', learned: learned('description') });
    expect(await world.client.eraseEverything()).toBe('done');
    const { main, copy, local, session } = world;
    expect([main.records.size, copy.records.size, local.stored.size, session.stored.size]).toEqual([
      0, 0, 0, 0,
    ]);
    await world.background.timeIsUp(7);
    await world.tell(THANKS);
    expect(await world.events()).toEqual([]);
    expect(await world.view()).toMatchObject({
      organizations: [],
      notice: { restored: 0, lost: 0 },
    });
  });
});

describe('the badge', () => {
  it('follows every change, and the day', async () => {
    await world.client.record(saved(maple));
    expect(world.badges.at(-1)?.text).toBe('7');
    await world.tell(attached('SENR'), CLICK, THANKS);
    expect(world.badges.at(-1)?.text).toBe('6');
    const name = 'Maple Leaf Unified';
    const counts = [{ count: 6 }, { count: 7 }];
    expect(world.badges.at(-1)?.title).toEqual([
      'badge_missing_due',
      ...counts,
      name,
      { count: 12 },
    ]);
    world.clock.at += 20 * 86_400_000;
    await world.background.refreshBadge();
    expect(world.badges.at(-1)?.title).toEqual(['badge_missing_overdue', ...counts, name]);
  });

  it('says so when there is no access to the site, and counts again when there is', async () => {
    await world.client.record(saved(maple));
    world.hasAccess = false;
    await world.background.refreshBadge();
    expect(world.badges.at(-1)).toEqual({ text: '!', title: ['badge_no_access'] });
    world.hasAccess = true;
    await world.background.refreshBadge();
    expect(world.badges.at(-1)?.text).toBe('7');
  });

  it('is that of the organization shown', async () => {
    await world.client.record(saved(maple), saved({ ...cedar, rounds: [1, 2] }));
    await world.client.chooseOrganization(MAPLE);
    expect(world.badges.at(-1)?.text).toBe('7');
    await world.client.chooseOrganization(CEDAR);
    expect(world.badges.at(-1)?.text).toBe('35');
  });
});

describe('how the assistant stands on the page of a tab', () => {
  const answer = (message: ToBackground, sender: Sender) =>
    world.background.answer(message, sender);
  const inFrame = (frameId: number): Sender => ({ ...TAB, frameId });

  it('is known to the assistant’s pages, though the background ended in between', async () => {
    expect(await world.standing(7)).toBeUndefined();
    expect(await answer(PARTLY_ON, TAB)).toBe('done');
    world.start();
    expect(await world.standing(7)).toEqual({ state: 'partly on', missing: ['description'] });
    expect(await world.standing(8)).toBeUndefined();
    expect(await answer(ON, POPUP)).toBe('failed');
  });

  it.each<readonly [string, ToBackground, Badge | undefined]>([
    ['partly on', PARTLY_ON, { text: '!', title: ['badge_partly_on'] }],
    ['the page changed', CHANGED, { text: '!', title: ['badge_page_changed'] }],
    ['on', ON, undefined],
    ['another page', OFF, undefined],
  ])('is on the button of that tab: %s', async (_what, message, badge) => {
    await world.tell(message);
    expect([...world.tabBadges]).toEqual([[7, badge]]);
  });

  it.each<readonly [string, () => Promise<unknown>]>([
    ['the tab is closed', () => world.background.tabClosed(7)],
    ['another page is opened in it', () => world.tell(OPENED)],
  ])('is forgotten when %s', async (_what, happens) => {
    await world.tell(PARTLY_ON);
    await answer(ON, OTHER_TAB);
    await happens();
    expect(await world.standing(7)).toBeUndefined();
    expect(await world.standing(8)).toMatchObject({ state: 'on' });
  });

  it.each<readonly [string, ToBackground, ToBackground, object]>([
    ['the frame with the form, told first', ON, OFF, { state: 'on' }],
    ['the frame with the form, told last', OFF, ON, { state: 'on' }],
    ['the frame with more of the form', PARTLY_ON, CHANGED, { state: 'partly on' }],
    ['the frame that speaks of uploading', OFF, CHANGED, { state: 'off', why: 'page changed' }],
  ])('is that of %s', async (_what, first, second, wanted) => {
    await answer(first, inFrame(3));
    await answer(second, inFrame(0));
    expect(await world.standing(7)).toMatchObject(wanted);
  });

  it('gets worse when the same frame says so', async () => {
    for (const message of [ON, PARTLY_ON, CHANGED]) await answer(message, inFrame(3));
    expect(await world.standing(7)).toMatchObject({ state: 'off', why: 'page changed' });
  });

  it('stands even when the tab is gone and its button with it', async () => {
    world.tabBadges.set = () => {
      throw new Error('no tab');
    };
    expect(await answer(PARTLY_ON, TAB)).toBe('done');
  });

  it('that cannot be read is not known', async () => {
    await world.session.set('page:7', { state: 'perhaps' });
    expect(await world.standing(7)).toBeUndefined();
  });
});

describe('controls that a person pointed out', () => {
  const known = async () =>
    learnedControlsSchema.parse(await world.background.answer({ type: 'learned controls' }, TAB));

  it('are kept beside the other settings, for every page to come', async () => {
    await world.client.record(saved(maple), saved(cedar));
    await world.client.chooseOrganization(MAPLE);
    expect(await known()).toEqual([]);
    await world.tell({ type: 'learn control', learned: learned('description') });
    world.start();
    expect(await known()).toEqual([learned('description')]);
    expect((await world.view()).current).toBe(MAPLE);
    await world.client.chooseOrganization(CEDAR);
    expect(await known()).toEqual([learned('description')]);
  });

  it('are forgotten one by one', async () => {
    const [first, second] = [learned('description', { at: 1 }), learned('submit', { at: 2 })];
    for (const one of [first, second]) await world.tell({ type: 'learn control', learned: one });
    await world.background.answer({ type: 'forget control', at: 1 }, POPUP);
    expect(await known()).toEqual([second]);
  });
});

describe('settings', () => {
  it('that cannot be read are those of a new user', async () => {
    await world.client.record(saved(maple), saved(cedar));
    await world.local.set(SETTINGS_KEY, { version: 99, organization: MAPLE });
    expect((await world.view()).current).toBe(CEDAR);
    await world.client.chooseOrganization(MAPLE);
    expect((await world.view()).current).toBe(MAPLE);
  });
});

describe('pages', () => {
  it('are opened on request', async () => {
    const pages = ['upload page', 'checklist', 'check files', 'setup'] as const;
    for (const page of pages) await world.background.answer({ type: `open ${page}` }, POPUP);
    expect(world.opened).toEqual(pages);
  });
});

describe('what two computers recorded', () => {
  it('gives one checklist, in whichever order it is merged', async () => {
    const entries: readonly (readonly [NewEvent, number])[] = [
      [saved(maple), 1],
      [said('said-sent'), 2],
      [said('reopened'), 3],
      [said('email-confirmed', 'SINF'), 4],
    ];
    const events = entries.map(([entry, n]) => stamped(entry, n));
    const merged = async (...logs: readonly LedgerEvent[][]) => {
      world = new World();
      for (const one of logs) await world.client.importEvents(one);
      const { organizations, events: all } = await world.view();
      return checklistOf(organizations[0], all);
    };
    const [here, there] = [events.slice(0, 3), events.slice(1)];
    expect(await merged(here, there)).toEqual(await merged(there, here));
  });
});
