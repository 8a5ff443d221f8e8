import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FileType } from '../../../lib/calpads/file-types.ts';
import type { SchoolYear } from '../../../lib/calpads/school-year.ts';
import { createBackground } from '../../../lib/ledger/background.ts';
import { LedgerStore } from '../../../lib/ledger/store.ts';
import type { Checklist } from '../../../lib/messaging/checklist.ts';
import { checklistSchema } from '../../../lib/messaging/checklist.ts';
import type { ToBackground } from '../../../lib/messaging/to-background.ts';
import { countingIds, sentFile, uuid } from '../support/sent-file.ts';
import { memoryArea } from '../support/session-area.ts';

const TAB = 7;

function start(newId = countingIds()) {
  const opened: string[] = [];
  const session = memoryArea();
  const store = new LedgerStore();
  const clock = { at: 1_700_000_000_000 };
  const create = () =>
    createBackground({
      store,
      session,
      openUploadPage: async () => void opened.push('upload page'),
      openChecklist: async () => void opened.push('checklist'),
      openCheckFiles: async () => void opened.push('check files'),
      version: '0.1.0',
      now: () => clock.at,
      newId,
    });
  return { background: create(), again: create, session, store, opened, clock };
}

type Background = ReturnType<typeof createBackground>;

const attached = (type: FileType, year: SchoolYear = '2022-23'): ToBackground => ({
  type: 'files attached',
  how: 'instead',
  files: [sentFile(type, year)],
});
const CLICK: ToBackground = { type: 'submit clicked' };
const THANKS: ToBackground = { type: 'thank-you shown' };
const OPENED: ToBackground = { type: 'page opened' };

async function tell(background: Background, ...messages: readonly ToBackground[]): Promise<void> {
  for (const message of messages) await background.answer(message, TAB);
}

async function checklist(background: Background): Promise<Checklist> {
  return checklistSchema.parse(await background.answer({ type: 'read ledger' }, undefined));
}

async function statusOf(background: Background, type: FileType = 'SENR', year = '2022-23') {
  const { cells } = await checklist(background);
  return cells.find((cell) => cell.fileType === type && cell.schoolYear === year)?.status;
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('a token', () => {
  const issue = async (background: Background) =>
    String(await background.answer({ type: 'issue token' }, TAB));
  const redeem = (background: Background, token: string) =>
    background.answer({ type: 'redeem token', token }, TAB);

  it('counts once', async () => {
    const { background } = start();
    const token = await issue(background);
    expect(await redeem(background, token)).toBe(true);
    expect(await redeem(background, token)).toBe(false);
  });

  it('counts once even when it is sent twice at the same moment', async () => {
    const { background } = start();
    const token = await issue(background);
    const answers = await Promise.all([redeem(background, token), redeem(background, token)]);
    expect(answers.toSorted()).toEqual([false, true]);
  });

  it('that nobody issued does not count', async () => {
    const { background } = start();
    await issue(background);
    for (const token of ['', 'guess', crypto.randomUUID()]) {
      expect(await redeem(background, token)).toBe(false);
    }
  });

  it('outlives the end of the background', async () => {
    const { background, again } = start();
    const token = await issue(background);
    expect(await redeem(again(), token)).toBe(true);
  });
});

describe('a file', () => {
  it('is ready when attached', async () => {
    const { background } = start();
    await tell(background, OPENED, attached('SENR'));
    expect(await statusOf(background)).toBe('ready');
  });

  it('is sent after the click and the thank-you, and not before', async () => {
    const { background } = start();
    await tell(background, attached('SENR'), CLICK);
    expect(await statusOf(background)).toBe('ready');
    await tell(background, THANKS);
    expect(await statusOf(background)).toBe('sent');
  });

  it('is sent when the thank-you comes with the page that answers the click', async () => {
    const { background } = start();
    await tell(background, attached('SENR'), CLICK, OPENED, THANKS);
    expect(await statusOf(background)).toBe('sent');
  });

  it('is not sent by a thank-you without a click', async () => {
    const { background } = start();
    await tell(background, attached('SENR'), THANKS);
    expect(await statusOf(background)).toBe('ready');
  });

  it('is not sent by a click and a thank-you in different tabs', async () => {
    const { background } = start();
    await background.answer(attached('SENR'), 1);
    await background.answer(CLICK, 2);
    await background.answer(THANKS, 2);
    expect(await statusOf(background)).toBe('ready');
    await background.answer(CLICK, 1);
    await background.answer(THANKS, 2);
    expect(await statusOf(background)).toBe('ready');
  });

  it('is missing again when the page is reloaded before the submit', async () => {
    const { background } = start();
    await tell(background, attached('SENR'), OPENED);
    expect(await statusOf(background)).toBe('missing');
  });

  it('is missing again when its tab is closed before the submit', async () => {
    const { background } = start();
    await tell(background, attached('SENR'));
    await background.tabClosed(TAB);
    expect(await statusOf(background)).toBe('missing');
  });

  it('is missing again when it is taken back', async () => {
    const { background } = start();
    await tell(background, attached('SENR'), { type: 'files taken back' });
    expect(await statusOf(background)).toBe('missing');
  });

  it('is missing again when another was attached instead', async () => {
    const { background, clock } = start();
    await tell(background, attached('SENR'));
    clock.at += 1;
    await tell(background, attached('SINF'));
    expect(await statusOf(background, 'SENR')).toBe('missing');
    expect(await statusOf(background, 'SINF')).toBe('ready');
  });

  it('is ready when it is attached again instead of itself, whatever ids chance gives', async () => {
    let last = 1000;
    const { background, clock } = start(() => uuid(--last)); // later events, smaller ids
    await tell(background, attached('SENR'));
    clock.at += 1;
    await tell(background, attached('SENR'));
    expect(await statusOf(background)).toBe('ready');
  });

  it('is known in the order of the reports, even when they come at once', async () => {
    const { background } = start();
    const reports = [attached('SENR'), CLICK, OPENED, THANKS];
    await Promise.all(reports.map((message) => background.answer(message, TAB)));
    expect(await statusOf(background)).toBe('sent');
  });

  it('is still followed when the background ended in between', async () => {
    const { background, again } = start();
    await tell(background, attached('SENR'));
    await tell(again(), CLICK);
    await tell(again(), THANKS);
    expect(await statusOf(again())).toBe('sent');
  });

  it('means nothing when reported from no tab', async () => {
    const { background, store } = start();
    for (const message of [attached('SENR'), CLICK, THANKS]) {
      expect(await background.answer(message, undefined)).toBeUndefined();
    }
    expect(await store.read()).toEqual([]);
  });
});

describe('the ledger', () => {
  it('keeps the time, the version and the submission of each event', async () => {
    const { background, store, clock } = start();
    await tell(background, attached('SENR'), CLICK, THANKS);
    const events = await store.read();
    expect(events.map(({ kind }) => kind).toSorted()).toEqual([
      'attached',
      'confirmed-on-page',
      'submitted',
    ]);
    expect(new Set(events.map(({ submission }) => submission)).size).toBe(1);
    expect(new Set(events.map(({ id }) => id)).size).toBe(3);
    expect(events.every(({ version }) => version === '0.1.0')).toBe(true);
    // The clock stands still here; the order of what happened must be told by the times all the same.
    const times = events.toSorted((a, b) => a.at - b.at);
    expect(times.map(({ kind }) => kind)).toEqual(['attached', 'submitted', 'confirmed-on-page']);
    expect(times.map(({ at }) => at - clock.at)).toEqual([0, 2, 4]);
  });

  it('forgets a tab once its files are confirmed', async () => {
    const { background, session } = start();
    await tell(background, attached('SENR'), CLICK, THANKS);
    expect([...session.stored.keys()]).toEqual([]);
  });

  it('writes on after a report that failed', async () => {
    const { background } = start();
    const bad = { ...sentFile('SENR'), rows: -1 };
    const report = background.answer({ type: 'files attached', how: 'instead', files: [bad] }, TAB);
    await expect(report).rejects.toThrow();
    await tell(background, attached('SINF'));
    expect(await statusOf(background, 'SINF')).toBe('ready');
  });
});

describe('the checklist', () => {
  it('has the years of the cycle, and others that were met', async () => {
    const { background } = start();
    const years = ['2018-19', '2019-20', '2020-21', '2021-22', '2022-23'];
    expect((await checklist(background)).years).toEqual(years);
    await tell(background, attached('SENR', '2024-25'), CLICK, THANKS);
    const list = await checklist(background);
    expect(list.years).toEqual([...years, '2024-25']);
    expect(list.cells).toHaveLength(42);
  });
});

describe('pages', () => {
  it('are opened on request', async () => {
    const { background, opened } = start();
    await background.answer({ type: 'open upload page' }, undefined);
    await background.answer({ type: 'open checklist' }, TAB);
    await background.answer({ type: 'open check files' }, undefined);
    expect(opened).toEqual(['upload page', 'checklist', 'check files']);
  });
});
