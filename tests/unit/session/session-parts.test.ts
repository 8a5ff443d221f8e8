import { describe, expect, it } from 'vitest';
import type { TextPart } from '../../../lib/fixes/record-cutter.ts';
import { attachedFileSchema } from '../../../lib/ledger/attached-file.ts';
import type { Recollection } from '../../../lib/messaging/ledger-messages.ts';
import type { SessionDeps } from '../../../lib/session/session.ts';
import { textOf } from '../support/facts.ts';
import type { Harness } from './harness.ts';
import { harness, settle, sha256Of } from './harness.ts';

const NAME = 'SCSC 2022-23.txt';
const ZIP = 'SCSC 2022-23.zip';
const huge = () => textOf('SCSC', '2022-23', { bytes: 412_000_000, rows: 30 });
const senr = () => textOf('SENR', '2022-23');
/** Of the harness's file, which holds its own name. */
const cuts = (...ends: readonly number[]): TextPart[] =>
  ends.map((end, at) => ({ start: ends[at - 1] ?? 0, end, rows: 10 * (at + 1) }));
const zip = (words: string) => new Blob([words]);
const sized = (bytes: number) => new Blob([new Uint8Array(bytes)]);

const snapshot = ({ session }: Harness) => session.getSnapshot();
const part = (h: Harness) => snapshot(h).part;
const rowsOf = (h: Harness) => snapshot(h).rows;

/** Chosen, and found to make too large a zip, which is about `zipped` bytes. */
async function tooLarge(zipped: number, other: Partial<SessionDeps> = {}): Promise<Harness> {
  const h = harness(other);
  await h.hold({ [NAME]: huge() });
  h.zipping[0]?.resolve(sized(zipped));
  await settle();
  return h;
}

/** In two zips, both made. */
async function inTwo(other: Partial<SessionDeps> = {}): Promise<Harness> {
  const h = await tooLarge(40_000_000, other);
  h.cutting[0]?.resolve(cuts(4, 16));
  await settle();
  h.zipping[1]?.resolve(zip('one'));
  h.zipping[2]?.resolve(zip('two'));
  await settle();
  return h;
}

const begun = (done: readonly number[], packing: 'zip' | 'text parts' = 'zip'): Recollection => ({
  begun: { fileType: 'SCSC', schoolYear: '2022-23', packing, of: 2, done },
});

async function sendNext(h: Harness): Promise<void> {
  await h.attach();
  await h.handedOver('in the input');
  h.session.hear({ type: 'clicked' });
  h.session.hear({ type: 'thanked' });
}

describe('a file whose zip is too large', () => {
  it('is cut into as many parts as give zips of some 28 MB', async () => {
    for (const [zipped, of] of [
      [30_000_001, 2],
      [56_000_000, 2],
      [56_000_001, 3],
    ] as const) {
      const h = await tooLarge(zipped);
      expect(h.cutting.map(({ name }) => name)).toEqual([`of ${of}`]);
    }
  });

  it('is cut into one part more when a part is still too large', async () => {
    const h = await tooLarge(40_000_000);
    h.cutting[0]?.resolve(cuts(4, 16));
    await settle();
    h.zipping[1]?.resolve(zip('one'));
    h.zipping[2]?.resolve(sized(30_000_001));
    await settle();
    expect(h.cutting.map(({ name }) => name)).toEqual(['of 2', 'of 3']);
    h.cutting[1]?.resolve(cuts(4, 8, 16));
    await settle();
    for (const job of h.zipping.slice(3)) job.resolve(zip('part'));
    await settle();
    expect(part(h)).toEqual({ number: 1, of: 3 });
  });

  it('says beforehand how many zips there will be', async () => {
    const h = await inTwo();
    const [row] = rowsOf(h);
    expect(row?.changes.map(([key]) => key)).toEqual(['change_zip_parts']);
    expect(row?.parts).toMatchObject([
      { number: 1, of: 2, rows: 10, bytes: 3, isSent: false },
      { number: 2, of: 2, rows: 20, bytes: 3, isSent: false },
    ]);
    expect(snapshot(h)).toMatchObject({
      canGo: 1,
      needsFix: true,
      part: { number: 1, of: 2 },
      partsAfter: 1,
      description: 'SCSC 2022-23 part 1 of 2',
    });
  });

  it('goes one part per submission, each under the one exact name', async () => {
    const h = await inTwo();
    await sendNext(h);
    expect(snapshot(h)).toMatchObject({
      phase: 'confirmed',
      part: { number: 2, of: 2 },
      partsAfter: 0,
    });
    await sendNext(h);
    expect(part(h)).toBeUndefined();
    expect(h.attachMessages().map(({ description }) => description)).toEqual([
      'SCSC 2022-23 part 1 of 2',
      'SCSC 2022-23 part 2 of 2',
    ]);
    expect(await h.given()).toEqual([[[ZIP, 'one']], [[ZIP, 'two']]]);
  });

  it('is kept in the ledger part by part, with the rows of each', async () => {
    const h = await inTwo();
    await sendNext(h);
    await sendNext(h);
    const common = { name: ZIP, sourceBytes: 412_000_000, attachedBytes: 3 };
    expect(h.records()).toMatchObject([
      [{ ...common, part: { number: 1, of: 2 }, rows: 10, attachedSha256: sha256Of('one') }],
      [{ ...common, part: { number: 2, of: 2 }, rows: 20, attachedSha256: sha256Of('two') }],
    ]);
    const files = h.records().flat();
    for (const file of files) expect(attachedFileSchema.parse(file)).toEqual(file);
    expect(new Set(files.map(({ contentHash }) => contentHash)).size).toBe(1);
  });

  it('goes after the files that are whole', async () => {
    const h = harness();
    await h.hold({ [NAME]: huge(), 'SENR 2022-23.txt': senr() });
    h.zipping[0]?.resolve(sized(40_000_000));
    await settle();
    h.cutting[0]?.resolve(cuts(4, 16));
    await settle();
    h.zipping[1]?.resolve(zip('one'));
    h.zipping[2]?.resolve(zip('two'));
    await settle();
    expect(snapshot(h)).toMatchObject({ canGo: 1, partsAfter: 2, description: 'SENR 2022-23' });
    expect(rowsOf(h).map(({ place }) => place)).toEqual(['later', 'now']);
    await sendNext(h);
    expect(rowsOf(h).map(({ place }) => place)).toEqual(['now', 'sent']);
    await sendNext(h);
    await sendNext(h);
    expect(h.attachMessages().map(({ description }) => description)).toEqual([
      'SENR 2022-23',
      'SCSC 2022-23 part 1 of 2',
      'SCSC 2022-23 part 2 of 2',
    ]);
    expect(rowsOf(h).map(({ place }) => place)).toEqual(['sent', 'sent']);
  });

  it('keeps no whole file waiting while its parts are made', async () => {
    const h = harness();
    await h.hold({ [NAME]: huge(), 'senr.txt': senr() });
    await h.attach();
    expect(h.attachMessages()).toEqual([]); // its zip may still be small enough to go with the other
    h.zipping[0]?.resolve(sized(40_000_000));
    await settle();
    expect(h.attachMessages()).toMatchObject([{ description: 'SENR 2022-23' }]);
    expect(h.cutting[0]?.options.signal.aborted).toBe(false);
    expect(snapshot(h).partsAfter).toBe(1);
  });

  it('has its button while its parts are made; the click waits for them', async () => {
    const h = await tooLarge(40_000_000);
    expect(snapshot(h)).toMatchObject({ phase: 'review', canGo: 1, partsAfter: 0 });
    h.session.attach();
    h.cutting[0]?.resolve(cuts(4, 16));
    await settle();
    h.zipping[1]?.resolve(zip('one'));
    h.zipping[2]?.resolve(zip('two'));
    await settle();
    expect(h.attachMessages()).toMatchObject([{ description: 'SCSC 2022-23 part 1 of 2' }]);
  });

  it('keeps its part when that is taken back, or was not thanked for', async () => {
    const h = await inTwo();
    await h.attach();
    await h.handedOver('in the input');
    h.session.undo();
    h.session.hear({ type: 'taken back', complete: true });
    await settle();
    expect(part(h)).toEqual({ number: 1, of: 2 });
    await h.attach();
    await h.handedOver('in the input');
    h.session.hear({ type: 'clicked' });
    expect(part(h)).toEqual({ number: 1, of: 2 });
  });

  it('attaches nothing when a part cannot be made', async () => {
    const h = await tooLarge(40_000_000);
    h.session.attach();
    h.cutting[0]?.resolve(cuts(4, 16));
    await settle();
    h.zipping[1]?.resolve(zip('one'));
    h.zipping[2]?.reject(new Error('not proven'));
    await settle();
    expect(snapshot(h)).toMatchObject({ phase: 'review', trouble: 'zip not made' });
    expect(h.attachMessages()).toEqual([]);
  });
});

describe('parts that are not zipped', () => {
  async function asTexts(...ends: readonly number[]): Promise<Harness> {
    const h = harness();
    await h.hold({ [NAME]: huge() });
    h.session.choosePacking('file-1', 'text parts');
    await settle();
    h.cutting[0]?.resolve(cuts(...ends));
    await settle();
    return h;
  }

  it('are the very bytes of the file, and bear its name', async () => {
    const h = await asTexts(5, 16);
    expect(h.zipping[0]?.options.signal.aborted).toBe(true);
    await sendNext(h);
    await sendNext(h);
    expect(await h.given()).toEqual([[[NAME, NAME.slice(0, 5)]], [[NAME, NAME.slice(5)]]]);
    expect(h.records()).toMatchObject([
      [{ name: NAME, part: { number: 1, of: 2 }, attachedBytes: 5 }],
      [{ name: NAME, part: { number: 2, of: 2 }, attachedBytes: 11 }],
    ]);
  });

  it('are as few as keep each under 10 MB', async () => {
    const h = harness({
      inspect: async () => textOf('SCSC', '2022-23', { bytes: 30_000_001 }),
    });
    h.session.hear({
      type: 'chosen',
      choice: 1,
      when: 'at choice',
      files: [{ id: 'a', file: new File([sized(31e6)], NAME) }],
    });
    await settle();
    h.session.choosePacking('a', 'text parts');
    await settle();
    expect(h.cutting.map(({ name }) => name)).toEqual(['of 4']);
    h.cutting[0]?.resolve(cuts(7e6, 14e6, 24_000_001, 31e6));
    await settle();
    expect(h.cutting.map(({ name }) => name)).toEqual(['of 4', 'of 5']);
    h.cutting[1]?.resolve(cuts(7e6, 14e6, 24e6, 28e6, 31e6));
    await settle();
    expect(part(h)).toEqual({ number: 1, of: 5 });
  });

  it('can be given up for zips again', async () => {
    const h = await asTexts(5, 16);
    expect(rowsOf(h)[0]?.packing).toBe('text parts');
    h.session.choosePacking('file-1', 'zip');
    await settle();
    expect(rowsOf(h)[0]?.packing).toBe('zip');
    h.zipping[1]?.resolve(zip('whole'));
    await h.attach();
    expect(await h.given()).toEqual([[[ZIP, 'whole']]]);
  });

  it('are offered only for files that are too large', async () => {
    const h = harness();
    await h.hold({ 'senr.txt': senr() });
    expect(rowsOf(h)[0]?.packing).toBeUndefined();
  });
});

describe('a job that was begun before', () => {
  async function resumed(recollection: Recollection): Promise<Harness> {
    const h = harness({ recall: async () => recollection });
    await h.hold({ [NAME]: huge() });
    return h;
  }

  it('goes on with the next part, without zipping the whole or what was sent', async () => {
    const h = await resumed(begun([1]));
    expect(h.cutting.map(({ name }) => name)).toEqual(['of 2']);
    expect(h.zipping).toEqual([]);
    h.cutting[0]?.resolve(cuts(4, 16));
    await settle();
    expect(h.zipping).toHaveLength(1);
    h.zipping[0]?.resolve(zip('two'));
    await settle();
    expect(rowsOf(h)[0]?.parts?.map(({ isSent }) => isSent)).toEqual([true, false]);
    await h.attach();
    expect(h.attachMessages()).toMatchObject([{ description: 'SCSC 2022-23 part 2 of 2' }]);
  });

  it('waits only for the part that goes next', async () => {
    const h = await resumed({
      begun: { fileType: 'SCSC', schoolYear: '2022-23', packing: 'zip', of: 3, done: [1] },
    });
    h.cutting[0]?.resolve(cuts(4, 8, 16));
    await settle();
    h.session.attach();
    h.zipping[0]?.resolve(zip('two'));
    await settle();
    expect(snapshot(h).phase).toBe('handing over');
    expect(h.zipping[1]?.options.signal.aborted).toBe(false);
  });

  it('goes on as texts where texts were sent, and offers nothing else', async () => {
    const h = await resumed(begun([1], 'text parts'));
    h.cutting[0]?.resolve(cuts(5, 16));
    await settle();
    expect(h.zipping).toEqual([]);
    expect(part(h)).toEqual({ number: 2, of: 2 });
    expect(rowsOf(h)[0]?.packing).toBeUndefined();
  });

  it('is another job when the file is for another year', async () => {
    const h = await resumed({
      begun: { fileType: 'SCSC', schoolYear: '2021-22', packing: 'zip', of: 2, done: [1] },
    });
    expect(h.zipping).toHaveLength(1);
  });

  it('attaches nothing when a part is larger than it was', async () => {
    const h = await resumed(begun([1]));
    h.cutting[0]?.resolve(cuts(4, 16));
    await settle();
    h.zipping[0]?.resolve(sized(30_000_001));
    await settle();
    h.session.attach(); // starts again
    await settle();
    h.cutting[1]?.resolve(cuts(4, 16));
    await settle();
    h.zipping[1]?.resolve(sized(30_000_001));
    await settle();
    expect(snapshot(h)).toMatchObject({ phase: 'review', trouble: 'zip not made' });
    expect(h.attachMessages()).toEqual([]);
  });
});

describe('Save prepared file', () => {
  it('saves the part whose turn it is, and lets exactly that pass', async () => {
    const h = await inTwo();
    await h.session.save('file-1');
    expect(h.saved.map(({ name }) => name)).toEqual([ZIP]);
    expect(await h.saved[0]?.file.text()).toBe('one');
    expect(h.toPage).toMatchObject([
      {
        type: 'let pass',
        record: {
          name: ZIP,
          part: { number: 1, of: 2 },
          attachedBytes: 3,
          attachedSha256: sha256Of('one'),
        },
      },
    ]);
    // Then the person chooses it by hand.
    h.session.hear({
      type: 'attached by hand',
      outcome: 'in the input',
      sha256s: [sha256Of('one')],
    });
    expect(snapshot(h)).toMatchObject({ phase: 'attached', part: { number: 1, of: 2 } });
    h.session.hear({ type: 'clicked' });
    h.session.hear({ type: 'thanked' });
    expect(part(h)).toEqual({ number: 2, of: 2 });
  });

  it('saves all parts in a tab without a page, under names that tell them apart', async () => {
    const h = await inTwo({ hasPage: false });
    expect(await h.session.saveAll()).toBe(2);
    expect(h.saved.map(({ name }) => name)).toEqual([
      'SCSC 2022-23 part 1 of 2.zip',
      'SCSC 2022-23 part 2 of 2.zip',
    ]);
    expect(await Promise.all(h.saved.map(({ file }) => file.text()))).toEqual(['one', 'two']);
  });
});

describe('work ahead of the click', () => {
  const large = () => textOf('SCSC', '2022-23', { bytes: 40_000_000 });

  it('begins when the file was inspected', async () => {
    const h = harness();
    await h.hold({ 'scsc.txt': large() });
    expect(snapshot(h).phase).toBe('review');
    expect(h.zipping).toHaveLength(1);
    h.zipping[0]?.resolve(zip('zip'));
    await h.attach();
    expect(h.zipping).toHaveLength(1);
    expect(h.attachMessages()).toHaveLength(1);
  });

  it('begins while other files are still being inspected', async () => {
    const h = harness();
    await h.hold({ 'scsc.txt': large(), 'SENR 2022-23.txt': 'later' });
    expect(snapshot(h).phase).toBe('checking');
    expect(h.zipping).toHaveLength(1);
  });

  it('is at most as many jobs as there are cores', async () => {
    const h = harness({ cores: 1 });
    await h.hold({
      'scsc.txt': large(),
      'SCSC 2021-22.txt': textOf('SCSC', '2021-22', { bytes: 4e7 }),
    });
    expect(h.zipping).toHaveLength(1);
    h.zipping[0]?.resolve(zip('zip'));
    await settle();
    expect(h.zipping).toHaveLength(2);
  });

  it.each([
    ['Remove', (h: Harness) => h.session.remove('file-1')],
    ['Cancel', (h: Harness) => h.session.cancel()],
  ])('is thrown away with %s', async (_name, stop) => {
    const h = harness();
    await h.hold({ 'scsc.txt': large() });
    stop(h);
    expect(h.zipping[0]?.options.signal.aborted).toBe(true);
    await settle();
    expect(snapshot(h).trouble).toBeUndefined();
  });

  it('that failed is tried once more with the click, and not before', async () => {
    const h = harness();
    await h.hold({ 'scsc.txt': large() });
    h.zipping[0]?.reject(new Error('not proven'));
    await settle();
    expect(h.zipping).toHaveLength(1);
    expect(snapshot(h).trouble).toBeUndefined();
    await h.attach();
    h.zipping[1]?.resolve(zip('zip'));
    await settle();
    expect(h.attachMessages()).toHaveLength(1);
  });

  it('starts again when the person picks another school year: the name inside is another', async () => {
    const h = harness();
    const years = { schoolYears: { '2021-22': 5, '2022-23': 5 }, bytes: 4e7 } as const;
    await h.hold({ 'x.txt': textOf('SENR', '2022-23', years) });
    expect(h.zipping).toHaveLength(0);
    h.session.chooseSchoolYear('file-1', '2021-22');
    h.session.chooseSchoolYear('file-1', '2022-23');
    await settle();
    expect(h.zipping.map(({ name, options }) => [name, options.signal.aborted])).toEqual([
      ['SENR 2021-22.txt', true],
      ['SENR 2022-23.txt', false],
    ]);
  });

  it('tells how much time is left, once that is no guess', async () => {
    let now = 0;
    const h = harness({ now: () => now });
    await h.hold({ 'scsc.txt': large() });
    const report = async (bytes: number) => {
      h.zipping[0]?.options.onProgress(bytes);
      await settle();
    };
    now = 500;
    await report(1e7);
    expect(rowsOf(h)[0]?.progress).toEqual({ work: 'zip', done: 0.25 });
    now = 2000;
    await report(2e7);
    expect(rowsOf(h)[0]?.progress).toEqual({ work: 'zip', done: 0.5, secondsLeft: 2 });
  });
});

describe('of many parts', () => {
  const LAST = 5;

  it('all can be saved, one after the other, and none is made twice', async () => {
    const h = await tooLarge(28_000_000 * LAST);
    h.cutting[0]?.resolve(cuts(3, 6, 9, 12, 16));
    await settle();
    for (let at = 1; at <= LAST; at += 1) {
      h.zipping[at]?.resolve(zip(`part ${at}`));
      await settle(); // four cores: the fifth waits for one
    }
    expect(await h.session.saveAll()).toBe(LAST);
    const texts = await Promise.all(h.saved.map(({ file }) => file.text()));
    expect(texts).toEqual(['part 1', 'part 2', 'part 3', 'part 4', 'part 5']);
    expect(h.zipping).toHaveLength(1 + LAST);
  });
});
