import { beforeEach, describe, expect, it } from 'vitest';
import type { Badge } from '../../../lib/background/badge.ts';
import { MINUTES_TO_THANK_YOU } from '../../../lib/background/submissions.ts';
import type { FileType } from '../../../lib/calpads/file-types.ts';
import type { SchoolYear } from '../../../lib/calpads/school-year.ts';
import type { AttachedFile } from '../../../lib/ledger/attached-file.ts';
import { checklistOf } from '../../../lib/ledger/checklist.ts';
import type { LedgerEvent, NewEvent } from '../../../lib/ledger/events.ts';
import { FIRST_ORGANIZATION } from '../../../lib/ledger/organizations.ts';
import type { Payload, Sender } from '../../../lib/messaging/messages.ts';
import { outcomeKey, SETTINGS_KEY } from '../../../lib/settings/storage-names.ts';
import type { LearnedControl } from '../../../lib/upload-page/learned-control.ts';
import { sentFile, uuid } from '../support/attached-file.ts';
import type { Step } from '../support/background-world.ts';
import { OTHER_TAB, POPUP, PRIVATE, stepsIn, TAB, World } from '../support/background-world.ts';
import { learned } from '../support/learned.ts';
import { CEDAR, idsOf, MAPLE, organization, said, saved, stamped } from '../support/ledger.ts';

const {
  attach,
  announce,
  STANDS,
  WITHDRAWN,
  CLICK,
  CLICK_FOUND,
  THANKS_FOUND,
  THANKS,
  OPENED,
  NO_THANKS,
} = stepsIn(TAB);

const pageState =
  (standing: Payload<'page state'>, sender: Sender = TAB): Step =>
  (world) =>
    world.ask('page state', standing, sender);
const ON: Payload<'page state'> = { state: 'on', missing: [] };
const PARTLY_ON: Payload<'page state'> = { state: 'partly on', missing: ['description'] };
const OFF: Payload<'page state'> = { state: 'off', why: 'other page', missing: [] };
const CHANGED: Payload<'page state'> = { state: 'off', why: 'page changed', missing: [] };

const DOCK = { side: 'left', row: 'middle', width: 400 } as const;
const NOT_RECORDED = { kind: 'not recorded', why: 'failed' };

const attached = (type: FileType, year: SchoolYear = '2022-23') => attach(sentFile(type, year));
const ofLea = (reportingLea: string | undefined, other: Partial<AttachedFile> = {}) =>
  sentFile('SENR', '2022-23', { reportingLea, ...other });

const maple = organization();
const cedar = organization({ id: CEDAR, name: 'Cedar Unified', reportingLea: '0199902' });

let world = new World();
beforeEach(() => {
  world = new World();
});

describe('a token', () => {
  const issue = () => world.ask('issue token', {}, TAB);
  const redeem = (token: string) => world.ask('redeem token', { token }, TAB);

  it('counts once', async () => {
    const token = await issue();
    expect(await redeem(token)).toBe(true);
    expect(await redeem(token)).toBe(false);
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
  it.each<readonly [string, readonly Step[], string]>([
    ['is ready when attached', [OPENED, attached('SENR')], 'ready'],
    ['is not sent by the click alone', [attached('SENR'), CLICK], 'ready'],
    ['is sent after the click and the thank-you', [attached('SENR'), CLICK, THANKS], 'sent'],
    [
      'is sent when the thank-you comes with the page that answers the click',
      [attached('SENR'), CLICK, OPENED, THANKS],
      'sent',
    ],
    ['is not there yet when it is only announced', [announce(sentFile('SENR'))], 'missing'],
    ['is in doubt after a thank-you without a click', [attached('SENR'), THANKS], 'not sure'],
    [
      'is in doubt after a thank-you on the next page without a click',
      [attached('SENR'), OPENED, THANKS],
      'not sure',
    ],
    [
      'is missing when the page after the next one thanks',
      [attached('SENR'), OPENED, OPENED, THANKS],
      'missing',
    ],
    [
      'is in doubt when it was clicked before it stood there',
      [announce(sentFile('SENR')), CLICK, STANDS, THANKS],
      'not sure',
    ],
    [
      'is sent when only a mark tells the next page about the click',
      [attached('SENR'), CLICK_FOUND, OPENED, THANKS],
      'sent',
    ],
    [
      'is sent when only a mark tells the next page about the thanks',
      [attached('SENR'), THANKS_FOUND, OPENED, NO_THANKS],
      'sent',
    ],
    ['is missing again after a reload before the click', [attached('SENR'), OPENED], 'missing'],
    ['is missing again when it is taken back', [attached('SENR'), WITHDRAWN], 'missing'],
    [
      'is missing again when another took its place',
      [attached('SENR'), WITHDRAWN, attached('SINF')],
      'missing',
    ],
    [
      'is ready when it was attached again in its own place',
      [attached('SENR'), WITHDRAWN, attached('SENR')],
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
      'is in doubt when it was taken out of the form after the click',
      [attached('SENR'), CLICK, WITHDRAWN],
      'not sure',
    ],
    [
      'is sent when it was taken out of the form after the click, and thanked for',
      [attached('SENR'), CLICK, WITHDRAWN, THANKS],
      'sent',
    ],
  ])('%s', async (_what, messages, status) => {
    await world.record(saved(maple));
    await world.play(...messages);
    expect(await world.statusOf()).toBe(status);
  });

  it('is missing again when its tab is closed before the click', async () => {
    await world.play(attached('SENR'));
    await world.background.tabClosed(7);
    expect(await world.statusOf()).toBe('missing');
  });

  it('is in doubt when its tab is closed after the click', async () => {
    await world.play(attached('SENR'), CLICK);
    await world.background.tabClosed(7);
    expect(await world.statusOf()).toBe('not sure');
    expect((await world.events()).at(-1)).toMatchObject({ why: 'tab closed' });
    expect([...world.session.stored.keys()]).toEqual([]);
  });

  it('is in doubt when the time is up, and sent by a late thank-you all the same', async () => {
    await world.play(attached('SENR'), CLICK);
    await world.background.timeIsUp(7);
    expect(await world.statusOf()).toBe('not sure');
    expect((await world.events()).at(-1)).toMatchObject({ why: 'no answer' });
    await world.play(THANKS);
    expect(await world.statusOf()).toBe('sent');
  });

  it('is not sent by a click and a thank-you in different tabs', async () => {
    const other = stepsIn(OTHER_TAB);
    await world.play(attached('SENR'), other.CLICK, other.CLICK_FOUND, other.THANKS_FOUND);
    await world.play(other.THANKS);
    expect(await world.statusOf()).toBe('ready');
    await world.play(CLICK, other.THANKS, other.THANKS_FOUND);
    expect(await world.statusOf()).toBe('ready');
    expect(await world.kinds()).toEqual(['attached', 'submitted']);
  });

  it('is followed whatever ids chance gives', async () => {
    let last = 1000;
    world.newId = () => uuid(--last); // later events, smaller ids
    await world.play(attached('SENR'), WITHDRAWN, attached('SENR'));
    expect(await world.statusOf()).toBe('ready');
  });

  it('is known in the order of the reports, even when they come at once', async () => {
    await world.play(announce(sentFile('SENR')));
    await Promise.all([STANDS, CLICK, OPENED, THANKS].map((tell) => tell(world)));
    expect(await world.statusOf()).toBe('sent');
  });

  it('is still followed when the background ended in between', async () => {
    for (const step of [announce(sentFile('SENR')), STANDS, CLICK, OPENED, THANKS]) {
      world.start();
      await world.play(step);
    }
    expect(await world.statusOf()).toBe('sent');
  });

  it('means nothing when reported from no tab', async () => {
    const nowhere = stepsIn(POPUP);
    expect(await world.announce([sentFile('SENR')], POPUP)).toEqual(NOT_RECORDED);
    await world.play(announce(sentFile('SENR')));
    for (const step of [nowhere.STANDS, nowhere.CLICK, nowhere.THANKS]) {
      expect(await step(world)).toBe('failed');
    }
    expect(await world.events()).toEqual([]);
  });

  it('is told of in one submission, with the time and the version', async () => {
    await world.play(attached('SENR'), CLICK, THANKS);
    const events = await world.events();
    expect(events.map(({ kind }) => kind)).toEqual(['attached', 'submitted', 'confirmed-on-page']);
    const submissions = events.map((event) => ('submission' in event ? event.submission : ''));
    expect(new Set(submissions).size).toBe(1);
    expect(events.every(({ version }) => version === '0.1.0')).toBe(true);
    // The clock stands still here; the order of what happened is told by the times all the same.
    expect(events.map(({ at }) => at - world.clock.at)).toEqual([0, 1, 2]);
    // Only which submission the page shows is left.
    expect([...world.session.stored.keys()]).toEqual([outcomeKey(7)]);
  });

  it('is not known once what was stored about its tab cannot be read', async () => {
    await world.play(attached('SENR'));
    await world.session.set('tab:7', { submission: uuid(1), isSubmitted: true });
    await world.play(CLICK, THANKS, attached('SINF'), CLICK, THANKS);
    expect(await world.statusOf('SENR')).toBe('ready');
    expect(await world.statusOf('SINF')).toBe('sent');
  });
});

describe('the timer of a tab', () => {
  it('runs from the click to the thank-you', async () => {
    await world.play(attached('SENR'));
    expect(world.timers.size).toBe(0);
    await world.play(CLICK);
    expect([...world.timers]).toEqual([[7, MINUTES_TO_THANK_YOU]]);
    await world.play(CLICK, OPENED);
    expect(world.timers.size).toBe(1);
    await world.play(THANKS);
    expect(world.timers.size).toBe(0);
  });

  it.each<readonly [string, () => Promise<unknown>]>([
    ['is cleared when the tab is closed', () => world.background.tabClosed(7)],
    ['is cleared when other files are announced', () => world.play(attached('SINF'))],
  ])('%s', async (_what, happens) => {
    await world.play(attached('SENR'), CLICK);
    await happens();
    expect(world.timers.size).toBe(0);
  });

  it('that rings for a tab with nothing submitted says nothing', async () => {
    await world.play(attached('SENR'));
    await world.background.timeIsUp(7);
    await world.background.timeIsUp(12);
    expect(await world.kinds()).toEqual(['attached']);
  });

  it('that rings twice doubts once', async () => {
    await world.play(attached('SENR'), CLICK);
    await world.background.timeIsUp(7);
    await world.background.timeIsUp(7);
    expect(await world.kinds()).toEqual(['attached', 'submitted', 'confirmation-not-seen']);
  });
});

describe('the start of the browser or of an updated extension', () => {
  it('finishes what its end left unfinished, in every organization', async () => {
    await world.record(saved(maple), saved(cedar));
    await world.play(attach(ofLea('0199901')), CLICK);
    await world.play(stepsIn(OTHER_TAB).attach(ofLea('0199902')));
    await world.session.clear();
    world.start();
    await world.background.finishEarlierTabs();
    await world.choose(MAPLE);
    expect(await world.statusOf()).toBe('not sure');
    await world.choose(CEDAR);
    expect(await world.statusOf()).toBe('missing');
    const before = await world.kinds();
    await world.background.finishEarlierTabs();
    expect(await world.kinds()).toEqual(before);
  });

  it('leaves finished things alone', async () => {
    await world.play(attached('SENR'), CLICK, THANKS);
    await world.background.finishEarlierTabs();
    expect(await world.statusOf()).toBe('sent');
    expect(await world.kinds()).toHaveLength(3);
  });
});

describe('the start of the background', () => {
  it('checks the ledger and shows the badge', async () => {
    await world.record(saved(maple), said('said-sent'));
    world.main.records.clear();
    world.copy.records.clear();
    world.start();
    const started = world.background.started();
    // Whoever looks at once learns of the loss too.
    expect(await world.view()).toMatchObject({ events: [], notice: { restored: 0, lost: 2 } });
    await started;
    expect(world.badges.at(-1)).toEqual({ text: '', title: ['extension_name'] });
    await world.ask('dismiss notice', {});
    expect((await world.view()).notice).toEqual({ restored: 0, lost: 0 });
  });
});

describe('organizations', () => {
  it('there are none at first, and what happens is kept for the first', async () => {
    await world.play(attached('SENR'));
    const { organizations, current, events } = await world.view();
    expect(organizations).toEqual([]);
    expect(current).toBe(FIRST_ORGANIZATION);
    expect(events.map((event) => event.organization)).toEqual([FIRST_ORGANIZATION]);
    await world.record(saved(organization({ id: FIRST_ORGANIZATION })));
    expect(await world.statusOf()).toBe('ready');
  });

  it('take the files that their LEA names, and the checklist follows', async () => {
    await world.record(saved(maple), saved(cedar));
    await world.choose(MAPLE);
    await world.play(attach(ofLea('0199902')), CLICK, THANKS);
    expect((await world.view()).current).toBe(CEDAR);
    expect(await world.statusOf()).toBe('sent');
    await world.choose(MAPLE);
    expect(await world.statusOf()).toBe('missing');
  });

  it.each([undefined, '0199903'])('take files of LEA %s where one is chosen', async (lea) => {
    await world.record(saved(maple), saved(cedar));
    await world.choose(MAPLE);
    await world.play(attach(ofLea(lea)), CLICK, THANKS);
    expect((await world.view()).current).toBe(MAPLE);
    expect(await world.statusOf()).toBe('sent');
  });

  it('share a submission: each gets its own file', async () => {
    await world.record(saved(maple), saved(cedar));
    const files = [ofLea('0199901'), sentFile('SINF', '2022-23', { reportingLea: '0199902' })];
    await world.play(attach(...files), CLICK, THANKS);
    await world.choose(MAPLE);
    expect([await world.statusOf('SENR'), await world.statusOf('SINF')]).toEqual([
      'sent',
      'missing',
    ]);
    await world.choose(CEDAR);
    expect([await world.statusOf('SENR'), await world.statusOf('SINF')]).toEqual([
      'missing',
      'sent',
    ]);
  });

  it('the first by name is shown where none is chosen, or the chosen one was removed', async () => {
    await world.record(saved(maple), saved(cedar));
    expect((await world.view()).current).toBe(CEDAR);
    await world.choose(MAPLE);
    expect((await world.view()).current).toBe(MAPLE);
    await world.record({ kind: 'organization-removed', organization: MAPLE });
    expect((await world.view()).current).toBe(CEDAR);
  });

  it('are all in one table, each with its summary', async () => {
    await world.record(saved(maple), saved(cedar), said('said-sent'));
    await world.choose(MAPLE);
    const { organizations, current, summaries } = await world.ask('read organizations', {});
    expect(organizations.map(({ id }) => id)).toEqual([CEDAR, MAPLE]);
    expect(current).toBe(MAPLE);
    expect(summaries.map((one) => [one.organization, one.counts[0]])).toEqual([
      [CEDAR, { status: 'missing', count: 7 }],
      [MAPLE, { status: 'sent', count: 1 }],
    ]);
  });

  it('stay chosen when the background ends', async () => {
    await world.record(saved(maple), saved(cedar));
    await world.choose(MAPLE);
    world.start();
    expect((await world.view()).current).toBe(MAPLE);
  });
});

describe('what is recalled of a file', () => {
  const hash = 'a'.repeat(64);

  /** Besides the years of the checklist, which are there in any case. */
  async function recalled(contentHash: string, reportingLea?: string) {
    const { requiredYears: _, ...rest } = await world.recall(contentHash, reportingLea);
    return rest;
  }

  it('is nothing of a content that was never sent', async () => {
    await world.play(attached('SENR'), CLICK);
    expect(await recalled(hash)).toEqual({});
  });

  it('is when it was last confirmed, and under which name', async () => {
    await world.play(attached('SENR'), CLICK, THANKS);
    world.clock.at += 60_000;
    const renamed = sentFile('SENR', '2021-22', { name: 'SENR 2021-22.txt' });
    await world.play(attach(renamed), CLICK, THANKS);
    expect(await recalled(hash)).toEqual({
      sentBefore: { at: world.clock.at + 2, name: 'SENR 2021-22.txt' },
    });
    expect(await recalled('c'.repeat(64))).toEqual({});
  });

  it('is what it is once all is noted that was told before', async () => {
    const told = world.play(attached('SENR')).then(() => {
      void world.play(CLICK);
      void world.play(THANKS);
      return world.recall(hash);
    });
    expect(await told).toMatchObject({ sentBefore: { name: 'SENR 2022-23.txt' } });
  });

  it('is how far it was sent in parts, and no longer than until all are', async () => {
    const part = (number: number) =>
      attach(sentFile('SCSC', '2022-23', { name: 'SCSC 2022-23.zip', part: { number, of: 2 } }));
    await world.play(part(1), CLICK, THANKS);
    expect(await recalled(hash)).toEqual({
      begun: { fileType: 'SCSC', schoolYear: '2022-23', packing: 'zip', of: 2, done: [1] },
    });
    await world.play(part(2), CLICK, THANKS);
    expect(await recalled(hash)).toMatchObject({ sentBefore: { name: 'SCSC 2022-23.zip' } });
  });

  it('is which files of a label were sent as parts of one set', async () => {
    const set = 'e'.repeat(64);
    const other = 'f'.repeat(64);
    const part = (number: number, contentHash: string) =>
      attach(sentFile('SCSC', '2022-23', { part: { number, of: 2, set }, contentHash }));
    const sets = (...sent: readonly { number: number; contentHash: string }[]) => [
      { fileType: 'SCSC', schoolYear: '2022-23', set, of: 2, sent },
    ];
    const [one, two] = [
      { number: 1, contentHash: hash },
      { number: 2, contentHash: other },
    ];
    await world.play(part(1, hash), CLICK, THANKS);
    expect((await world.recall(hash)).sentSets).toEqual(sets(one));
    expect((await world.recall(other)).sentSets).toEqual(sets(one));
    await world.play(part(2, other), CLICK, THANKS);
    expect(await world.recall(hash)).toMatchObject({
      sentSets: sets(one, two),
      sentBefore: { name: 'SCSC 2022-23.txt' },
    });
  });

  it('has the organization that the file counts for', async () => {
    await world.record(saved(maple), saved(cedar));
    await world.choose(MAPLE);
    const named = { name: 'Cedar Unified', reportingLea: '0199902' };
    expect(await recalled(hash, '0199902')).toEqual({ organization: named });
    const current = { name: 'Maple Leaf Unified', reportingLea: '0199901' };
    expect(await recalled(hash, '0199903')).toEqual({ organization: current });
    expect(await recalled(hash)).toEqual({ organization: current });
  });

  it('has no organization where its LEA is not known', async () => {
    await world.record(saved(organization({ reportingLea: undefined })));
    expect(await recalled(hash, '0199903')).toEqual({});
  });

  it('has the years of the checklist that the file counts for', async () => {
    const published = ['2018-19', '2019-20', '2020-21', '2021-22', '2022-23'];
    expect(await world.recall(hash)).toEqual({ requiredYears: published });
    const older = { ...cedar, addedYears: ['2014-15'] as const };
    await world.record(saved(maple), saved(older));
    await world.choose(MAPLE);
    const years = async (lea: string) => (await world.recall(hash, lea)).requiredYears;
    expect(await years('0199901')).toEqual(['2022-23']);
    expect(await years('0199902')).toEqual(['2014-15', '2022-23']);
  });

  it('is looked for in the organization of the file', async () => {
    await world.record(saved(maple), saved(cedar));
    await world.play(attach(ofLea('0199901')), CLICK, THANKS);
    expect((await world.recall(hash, '0199901')).sentBefore).toBeDefined();
    expect((await world.recall(hash, '0199902')).sentBefore).toBeUndefined();
  });

  it('has the counts of other school years, for its type and organization only', async () => {
    await world.record(saved(maple), saved(cedar));
    const file = { ...ofLea('0199901'), students: 4012, schools: ['9900001'] };
    await world.play(attach(file), CLICK, THANKS);
    expect(await world.knownYears('SENR', '0199901')).toEqual([
      {
        schoolYear: '2022-23',
        rows: 10,
        students: 4012,
        schools: ['9900001'],
        contentHash: hash,
      },
    ]);
    expect(await world.knownYears('SINF', '0199901')).toBeUndefined();
    expect(await world.knownYears('SENR', '0199902')).toBeUndefined();
    await world.choose(MAPLE);
    expect(await world.knownYears('SENR', '0199950')).toBeUndefined();
    expect(await world.knownYears('SENR')).toBeUndefined();
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
    await world.record(saved(maple));
    const stored = () =>
      structuredClone([
        world.main.records,
        world.copy.records,
        world.local.stored,
        world.session.stored,
      ]);
    const before = stored();
    const inPrivate = stepsIn(PRIVATE);
    expect(await world.announce([sentFile('SENR')], PRIVATE)).toEqual({
      kind: 'not recorded',
      why: 'private window',
    });
    const submission = { submission: uuid(1) };
    const changes: readonly (readonly [string, Promise<unknown>])[] = [
      ['opened', inPrivate.OPENED(world)],
      ['stands', world.ask('submission stands', submission, PRIVATE)],
      ['withdrawn', world.ask('submission withdrawn', submission, PRIVATE)],
      ['clicked', world.ask('submission clicked', { submissions: [uuid(1)] }, PRIVATE)],
      ['marks', world.ask('marks found', { clicked: [uuid(2)], thanked: [uuid(3)] }, PRIVATE)],
      ['thanks', inPrivate.THANKS(world)],
      ['no thanks', inPrivate.NO_THANKS(world)],
      ['anyway', world.ask('files sent anyway', { files: 1, rules: ['empty-file'] }, PRIVATE)],
      ['record', world.ask('record', { events: [said('said-sent')] }, PRIVATE)],
      ['choose', world.ask('choose organization', { organization: CEDAR }, PRIVATE)],
      ['undo', world.ask('undo import', { events: [uuid(1)] }, PRIVATE)],
      ['dismiss', world.ask('dismiss notice', {}, PRIVATE)],
      ['erase', world.ask('erase everything', {}, PRIVATE)],
      ['page state', world.ask('page state', PARTLY_ON, PRIVATE)],
      ['learn', world.ask('learn control', { learned: learned('description') }, PRIVATE)],
      ['forget', world.ask('forget control', { at: 1 }, PRIVATE)],
      ['dock', world.ask('keep panel dock', { windowSize: 'large', dock: DOCK }, PRIVATE)],
    ];
    for (const [what, answer] of changes) expect(await answer, what).toBe('private window');
    const event = stamped(said('said-sent'), 60);
    expect(await world.ask('import events', { events: [event] }, PRIVATE)).toEqual({
      answer: 'private window',
      added: [],
    });
    await world.recall('a'.repeat(64), '0199902', PRIVATE);
    const token = await world.ask('issue token', {}, PRIVATE);
    expect(await world.ask('redeem token', { token }, PRIVATE)).toBe(true);
    await world.background.tabClosed(9);
    await world.background.timeIsUp(9);
    expect(stored()).toEqual(before);
    expect(world.timers.size).toBe(0);
  });

  it('says on the button of its tab what the person has to do by hand', async () => {
    await world.ask('page state', PARTLY_ON, PRIVATE);
    expect(world.tabBadges.get(9)).toEqual({ text: '!', title: ['badge_partly_on'] });
    expect(await world.standing(9)).toBeUndefined();
  });

  it('still learns what was sent before', async () => {
    await world.play(attached('SENR'), CLICK, THANKS);
    expect((await world.recall('a'.repeat(64), '0199901', PRIVATE)).sentBefore).toBeDefined();
  });
});

describe('what the person says', () => {
  it('is recorded', async () => {
    await world.record(saved(maple));
    expect(await world.record(said('said-sent'), said('email-confirmed', 'SINF'))).toBe('done');
    expect(await world.statusOf('SENR')).toBe('sent');
    expect(await world.statusOf('SINF')).toBe('confirmed by e-mail');
  });

  it('is refused when there is no room', async () => {
    world.main.put = async () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(await world.record(said('said-sent'))).toBe('no room');
    await world.play(announce(sentFile('SENR')));
    expect(await STANDS(world)).toBe('no room');
    await world.background.tabClosed(7);
    expect(
      (await world.ask('import events', { events: [stamped(said('said-sent'), 60)] })).answer,
    ).toBe('no room');
    expect(await world.events()).toEqual([]);
    expect([...world.session.stored.keys()]).toEqual([]);
  });

  it('is refused by a ledger of a newer version, which can still be read', async () => {
    await world.record(said('said-sent'));
    world.main.isNewer = async () => true;
    expect(await world.record(said('reopened'))).toBe('read-only');
    expect(
      (await world.ask('import events', { events: [stamped(said('reopened'), 60)] })).answer,
    ).toBe('read-only');
    expect(await world.ask('undo import', { events: [uuid(1)] })).toBe('read-only');
    expect(await world.view()).toMatchObject({ isReadOnly: true });
    expect(await world.kinds()).toEqual(['said-sent']);
  });

  it('stands even when the badge cannot be shown', async () => {
    world.badges.push = () => {
      throw new Error('no button');
    };
    expect(await world.record(said('said-sent'))).toBe('done');
  });
});

describe('a backup', () => {
  const imported = [saved(maple), said('said-sent')].map((entry, place) =>
    stamped(entry, 60 + place),
  );

  it('is imported, and the import undone', async () => {
    await world.record({ ...said('said-sent', 'SINF'), organization: MAPLE });
    expect(await world.ask('import events', { events: imported })).toEqual({
      answer: 'done',
      added: [uuid(60), uuid(61)],
    });
    expect(await world.statusOf('SENR')).toBe('sent');
    expect(await world.ask('import events', { events: imported })).toEqual({
      answer: 'done',
      added: [],
    });
    expect(await world.ask('undo import', { events: [uuid(60), uuid(61)] })).toBe('done');
    expect(idsOf(await world.events())).toEqual([uuid(1)]);
    expect((await world.view()).notice).toEqual({ restored: 0, lost: 0 });
  });

  it('takes none of an import that has an event from the future', async () => {
    const ofTomorrow = { ...stamped(said('reopened'), 60), at: world.clock.at + 86_400_001 };
    expect(
      await world.ask('import events', { events: [stamped(said('said-sent'), 61), ofTomorrow] }),
    ).toEqual({
      answer: 'from the future',
      added: [],
    });
    expect(await world.events()).toEqual([]);
  });
});

describe('erasing everything', () => {
  it('leaves nothing anywhere', async () => {
    await world.record(saved(maple), saved(cedar));
    await world.choose(MAPLE);
    await world.recall('a'.repeat(64), '0199901');
    await world.play(attached('SENR'), CLICK, pageState(PARTLY_ON));
    await world.ask('learn control', { learned: learned('description') }, TAB);
    expect(await world.ask('erase everything', {})).toBe('done');
    const { main, copy, local, session } = world;
    expect([main.records.size, copy.records.size, local.stored.size, session.stored.size]).toEqual([
      0, 0, 0, 0,
    ]);
    await world.background.timeIsUp(7);
    await world.play(THANKS);
    expect(await world.events()).toEqual([]);
    expect(await world.view()).toMatchObject({
      organizations: [],
      notice: { restored: 0, lost: 0 },
    });
  });
});

describe('the badge', () => {
  it('follows every change, and the day', async () => {
    await world.record(saved(maple));
    expect(world.badges.at(-1)?.text).toBe('7');
    await world.play(attached('SENR'), CLICK, THANKS);
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
    await world.record(saved(maple));
    world.hasAccess = false;
    await world.background.refreshBadge();
    expect(world.badges.at(-1)).toEqual({ text: '!', title: ['badge_no_access'] });
    world.hasAccess = true;
    await world.background.refreshBadge();
    expect(world.badges.at(-1)?.text).toBe('7');
  });

  it('is that of the organization shown', async () => {
    await world.record(saved(maple), saved({ ...cedar, rounds: [1, 2] }));
    await world.choose(MAPLE);
    expect(world.badges.at(-1)?.text).toBe('7');
    await world.choose(CEDAR);
    expect(world.badges.at(-1)?.text).toBe('35');
  });
});

describe('how the assistant stands on the page of a tab', () => {
  const inFrame = (frameId: number): Sender => ({ ...TAB, frameId });

  it('is known to the assistant’s pages, though the background ended in between', async () => {
    expect(await world.standing(7)).toBeUndefined();
    expect(await pageState(PARTLY_ON)(world)).toBe('done');
    world.start();
    expect(await world.standing(7)).toEqual({ state: 'partly on', missing: ['description'] });
    expect(await world.standing(8)).toBeUndefined();
    expect(await pageState(ON, POPUP)(world)).toBe('failed');
  });

  it.each<readonly [string, Payload<'page state'>, Badge | undefined]>([
    ['partly on', PARTLY_ON, { text: '!', title: ['badge_partly_on'] }],
    ['the page changed', CHANGED, { text: '!', title: ['badge_page_changed'] }],
    ['on', ON, undefined],
    ['another page', OFF, undefined],
  ])('is on the button of that tab: %s', async (_what, standing, badge) => {
    await world.play(pageState(standing));
    expect([...world.tabBadges]).toEqual([[7, badge]]);
  });

  it.each<readonly [string, () => Promise<unknown>]>([
    ['the tab is closed', () => world.background.tabClosed(7)],
    ['another page is opened in it', () => world.play(OPENED)],
  ])('is forgotten when %s', async (_what, happens) => {
    await world.play(pageState(PARTLY_ON), pageState(ON, OTHER_TAB));
    await happens();
    expect(await world.standing(7)).toBeUndefined();
    expect(await world.standing(8)).toMatchObject({ state: 'on' });
  });

  it.each<readonly [string, Payload<'page state'>, Payload<'page state'>, object]>([
    ['the frame with the form, told first', ON, OFF, { state: 'on' }],
    ['the frame with the form, told last', OFF, ON, { state: 'on' }],
    ['the frame with more of the form', PARTLY_ON, CHANGED, { state: 'partly on' }],
    ['the frame that speaks of uploading', OFF, CHANGED, { state: 'off', why: 'page changed' }],
  ])('is that of %s', async (_what, first, second, wanted) => {
    await world.play(pageState(first, inFrame(3)), pageState(second, inFrame(0)));
    expect(await world.standing(7)).toMatchObject(wanted);
  });

  it('gets worse when the same frame says so', async () => {
    await world.play(...[ON, PARTLY_ON, CHANGED].map((one) => pageState(one, inFrame(3))));
    expect(await world.standing(7)).toMatchObject({ state: 'off', why: 'page changed' });
  });

  it('stands even when the tab is gone and its button with it', async () => {
    world.tabBadges.set = () => {
      throw new Error('no tab');
    };
    expect(await pageState(PARTLY_ON)(world)).toBe('done');
  });

  it('that cannot be read is not known', async () => {
    await world.session.set('page:7', { state: 'perhaps' });
    expect(await world.standing(7)).toBeUndefined();
  });
});

describe('controls that a person pointed out', () => {
  const known = () => world.ask('learned controls', {}, TAB);
  const learn = (control: LearnedControl) => world.ask('learn control', { learned: control }, TAB);

  it('are kept beside the other settings, for every page to come', async () => {
    await world.record(saved(maple), saved(cedar));
    await world.choose(MAPLE);
    expect(await known()).toEqual([]);
    await learn(learned('description'));
    world.start();
    expect(await known()).toEqual([learned('description')]);
    expect((await world.view()).current).toBe(MAPLE);
    await world.choose(CEDAR);
    expect(await known()).toEqual([learned('description')]);
  });

  it('are forgotten one by one', async () => {
    const [first, second] = [learned('description', { at: 1 }), learned('submit', { at: 2 })];
    for (const one of [first, second]) await learn(one);
    await world.ask('forget control', { at: 1 });
    expect(await known()).toEqual([second]);
  });
});

describe('where a person puts the panel', () => {
  const docks = () => world.ask('panel docks', {}, TAB);

  it('is kept for each size of window, beside the other settings', async () => {
    expect(await docks()).toEqual({});
    await world.ask('learn control', { learned: learned('submit') }, TAB);
    await world.ask('keep panel dock', { windowSize: 'large', dock: DOCK }, TAB);
    await world.ask('keep panel dock', { windowSize: 'small', dock: { ...DOCK, width: 320 } }, TAB);
    world.start();
    expect(await docks()).toEqual({ large: DOCK, small: { ...DOCK, width: 320 } });
    expect(await world.ask('learned controls', {}, TAB)).toEqual([learned('submit')]);
  });
});

describe('settings', () => {
  it('that cannot be read are those of a new user', async () => {
    await world.record(saved(maple), saved(cedar));
    await world.local.set(SETTINGS_KEY, { version: 99, organization: MAPLE });
    expect((await world.view()).current).toBe(CEDAR);
    await world.choose(MAPLE);
    expect((await world.view()).current).toBe(MAPLE);
  });
});

describe('pages', () => {
  it('are opened on request', async () => {
    const pages = ['upload page', 'checklist', 'check files', 'setup'] as const;
    for (const page of pages) await world.ask(`open ${page}`, {});
    expect(world.opened).toEqual(pages);
  });

  it('are opened at the tab that is asked for', async () => {
    await world.ask('open setup', { tab: 'districts' });
    await world.ask('open checklist', { view: 'organizations' });
    expect(world.opened).toEqual(['setup#districts', 'checklist#organizations']);
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
      for (const one of logs) await world.ask('import events', { events: one });
      const { organizations, events: all } = await world.view();
      return checklistOf(organizations[0], all);
    };
    const [here, there] = [events.slice(0, 3), events.slice(1)];
    expect(await merged(here, there)).toEqual(await merged(there, here));
  });
});
