import { describe, expect, it } from 'vitest';
import type { Source } from '../../../lib/reading/source.ts';
import { ownSource } from '../../../lib/reading/source.ts';
import { textOf } from '../support/facts.ts';
import { harness, settle, sha256Of } from './harness.ts';

const NAME = 'SENR 2022-23.txt';
const wide = () => textOf('SENR', '2022-23', { encoding: 'utf-16le' });
const wideAndLarge = () => textOf('SCSC', '2022-23', { encoding: 'utf-16le', bytes: 40_000_000 });

describe('a copy that has to be made', () => {
  it('of wide text is converted with one click, and the copy is attached', async () => {
    const h = harness();
    await h.hold({ [NAME]: wide() });
    expect(h.session.getSnapshot()).toMatchObject({ phase: 'review', needsFix: true });
    await h.attach();
    expect(h.rewriting.map(({ name }) => name)).toEqual(['utf-16le']);
    h.rewriting[0]?.resolve(new Blob(['converted']));
    await settle();
    expect(await h.given()).toEqual([[[NAME, 'converted']]]);
  });

  it('with the usual line ends is made only if the person wants it', async () => {
    const lineEnds = { crlf: 0, lf: 10, cr: 0, crcrlf: 0 };
    const h = harness();
    // The first file waits for its new name, so the second one waits, too.
    await h.hold({
      'sinf.txt': textOf('SINF', '2022-23'),
      [NAME]: textOf('SENR', '2022-23', { lineEnds }),
    });
    const row = () => h.session.getSnapshot().rows[1];
    expect(row()).toMatchObject({ repair: 'offered', changes: [] });
    expect(h.rewriting).toEqual([]);
    h.session.chooseRepair('file-2', true);
    await settle();
    expect(row()).toMatchObject({ repair: 'wanted', changes: [['change_repair']] });
    expect(h.rewriting).toHaveLength(1);
    h.session.chooseRepair('file-2', false);
    await settle();
    expect(row()).toMatchObject({ repair: 'offered', changes: [] });
  });

  it('is converted before it is zipped', async () => {
    const sources: Source[] = [];
    const zip = new Blob(['zip']);
    const h = harness();
    h.makers.zip = async ({ source }) => {
      sources.push(source);
      return { kind: 'zip', written: { zip, entryName: NAME, sourceBytes: 9, sourceCrc32: 0 } };
    };
    await h.hold({ 'SCSC 2022-23.txt': wideAndLarge() });
    await h.attach();
    const copy = new Blob(['converted']);
    h.rewriting[0]?.resolve(copy);
    await settle();
    expect(sources).toEqual([ownSource(copy)]);
    expect(await h.given()).toEqual([[['SCSC 2022-23.zip', 'zip']]]);
  });

  it('is attached only when its zip is proven, and till then says what is under way', async () => {
    const proving: PromiseWithResolvers<string>[] = [];
    const h = harness();
    h.makers.prove = ({ entryName }) => {
      expect(entryName).toBe('SCSC 2022-23.txt');
      proving.push(Promise.withResolvers());
      return proving[0]?.promise ?? Promise.reject();
    };
    await h.hold({ 'SCSC.txt': textOf('SCSC', '2022-23', { bytes: 40_000_000 }) });
    h.session.attach();
    h.zipping[0]?.resolve(new Blob(['zip']));
    await settle();
    expect(h.session.getSnapshot().rows[0]?.progress).toEqual({ work: 'prove' });
    expect(h.attachMessages()).toEqual([]);
    proving[0]?.resolve(sha256Of('zip'));
    await settle();
    expect(h.session.getSnapshot().rows[0]?.progress).toBeUndefined();
    expect(h.attachMessages()).toHaveLength(1);
  });

  it.each([
    ['alone where two zips would be too much', 16_000_000, ['SCSC 2022-23.txt']],
    ['beside another where both are small', 4_000_000, ['SCSC 2022-23.txt', NAME]],
  ])('is proven %s: a proof holds its whole zip in memory', async (_how, zipBytes, atOnce) => {
    const proving: [string, () => void][] = [];
    const h = harness();
    const { prove } = h.makers;
    h.makers.prove = ({ entryName, ...rest }, options) => {
      const mayEnd = Promise.withResolvers<void>();
      proving.push([entryName, mayEnd.resolve]);
      return mayEnd.promise.then(() => prove({ entryName, ...rest }, options));
    };
    await h.hold({
      'SCSC 2022-23.txt': textOf('SCSC', '2022-23', { bytes: 40_000_000 }),
      [NAME]: textOf('SENR', '2022-23', { bytes: 40_000_000 }),
    });
    h.session.attach();
    for (const one of h.zipping) one.resolve(new Blob([new Uint8Array(zipBytes)]));
    await settle();
    expect(proving.map(([name]) => name)).toEqual(atOnce);
    proving[0]?.[1]();
    await settle();
    expect(proving.map(([name]) => name)).toEqual(['SCSC 2022-23.txt', NAME]);
    expect(h.attachMessages()).toEqual([]);
    proving[1]?.[1]();
    await settle();
    expect(h.attachMessages()).toHaveLength(1);
  });

  it('whose zip is not proven attaches nothing, and says so', async () => {
    const h = harness();
    h.makers.prove = () => Promise.reject(new Error('not proven'));
    await h.hold({ 'SCSC.txt': textOf('SCSC', '2022-23', { bytes: 40_000_000 }) });
    h.session.attach();
    h.zipping[0]?.resolve(new Blob(['zip']));
    await settle();
    expect(h.session.getSnapshot()).toMatchObject({ phase: 'review', trouble: 'zip not made' });
    expect(h.attachMessages()).toEqual([]);
  });

  it('that cannot be made attaches nothing', async () => {
    const h = harness();
    await h.hold({ [NAME]: wide() });
    await h.attach();
    h.rewriting[0]?.reject(new Error('no'));
    await settle();
    expect(h.session.getSnapshot().phase).toBe('review');
    expect(h.attachMessages()).toEqual([]);
  });
});

describe('a file that was sent before', () => {
  it('waits for a click, with the day it was sent', async () => {
    const at = Date.UTC(2023, 9, 20);
    const h = harness({ recall: async () => ({ sentBefore: { at, name: NAME } }) });
    await h.hold({ [NAME]: textOf('SENR', '2022-23') });
    const { phase, rows } = h.session.getSnapshot();
    expect(phase).toBe('review');
    expect(rows[0]?.findings.map(({ ruleId }) => ruleId)).toEqual(['already-sent']);
  });

  it('is asked about by its content, its LEA and its type', async () => {
    const asked: unknown[] = [];
    const h = harness({
      recall: async (file) => {
        asked.push(file);
        return {};
      },
    });
    const reportingLeas = { '0199902': 1, '0199901': 9 };
    const inspection = textOf('SENR', '2022-23', { reportingLeas });
    await h.hold({ [NAME]: inspection });
    expect(asked).toEqual([
      {
        contentHash: inspection.kind === 'text' && inspection.facts.contentHash,
        reportingLea: '0199901',
        fileType: 'SENR',
      },
    ]);
  });

  it('is no reason to hold anything when the ledger cannot be asked', async () => {
    const h = harness({ recall: () => Promise.reject(new Error('no ledger')) });
    await h.hold({ [NAME]: textOf('SENR', '2022-23') });
    expect(h.attachMessages()).toHaveLength(1);
  });
});

describe('a file whose counts are far from the year before in the checklist', () => {
  const known = (rows: number) => ({ knownYears: [{ schoolYear: '2021-22' as const, rows }] });

  it('waits for a click, with both figures', async () => {
    const h = harness({ recall: async () => known(9813) });
    await h.hold({ [NAME]: textOf('SENR', '2022-23') });
    const { phase, rows } = h.session.getSnapshot();
    expect(phase).toBe('review');
    expect(rows[0]?.findings.map(({ ruleId }) => ruleId)).toEqual(['far-from-other-years']);
    await h.attach();
    expect(h.attachMessages()).toHaveLength(1);
  });

  it('goes at once if they are alike', async () => {
    const h = harness({ recall: async () => known(12) });
    await h.hold({ [NAME]: textOf('SENR', '2022-23') });
    expect(h.attachMessages()).toHaveLength(1);
  });
});

describe('a file of another LEA than the organization in the checklist', () => {
  const organization = { name: 'Maple Leaf Unified', reportingLea: '0199902' };

  it('waits for a click, with both', async () => {
    const h = harness({ recall: async () => ({ organization }) });
    await h.hold({ [NAME]: textOf('SENR', '2022-23') });
    const { phase, rows } = h.session.getSnapshot();
    expect(phase).toBe('review');
    expect(rows[0]?.findings.map(({ ruleId }) => ruleId)).toEqual(['other-lea']);
  });

  it('is none when the organization is that of the file', async () => {
    const own = { ...organization, reportingLea: '0199901' };
    const h = harness({ recall: async () => ({ organization: own }) });
    await h.hold({ [NAME]: textOf('SENR', '2022-23') });
    expect(h.attachMessages()).toHaveLength(1);
  });
});
