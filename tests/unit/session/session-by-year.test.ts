import { describe, expect, it } from 'vitest';
import type { FileType } from '../../../lib/calpads/file-types.ts';
import type { SchoolYear } from '../../../lib/calpads/school-year.ts';
import type { CutByYear, CutByYearJob } from '../../../lib/fixes/cut-by-year.ts';
import type { YearAccount } from '../../../lib/fixes/year-account.ts';
import type { FileFacts } from '../../../lib/inspection/file-facts.ts';
import type { Inspection } from '../../../lib/inspection/inspection.ts';
import type { ChosenWhen } from '../../../lib/messaging/page-port.ts';
import { SourceChanged } from '../../../lib/reading/source.ts';
import type { SessionDeps } from '../../../lib/session/session.ts';
import { factsOf, textOf } from '../support/facts.ts';
import type { Harness } from './harness.ts';
import { harness, settle } from './harness.ts';

const NAME = 'SENR all years.txt';
const ID = 'file-1';
const REQUIRED: readonly SchoolYear[] = ['2020-21', '2021-22', '2022-23'];
const SEVERAL = {
  rows: 30,
  schoolYears: { '2013-14': 5, '2021-22': 10, '2022-23': 14 },
  odsRecords: { SENR: 30 },
  oddities: { 'no school year': { count: 1, firstLines: [9] } },
} as const;
const NONE = { count: 0, firstLines: [] };
const ACCOUNT: YearAccount = {
  files: [
    ['2021-22', 10],
    ['2022-23', 14],
  ],
  outside: [['2013-14', 5]],
  withoutYear: { count: 1, firstLines: [9] },
  foreign: NONE,
  blankLines: 0,
  marks: NONE,
  lines: 30,
};

const zipWith = (year: SchoolYear, rows = 10): Inspection => ({
  kind: 'archive',
  facts: factsOf('SENR', year, { container: 'zip', rows: 0, odsRecords: {}, schoolYears: {} }),
  archive: {
    entries: [
      {
        name: `SENR ${year}.txt`,
        facts: factsOf('SENR', year, { rows, odsRecords: { SENR: rows } }),
      },
    ],
  },
});

function result(account = ACCOUNT): CutByYear {
  const zips = account.files.map(([year]) => ({
    zip: new Blob([`zip of ${year}`]),
    entryName: `SENR ${year}.txt`,
    sourceBytes: 1,
    sourceCrc32: 0,
  }));
  return { zips, account };
}

/** The file was chosen and checked. What is made from it is inspected as it should be. */
async function chosen(
  facts: Partial<FileFacts> = SEVERAL,
  { fileType = 'SENR', when, ...deps }: Partial<SessionDeps> & Other = {},
): Promise<Harness> {
  const byName: Record<string, Inspection> = {
    [NAME]: textOf(fileType, '2022-23', facts),
    'SENR 2021-22.zip': zipWith('2021-22'),
    'SENR 2022-23.zip': zipWith('2022-23'),
  };
  const h = harness({
    inspect: async ({ name }) => byName[name] ?? textOf('SENR', '2022-23'),
    recall: async () => ({ requiredYears: REQUIRED }),
    ...deps,
  });
  await h.hold({ [NAME]: 'later' }, when);
  return h;
}
interface Other {
  readonly fileType?: FileType;
  readonly when?: ChosenWhen;
}

const snapshot = ({ session }: Harness) => session.getSnapshot();
const names = (h: Harness) => snapshot(h).rows.map(({ name }) => name);

async function cut(h: Harness, made: CutByYear = result()): Promise<void> {
  h.session.cutByYear(ID);
  h.cuttingByYear.at(-1)?.resolve(made);
  await settle();
}

describe('a file with several school years', () => {
  it('is offered as one file per school year, with what becomes of each line', async () => {
    const h = await chosen();
    expect(snapshot(h).rows[0]?.yearOffer).toEqual(ACCOUNT);
    expect(h.cuttingByYear).toEqual([]);
  });

  it.each<[string, Partial<FileFacts>, Other & Partial<SessionDeps>]>([
    [
      'of a type for one school year',
      { ...SEVERAL, odsRecords: { SCSC: 30 } },
      { fileType: 'SCSC' },
    ],
    [
      'with one year of the checklist',
      { ...SEVERAL, schoolYears: { '2013-14': 5, '2022-23': 25 } },
      {},
    ],
    [
      'with a problem that no fix solves',
      { ...SEVERAL, oddities: { 'nul byte': { count: 1, firstLines: [1] } } },
      {},
    ],
    [
      'that stops in the middle of a record',
      { ...SEVERAL, oddities: { 'truncated last record': { count: 1, firstLines: [30] } } },
      {},
    ],
    ['while the checklist cannot be read', SEVERAL, { recall: () => Promise.reject(new Error()) }],
    [
      'of which parts were sent',
      SEVERAL,
      {
        recall: async () => ({
          requiredYears: REQUIRED,
          begun: { fileType: 'SENR', schoolYear: '2022-23', packing: 'zip', of: 2, done: [1] },
        }),
      },
    ],
  ])('is not offered for a file %s', async (_, facts, other) => {
    const h = await chosen(facts, other);
    expect(snapshot(h).rows).toMatchObject([{ name: NAME }]);
    expect(snapshot(h).rows[0]?.yearOffer).toBeUndefined();
    h.session.cutByYear(ID);
    expect(h.cuttingByYear).toEqual([]);
  });

  it('gives way to one zip per year of the checklist', async () => {
    const h = await chosen();
    h.session.cutByYear(ID);
    expect(snapshot(h)).toMatchObject({
      phase: 'checking',
      rows: [{ progress: { work: 'by_year' } }],
    });
    h.cuttingByYear[0]?.options.onProgress(870);
    expect(snapshot(h).rows[0]?.progress).toEqual({ work: 'by_year', done: 0.5 });
    expect(h.cuttingByYear[0]?.name).toBe('2021-22,2022-23');
    h.cuttingByYear[0]?.resolve(result());
    await settle();
    expect(names(h)).toEqual(['SENR 2021-22.zip', 'SENR 2022-23.zip']);
    expect(snapshot(h)).toMatchObject({
      phase: 'review',
      canGo: 2,
      needsFix: true,
      undo: 'cut by year',
      cuts: [{ name: NAME, account: ACCOUNT }],
    });
  });

  it('is never attached itself after that; the new files go with one click', async () => {
    const h = await chosen();
    await cut(h);
    expect(h.attachMessages()).toEqual([]);
    await h.attach();
    expect(await h.given()).toEqual([
      [
        ['SENR 2021-22.zip', 'zip of 2021-22'],
        ['SENR 2022-23.zip', 'zip of 2022-23'],
      ],
    ]);
    // The page's side has no such files.
    expect([...h.copies.values()].map(({ of }) => of.kind)).toEqual(['made', 'made']);
    expect(h.records()[0]).toMatchObject([
      { fileType: 'SENR', schoolYear: '2021-22', rows: 10 },
      { fileType: 'SENR', schoolYear: '2022-23', rows: 10 },
    ]);
  });

  it('comes back with Undo, and the new files go', async () => {
    const h = await chosen();
    await cut(h);
    h.session.undo();
    await settle();
    expect(names(h)).toEqual([NAME]);
    expect(snapshot(h)).toMatchObject({
      phase: 'review',
      cuts: [],
      rows: [{ yearOffer: ACCOUNT }],
    });
    expect(snapshot(h).undo).toBeUndefined();
    await cut(h);
    expect(names(h)).toEqual(['SENR 2021-22.zip', 'SENR 2022-23.zip']);
  });

  it('is listed as before after Cancel, and nothing comes of the work', async () => {
    const h = await chosen();
    h.session.cutByYear(ID);
    h.session.cancel();
    await settle();
    expect(h.cuttingByYear[0]?.options.signal.aborted).toBe(true);
    expect(names(h)).toEqual([NAME]);
    expect(snapshot(h)).toMatchObject({ phase: 'review', rows: [{ yearOffer: ACCOUNT }] });
    h.cuttingByYear[0]?.resolve(result());
    await settle();
    expect(names(h)).toEqual([NAME]);
  });

  it('that is removed while it is cut comes back as it was', async () => {
    const h = await chosen();
    h.session.cutByYear(ID);
    h.session.remove(ID);
    await settle();
    expect(h.cuttingByYear[0]?.options.signal.aborted).toBe(true);
    h.session.undo();
    await settle();
    expect(snapshot(h).rows).toMatchObject([{ name: NAME, yearOffer: ACCOUNT }]);
  });

  it('that was edited meanwhile is checked again, and the person is told', async () => {
    const h = await chosen();
    h.session.cutByYear(ID);
    h.cuttingByYear[0]?.reject(new SourceChanged());
    await settle();
    expect(names(h)).toEqual([NAME]);
    expect(snapshot(h)).toMatchObject({ phase: 'review', trouble: 'file changed' });
  });

  it('is listed as before if the work fails', async () => {
    const h = await chosen();
    h.session.cutByYear(ID);
    h.cuttingByYear[0]?.reject(new Error('worker died'));
    await settle();
    expect(names(h)).toEqual([NAME]);
    expect(snapshot(h)).toMatchObject({ phase: 'review', trouble: 'not cut', cuts: [] });
  });

  it('is listed as before if a zip does not pass its test', async () => {
    const h = await chosen();
    h.makers.prove = () => Promise.reject(new Error('not proven'));
    await cut(h);
    expect(names(h)).toEqual([NAME]);
    expect(snapshot(h).trouble).toBe('not cut');
  });

  it('is listed as before if the counts do not add up to those of the check', async () => {
    const h = await chosen();
    await cut(h, result({ ...ACCOUNT, blankLines: 1 }));
    expect(names(h)).toEqual([NAME]);
    expect(snapshot(h).trouble).toBe('not cut');
  });

  it('takes the new files with it when it is chosen again', async () => {
    const h = await chosen();
    await cut(h);
    await h.hold({ [NAME]: 'later' });
    expect(names(h)).toEqual([NAME]);
    expect(snapshot(h).cuts).toEqual([]);
  });

  it('goes for good once one of the new files was sent', async () => {
    const h = await chosen();
    await cut(h);
    await h.attach();
    await h.handedOver('in the input');
    h.session.hear({ type: 'clicked' });
    h.session.hear({ type: 'thanked' });
    await h.hold({ 'SINF 2022-23.txt': textOf('SINF', '2022-23') });
    expect(names(h)).toEqual(['SINF 2022-23.txt']);
    expect(snapshot(h).cuts).toEqual([]);
    expect(snapshot(h).undo).not.toBe('cut by year');
  });

  it('goes back to the page itself, if the person sends it anyway', async () => {
    const h = await chosen(SEVERAL, { when: 'at submit' });
    await cut(h);
    h.session.sendAnyway();
    expect(h.toPage).toContainEqual(expect.objectContaining({ type: 'put back', ids: [ID] }));
  });
});

describe('a file with several school years in a zip of the right shape', () => {
  it('is cut from the zip that was checked', async () => {
    const jobs: CutByYearJob[] = [];
    const zip = zipWith('2022-23');
    const facts = factsOf('SENR', '2022-23', { ...SEVERAL, bytes: 5000, encoding: 'utf-8' });
    const inspection: Inspection =
      zip.kind === 'archive'
        ? { ...zip, archive: { entries: [{ name: 'SENR 2022-23.txt', facts }] } }
        : zip;
    const h = harness({
      recall: async () => ({ requiredYears: REQUIRED }),
      cutByYear: async (job) => {
        jobs.push(job);
        return result();
      },
      inspect: async ({ name, size }) =>
        size === 'SENR 2022-23.zip'.length
          ? inspection
          : zipWith(name.includes('2021-22') ? '2021-22' : '2022-23'),
    });
    await h.hold({ 'SENR 2022-23.zip': 'later' });
    h.session.cutByYear(ID);
    await settle();
    expect(jobs).toMatchObject([
      {
        source: { kind: 'zip', contentHash: zip.kind === 'archive' && zip.facts.contentHash },
        bytes: 5000,
        encoding: 'utf-8',
        fileType: 'SENR',
        years: ['2021-22', '2022-23'],
      },
    ]);
    expect(names(h)).toEqual(['SENR 2021-22.zip', 'SENR 2022-23.zip']);
  });
});

describe('a year that is too large even as a zip', () => {
  it('is taken out of its zip, to go in parts', async () => {
    const h = await chosen(SEVERAL, {
      inspect: async ({ name }) => {
        if (name === NAME) return textOf('SENR', '2022-23', SEVERAL);
        if (name !== 'SENR 2022-23.zip') return textOf('SENR', '2022-23', { bytes: 300_000_000 });
        const facts = factsOf('SENR', '2022-23', { container: 'zip', bytes: 31_000_000 });
        return { kind: 'archive', facts, archive: { entries: [{ name: 'SENR 2022-23.txt' }] } };
      },
    });
    await cut(h);
    const blob = new Blob(['all records of 2022-23']);
    h.takingOut[0]?.resolve({
      kind: 'taken out',
      files: [{ name: 'SENR 2022-23.txt', folders: [], blob }],
    });
    await settle();
    const row = snapshot(h).rows.at(-1);
    expect(row?.name).toBe('SENR 2022-23.txt');
    expect(row?.plan).toMatchObject({ kind: 'can go', steps: ['cut by year', 'zip'] });
    expect(row?.findings.map(({ words }) => words)).toContainEqual(['finding_cut_by_year', NAME]);
  });
});
