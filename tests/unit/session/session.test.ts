import { describe, expect, it } from 'vitest';
import { RECORD_LAYOUTS } from '../../../lib/calpads/record-layouts.ts';
import type { SchoolYear } from '../../../lib/calpads/school-year.ts';
import type { Inspection } from '../../../lib/inspection/inspection.ts';
import { attachedFileSchema } from '../../../lib/ledger/attached-file.ts';
import type { FromPage } from '../../../lib/messaging/page-port.ts';
import type { ControlName, PageState } from '../../../lib/upload-page/page-state.ts';
import { factsOf, textOf } from '../support/facts.ts';
import type { Harness } from './harness.ts';
import { harness, settle, sha256Of } from './harness.ts';

const senr = () => textOf('SENR', '2022-23');
const sinf = () => textOf('SINF', '2022-23');
const large = () => textOf('SCSC', '2022-23', { bytes: 40_000_000 });
const severalYears = () =>
  textOf('SENR', '2022-23', { schoolYears: { '2021-22': 5, '2022-23': 5 } });
const withLf = () => textOf('SENR', '2022-23', { lineEnds: { crlf: 0, lf: 10, cr: 0, crcrlf: 0 } });
const withMark = () => textOf('SENR', '2022-23', { encoding: 'utf-8 with mark' });
const inZip = (text: Inspection): Inspection => ({
  kind: 'archive',
  facts: factsOf('SENR', '2022-23', { container: 'zip', odsRecords: {} }),
  archive: {
    entries: text.kind === 'text' ? [{ name: 'SENR 2022-23.txt', facts: text.facts }] : [],
  },
});
const empty = () => textOf('SENR', '2022-23', { emptiness: 'zero-bytes', odsRecords: {} });

const snapshot = ({ session }: Harness) => session.getSnapshot();
const names = (h: Harness) => snapshot(h).rows.map(({ name }) => name);
const attachedNames = (h: Harness) => h.records().map((records) => records.map(({ name }) => name));

function page(state: PageState, ...missing: ControlName[]): FromPage {
  return { type: 'page', report: { state, missing, controls: [], signs: [] } };
}

async function attached(files: Readonly<Record<string, Inspection>>): Promise<Harness> {
  const h = harness();
  await h.hold(files);
  await h.attach();
  await h.handedOver('in the input');
  return h;
}

describe('clean files', () => {
  it('go straight through, without a click', async () => {
    const h = harness();
    await h.hold({ 'SENR 2022-23.txt': senr(), '2022-23 SINF.txt': sinf() });
    expect(h.attachMessages()).toMatchObject([
      { type: 'attach', choice: 1, description: 'SENR, SINF 2022-23' },
    ]);
    expect(await h.given()).toEqual([
      [
        ['SENR 2022-23.txt', 'SENR 2022-23.txt'],
        ['2022-23 SINF.txt', '2022-23 SINF.txt'],
      ],
    ]);
    expect([...h.copies.values()].map(({ of }) => of)).toEqual([
      { kind: 'chosen', id: 'file-1' },
      { kind: 'chosen', id: 'file-2' },
    ]);
    expect(snapshot(h).phase).toBe('handing over');
  });

  it.each([
    ['line ends that an editor wrote', 'SENR 2022-23.txt', withLf()],
    ['a byte order mark', 'SENR 2022-23.txt', withMark()],
    ['line ends that an editor wrote, in a zip', 'SENR 2022-23.zip', inZip(withLf())],
    ['a byte order mark, in a zip', 'SENR 2022-23.zip', inZip(withMark())],
  ])('go straight through with %s', async (_, name, inspection) => {
    const h = harness();
    await h.hold({ [name]: inspection });
    expect(snapshot(h).rows[0]?.findings).toMatchObject([{ level: 'note' }]);
    expect(await h.given()).toEqual([[[name, name]]]);
    expect(h.rewriting).toEqual([]);
  });

  it('wait for a click with a note that a person has to read', async () => {
    const h = harness();
    const [oldest, newer] = RECORD_LAYOUTS.SENR.knownFieldCounts;
    const withFields = (year: SchoolYear, count = 0) =>
      textOf('SENR', year, { fieldCounts: { [count]: 10 } });
    await h.hold({
      'SENR 2021-22.txt': withFields('2021-22', oldest),
      'SENR 2022-23.txt': withFields('2022-23', newer),
    });
    expect(snapshot(h).rows[0]?.findings).toMatchObject([{ ruleId: 'stray-layout' }]);
    expect(snapshot(h)).toMatchObject({ phase: 'review', canGo: 2, needsFix: false });
    expect(h.toPage).toEqual([]);
  });

  it('wait until all of them are checked', async () => {
    const h = harness();
    await h.hold({ 'SENR 2022-23.txt': senr(), 'SINF 2022-23.txt': 'later' });
    expect(snapshot(h).phase).toBe('checking');
    expect(h.attachMessages()).toEqual([]);
    h.inspecting[0]?.resolve(sinf());
    await settle();
    expect(attachedNames(h)).toEqual([['SENR 2022-23.txt', 'SINF 2022-23.txt']]);
  });

  it('wait for a click when one file among them needs a fix', async () => {
    const h = harness();
    await h.hold({ 'SENR 2022-23.txt': senr(), 'sinf.txt': sinf() });
    expect(snapshot(h)).toMatchObject({ phase: 'review', canGo: 2, needsFix: true, held: 0 });
    expect(h.toPage).toEqual([]);
  });

  it('wait for a click when there is a warning', async () => {
    const h = harness();
    await h.hold({ 'SENR 2022-23.txt': severalYears() });
    expect(snapshot(h)).toMatchObject({ phase: 'review', canGo: 1, needsFix: false });
    expect(h.toPage).toEqual([]);
  });

  it('wait for a click when another file is held back', async () => {
    const h = harness();
    await h.hold({ 'SENR 2022-23.txt': senr(), 'SINF 2022-23.txt': empty() });
    expect(snapshot(h)).toMatchObject({ phase: 'review', canGo: 1, held: 1 });
    expect(h.toPage).toEqual([]);
  });
});

describe('one click', () => {
  it('renames', async () => {
    const h = harness();
    await h.hold({ 'senr_2022_2023 (1).txt': senr() });
    await h.attach();
    expect(h.attachMessages()).toMatchObject([{ description: 'SENR 2022-23' }]);
    expect(await h.given()).toEqual([[['SENR 2022-23.txt', 'senr_2022_2023 (1).txt']]]);
  });

  it('zips, and the entry has the exact name', async () => {
    const h = harness();
    await h.hold({ 'scsc.txt': large() });
    await h.attach();
    expect(snapshot(h).phase).toBe('preparing');
    expect(h.zipping.map(({ name }) => name)).toEqual(['SCSC 2022-23.txt']);
    h.zipping[0]?.resolve(new Blob(['zip']));
    await settle();
    expect(await h.given()).toEqual([[['SCSC 2022-23.zip', 'zip']]]);
  });

  it('leaves out what is held back', async () => {
    const h = harness();
    await h.hold({ 'senr.txt': senr(), 'SINF 2022-23.txt': empty(), 'x.txt': severalYears() });
    await h.attach();
    expect(attachedNames(h)).toEqual([['SENR 2022-23.txt']]);
    expect(h.attachMessages()[0]?.description).toBe('SENR 2022-23');
  });

  it('attaches nothing when everything is held back', async () => {
    const h = harness();
    await h.hold({ 'SENR 2022-23.txt': empty() });
    await h.attach();
    expect(h.toPage).toEqual([]);
    expect(snapshot(h)).toMatchObject({ phase: 'review', canGo: 0, held: 1 });
  });

  it('counts once, however often it is made', async () => {
    const h = harness();
    await h.hold({ 'senr.txt': senr() });
    h.session.attach();
    h.session.attach();
    await h.attach();
    expect(h.attachMessages()).toHaveLength(1);
  });

  it('does nothing while there are no files', async () => {
    const h = harness();
    await h.attach();
    expect(h.toPage).toEqual([]);
    expect(snapshot(h).phase).toBe('waiting');
  });
});

describe('a removed file', () => {
  it('never goes', async () => {
    const h = harness();
    await h.hold({ 'senr.txt': senr(), 'sinf.txt': sinf() });
    h.session.remove('file-2');
    expect(names(h)).toEqual(['senr.txt']);
    await h.attach();
    expect(attachedNames(h)).toEqual([['SENR 2022-23.txt']]);
  });

  it('never goes when it is removed while it is checked; the clean ones go on', async () => {
    const h = harness();
    await h.hold({ 'SENR 2022-23.txt': senr(), 'SINF 2022-23.txt': 'later' });
    h.session.remove('file-2');
    await settle();
    expect(h.inspecting[0]?.options.signal.aborted).toBe(true);
    expect(attachedNames(h)).toEqual([['SENR 2022-23.txt']]);
  });

  it('never goes when it is removed while its zip is made', async () => {
    const h = harness();
    await h.hold({ 'senr.txt': senr(), 'scsc.txt': large() });
    await h.attach();
    h.session.remove('file-2');
    await settle();
    expect(h.zipping[0]?.options.signal.aborted).toBe(true);
    expect(attachedNames(h).flat()).not.toContain('SCSC 2022-23.zip');
    expect(snapshot(h).trouble).toBeUndefined();
  });

  it('no longer stands in the way of its twin', async () => {
    const h = harness();
    const one = senr();
    await h.hold({ 'SENR 2022-23.txt': one, 'SENR 2022-23 (1).txt': one });
    expect(snapshot(h)).toMatchObject({ canGo: 1, held: 1 });
    h.session.remove('file-1');
    expect(snapshot(h)).toMatchObject({ canGo: 1, held: 0 });
  });

  it('comes back to its place with Undo', async () => {
    const h = harness();
    await h.hold({ 'senr.txt': senr(), 'sinf.txt': sinf() });
    h.session.remove('file-1');
    expect(snapshot(h).undo).toBe('remove');
    h.session.undo();
    expect(names(h)).toEqual(['senr.txt', 'sinf.txt']);
    expect(snapshot(h).undo).toBeUndefined();
  });

  it('is checked after Undo, when it was removed before that', async () => {
    const h = harness();
    await h.hold({ 'SENR 2022-23.txt': 'later' });
    h.session.remove('file-1');
    await settle();
    expect(snapshot(h)).toMatchObject({ phase: 'waiting', rows: [] });
    h.session.undo();
    expect(snapshot(h).phase).toBe('checking');
    h.inspecting[1]?.resolve(senr());
    await settle();
    expect(attachedNames(h)).toEqual([['SENR 2022-23.txt']]);
  });

  it('may be one nobody knows', () => {
    const h = harness();
    h.session.remove('file-99');
    expect(snapshot(h).undo).toBeUndefined();
  });
});

describe('the school year', () => {
  it('is asked for, and with it the file can go', async () => {
    const h = harness();
    await h.hold({ 'download.txt': severalYears() });
    expect(snapshot(h)).toMatchObject({ canGo: 0, held: 1 });
    expect(snapshot(h).rows[0]).toMatchObject({
      plan: { kind: 'asks school year' },
      schoolYears: [
        ['2021-22', 5],
        ['2022-23', 5],
      ],
      yearsToChoose: ['2022-23', '2021-22'],
    });
    h.session.chooseSchoolYear('file-1', '2021-22');
    expect(snapshot(h)).toMatchObject({ canGo: 1, description: 'SENR 2021-22' });
    await h.attach();
    expect(attachedNames(h)).toEqual([['SENR 2021-22.txt']]);
  });

  it('is asked for if the label is of a year that no record has', async () => {
    const h = harness();
    await h.hold({ 'SINF 2018-19.txt': textOf('SINF', '2022-23') });
    expect(snapshot(h).rows[0]).toMatchObject({
      plan: { kind: 'asks school year' },
      yearsToChoose: ['2022-23'],
    });
    h.session.chooseSchoolYear('file-1', '2022-23');
    await h.attach();
    expect(attachedNames(h)).toEqual([['SINF 2022-23.txt']]);
  });

  it('is asked for if no record has one, and then the file goes with a warning', async () => {
    const h = harness();
    const oddities = { 'no school year': { count: 10, firstLines: [1, 2] } };
    const unreadable = textOf('SCSC', '2022-23', { schoolYears: {}, oddities });
    await h.hold({ 'SCSC 2022-23.txt': unreadable });
    expect(snapshot(h).rows[0]).toMatchObject({ plan: { kind: 'asks school year' } });
    h.session.chooseSchoolYear('file-1', '2022-23');
    expect(snapshot(h).rows[0]).toMatchObject({
      plan: { kind: 'can go', name: 'SCSC 2022-23.txt' },
      findings: [{ ruleId: 'school-year-unreadable', level: 'warn' }],
    });
  });

  it('is asked for again with Undo', async () => {
    const h = harness();
    await h.hold({ 'download.txt': severalYears() });
    h.session.chooseSchoolYear('file-1', '2021-22');
    expect(snapshot(h).undo).toBe('school year');
    h.session.undo();
    expect(snapshot(h).rows[0]?.plan).toEqual({ kind: 'asks school year' });
  });

  it('is the one chosen before, when a second choice is undone', async () => {
    const h = harness();
    await h.hold({ 'download.txt': severalYears() });
    h.session.chooseSchoolYear('file-1', '2021-22');
    h.session.chooseSchoolYear('file-1', '2022-23');
    h.session.undo();
    expect(snapshot(h).description).toBe('SENR 2021-22');
    h.session.undo();
    expect(snapshot(h).rows[0]?.plan).toEqual({ kind: 'asks school year' });
  });
});

describe('Cancel', () => {
  it('while checking lets the files go; the page never saw them', async () => {
    const h = harness();
    await h.hold({ 'SENR 2022-23.txt': 'later', 'SINF 2022-23.txt': 'later' });
    h.session.cancel();
    await settle();
    expect(h.inspecting.every(({ options }) => options.signal.aborted)).toBe(true);
    expect(snapshot(h)).toMatchObject({ phase: 'waiting', rows: [] });
    expect(h.toPage).toEqual([{ type: 'let go' }]);
  });

  it('is final: a check that ends later attaches nothing', async () => {
    const late = Promise.withResolvers<Inspection>();
    const h = harness({ inspect: () => late.promise });
    await h.hold({ 'SENR 2022-23.txt': 'later' });
    h.session.cancel();
    late.resolve(senr());
    await settle();
    expect(h.attachMessages()).toEqual([]);
    expect(snapshot(h).phase).toBe('waiting');
  });

  it('in review lets the files go', async () => {
    const h = harness();
    await h.hold({ 'senr.txt': senr() });
    h.session.cancel();
    expect(snapshot(h)).toMatchObject({ phase: 'waiting', rows: [] });
    await h.attach();
    expect(h.attachMessages()).toEqual([]);
  });

  it('while preparing goes back to the list, and attaches nothing', async () => {
    const h = harness();
    await h.hold({ 'senr.txt': senr(), 'scsc.txt': large() });
    await h.attach();
    h.session.cancel();
    await settle();
    expect(h.zipping[0]?.options.signal.aborted).toBe(true);
    expect(snapshot(h)).toMatchObject({ phase: 'review', canGo: 2 });
    expect(h.attachMessages()).toEqual([]);
  });

  it('while the files are copied attaches nothing, and the next click does', async () => {
    const h = harness();
    await h.hold({ 'senr.txt': senr() });
    h.session.attach();
    expect(snapshot(h).phase).toBe('handing over');
    h.session.cancel();
    await settle();
    expect(h.copies.size).toBe(1);
    expect(h.attachMessages()).toEqual([]);
    expect(snapshot(h).phase).toBe('review');
    await h.attach();
    expect(attachedNames(h)).toEqual([['SENR 2022-23.txt']]);
  });

  it('while preparing is no trouble with the zip', async () => {
    const h = harness();
    await h.hold({ 'scsc.txt': large() });
    await h.attach();
    h.session.cancel();
    await settle();
    expect(snapshot(h).trouble).toBeUndefined();
  });

  it('while preparing can be followed by another try', async () => {
    const h = harness();
    await h.hold({ 'scsc.txt': large() });
    await h.attach();
    h.session.cancel();
    await settle();
    await h.attach();
    h.zipping[1]?.resolve(new Blob(['zip']));
    await settle();
    expect(attachedNames(h)).toEqual([['SCSC 2022-23.zip']]);
  });

  it('takes the files of one choice; the next choice is a new one', async () => {
    const h = harness();
    await h.hold({ 'senr.txt': 'later' });
    h.session.cancel();
    await h.hold({ 'SINF 2022-23.txt': sinf() });
    expect(attachedNames(h)).toEqual([['SINF 2022-23.txt']]);
  });
});

describe('trouble', () => {
  it('with a zip attaches nothing, and says so', async () => {
    const h = harness();
    await h.hold({ 'senr.txt': senr(), 'scsc.txt': large() });
    await h.attach();
    h.zipping[0]?.reject(new Error('not proven'));
    await settle();
    expect(snapshot(h)).toMatchObject({ phase: 'review', trouble: 'zip not made' });
    expect(h.attachMessages()).toEqual([]);
  });

  it('with a zip is forgotten with the next try', async () => {
    const h = harness();
    await h.hold({ 'scsc.txt': large() });
    await h.attach();
    h.zipping[0]?.reject(new Error('not proven'));
    await settle();
    await h.attach();
    expect(snapshot(h).trouble).toBeUndefined();
    h.zipping[1]?.resolve(new Blob(['zip']));
    await settle();
    expect(attachedNames(h)).toEqual([['SCSC 2022-23.zip']]);
  });

  it('while checking holds that one file back as unreadable', async () => {
    const h = harness();
    await h.hold({ 'senr.txt': senr(), 'sinf.txt': 'later' });
    h.inspecting[0]?.reject(new Error('worker died'));
    await settle();
    expect(snapshot(h)).toMatchObject({ phase: 'review', canGo: 1, held: 1 });
    expect(snapshot(h).rows[1]?.findings).toMatchObject([{ ruleId: 'unreadable-file' }]);
  });

  it.each(['not recorded', 'private window'] as const)(
    'with the ledger, "%s", is told; the files are attached all the same',
    async (why) => {
      const h = harness();
      await h.hold({ 'SENR 2022-23.txt': senr() });
      h.session.hear({ type: 'not recorded', why });
      expect(snapshot(h)).toMatchObject({ phase: 'handing over', trouble: why });
      await h.handedOver('in the input');
      expect(snapshot(h)).toMatchObject({ phase: 'attached', trouble: why });
    },
  );
});

describe('two choices', () => {
  it('before attaching are joined', async () => {
    const h = harness();
    await h.hold({ 'senr.txt': senr() });
    await h.hold({ 'sinf.txt': sinf() });
    expect(names(h)).toEqual(['senr.txt', 'sinf.txt']);
    await h.attach();
    expect(attachedNames(h)).toEqual([['SENR 2022-23.txt', 'SINF 2022-23.txt']]);
  });

  it('are joined while the first is still being checked', async () => {
    const h = harness();
    await h.hold({ 'SENR 2022-23.txt': 'later' });
    await h.hold({ 'SINF 2022-23.txt': sinf() });
    expect(h.attachMessages()).toEqual([]);
    h.inspecting[0]?.resolve(senr());
    await settle();
    expect(attachedNames(h)).toEqual([['SENR 2022-23.txt', 'SINF 2022-23.txt']]);
  });

  it('are checked against one another', async () => {
    const h = harness();
    await h.hold({ 'senr.txt': senr() });
    await h.hold({ 'senr 2022-23 (1).txt': senr() });
    expect(snapshot(h).rows[1]?.findings.map(({ ruleId }) => ruleId)).toContain('same-name-twice');
  });

  it('after attaching are joined: the input loses its files by the second choice', async () => {
    const h = await attached({ 'SENR 2022-23.txt': senr() });
    await h.hold({ 'SINF 2022-23.txt': sinf() });
    expect(names(h)).toEqual(['SENR 2022-23.txt', 'SINF 2022-23.txt']);
    expect(attachedNames(h)).toEqual([
      ['SENR 2022-23.txt'],
      ['SENR 2022-23.txt', 'SINF 2022-23.txt'],
    ]);
    expect(h.attachMessages().map(({ choice }) => choice)).toEqual([1, 2]);
    expect(h.attachMessages()[1]?.description).toBe('SENR, SINF 2022-23');
  });

  it('are joined while the page still answers to the first', async () => {
    const h = harness();
    await h.hold({ 'SENR 2022-23.txt': senr() });
    expect(snapshot(h).phase).toBe('handing over');
    await h.hold({ 'SINF 2022-23.txt': sinf() });
    expect(attachedNames(h)[1]).toEqual(['SENR 2022-23.txt', 'SINF 2022-23.txt']);
  });

  it('of files with the same name leave the newer one', async () => {
    const h = await attached({ 'x.txt': senr() });
    await h.hold({ 'x.txt': sinf() });
    expect(names(h)).toEqual(['x.txt']);
    expect(snapshot(h)).toMatchObject({ phase: 'review', description: 'SINF 2022-23' });
  });

  it('leave what is held back in the list', async () => {
    const h = await attached({ 'senr.txt': senr(), 'x.txt': empty() });
    await h.hold({ 'SINF 2022-23.txt': sinf() });
    expect(names(h)).toEqual(['senr.txt', 'x.txt', 'SINF 2022-23.txt']);
    expect(snapshot(h)).toMatchObject({ phase: 'review', canGo: 2, held: 1 });
  });

  it('begin again once the page has thanked for the first', async () => {
    const h = await attached({ 'senr.txt': senr(), 'x.txt': empty() });
    h.session.hear({ type: 'clicked' });
    h.session.hear({ type: 'thanked' });
    await h.hold({ 'SINF 2022-23.txt': sinf() });
    expect(names(h)).toEqual(['x.txt', 'SINF 2022-23.txt']);
    expect(snapshot(h)).toMatchObject({ phase: 'review', description: 'SINF 2022-23' });
  });
});

describe('what the ledger will keep', () => {
  it('is metadata that the background takes', async () => {
    const h = harness();
    const inspection = textOf('SENR', '2022-23', {
      rows: 9985,
      reportingLeas: { '0199902': 3, '0199901': 9982 },
      schools: { '9900001': 19, '9900002': 20, '9900003': 9936, '0000001': 10 },
      students: 4012,
    });
    await h.hold({ 'senr.txt': inspection });
    await h.attach();
    const content = 'senr.txt';
    expect(h.records()).toEqual([
      [
        {
          fileType: 'SENR',
          schoolYear: '2022-23',
          reportingLea: '0199901',
          name: 'SENR 2022-23.txt',
          rows: 9985,
          students: 4012,
          schools: ['9900003', '9900002'],
          sourceBytes: 1740,
          attachedBytes: content.length,
          contentHash: inspection.kind === 'text' ? inspection.facts.contentHash : '',
          attachedSha256: sha256Of(content),
        },
      ],
    ]);
    for (const record of h.records().flat()) {
      expect(attachedFileSchema.parse(record)).toEqual(record);
    }
  });

  it('of a zipped file names both: the file on the disk and what was attached', async () => {
    const h = harness();
    await h.hold({ 'scsc.txt': large() });
    await h.attach();
    h.zipping[0]?.resolve(new Blob(['zipped']));
    await settle();
    expect(h.records()).toMatchObject([
      [
        {
          name: 'SCSC 2022-23.zip',
          sourceBytes: 40_000_000,
          attachedBytes: 6,
          attachedSha256: sha256Of('zipped'),
        },
      ],
    ]);
  });

  it("of a person's own zip counts the rows inside", async () => {
    const inside = factsOf('SENR', '2022-23', { rows: 77 });
    const inspection: Inspection = {
      kind: 'archive',
      facts: factsOf('SENR', '2022-23', { container: 'zip', rows: 0, odsRecords: {} }),
      archive: { entries: [{ name: 'SENR 2022-23.txt', facts: inside }] },
    };
    const h = harness();
    await h.hold({ 'SENR 2022-23.zip': inspection });
    expect(h.records()).toMatchObject([
      [{ rows: 77, reportingLea: '0199901', contentHash: inspection.facts.contentHash }],
    ]);
  });

  it('is nothing of files that were held back or removed', async () => {
    const h = harness();
    await h.hold({ 'senr.txt': senr(), 'sinf.txt': sinf(), 'x.txt': empty() });
    h.session.remove('file-2');
    await h.attach();
    expect(attachedNames(h)).toEqual([['SENR 2022-23.txt']]);
  });
});

describe('attached files', () => {
  it('are taken back with Undo', async () => {
    const h = await attached({ 'senr.txt': senr() });
    expect(snapshot(h)).toMatchObject({ phase: 'attached', undo: 'attach' });
    h.session.undo();
    expect(h.toPage.at(-1)).toEqual({ type: 'take back' });
    h.session.hear({ type: 'taken back', complete: true });
    await settle();
    expect(snapshot(h)).toMatchObject({ phase: 'review', canGo: 1 });
    expect(snapshot(h).trouble).toBeUndefined();
  });

  it('that the page keeps are back in the list, and that is said', async () => {
    const h = await attached({ 'senr.txt': senr() });
    h.session.undo();
    h.session.hear({ type: 'taken back', complete: false });
    expect(snapshot(h)).toMatchObject({ phase: 'review', trouble: 'page keeps files' });
  });

  it('that a widget took cannot be taken back', async () => {
    const h = harness();
    await h.hold({ 'SENR 2022-23.txt': senr() });
    await h.handedOver('taken by the page');
    expect(snapshot(h).undo).toBeUndefined();
  });

  it('are submitted with the click, and confirmed with the thank-you', async () => {
    const h = await attached({ 'senr.txt': senr() });
    h.session.hear({ type: 'clicked' });
    expect(snapshot(h)).toMatchObject({ phase: 'submitted' });
    expect(snapshot(h).undo).toBeUndefined();
    h.session.hear({ type: 'thanked' });
    expect(snapshot(h).phase).toBe('confirmed');
  });

  it('are submitted by a click that comes before the page has answered', async () => {
    const h = harness();
    await h.hold({ 'SENR 2022-23.txt': senr() });
    expect(snapshot(h).phase).toBe('handing over');
    h.session.hear({ type: 'clicked' });
    expect(snapshot(h)).toMatchObject({ phase: 'submitted', description: 'SENR 2022-23' });
    await h.handedOver('in the input');
    expect(snapshot(h).phase).toBe('submitted');
    h.session.hear({ type: 'thanked' });
    expect(snapshot(h).phase).toBe('confirmed');
    expect(snapshot(h).rows.map(({ place }) => place)).toEqual(['sent']);
  });

  it('are not confirmed by a thank-you without the click', async () => {
    const h = await attached({ 'senr.txt': senr() });
    h.session.hear({ type: 'thanked' });
    expect(snapshot(h).phase).toBe('attached');
  });

  it('are needed for a click to count', async () => {
    const h = harness();
    await h.hold({ 'senr.txt': senr() });
    h.session.hear({ type: 'clicked' });
    expect(snapshot(h).phase).toBe('review');
  });
});

describe('a page that is not left for good', () => {
  it('may let go of files, which can then be attached again', async () => {
    const h = await attached({ 'senr.txt': senr() });
    h.session.hear({ type: 'lost by page' });
    await settle();
    expect(snapshot(h)).toMatchObject({ phase: 'review', canGo: 1, trouble: 'page let go' });
    await h.attach();
    expect(attachedNames(h)).toEqual([['SENR 2022-23.txt'], ['SENR 2022-23.txt']]);
    expect(snapshot(h).trouble).toBeUndefined();
  });

  it('may let go of what its widget took, while other files are in review', async () => {
    const h = harness();
    await h.hold({ 'SENR 2022-23.txt': senr() });
    await h.handedOver('taken by the page');
    await h.hold({ 'sinf.txt': sinf() });
    h.session.hear({ type: 'lost by page' });
    await settle();
    expect(snapshot(h)).toMatchObject({ phase: 'review', canGo: 1, description: 'SINF 2022-23' });
  });

  it('may have the extension updated under it', () => {
    const h = harness();
    h.session.hear({ type: 'updated' });
    expect(snapshot(h)).toMatchObject({ phase: 'waiting', trouble: 'updated' });
  });
});

describe('files for a widget', () => {
  it('add to those it has, which stay there, and to the description', async () => {
    const h = harness();
    await h.hold({ 'SENR 2022-23.txt': senr() });
    await h.handedOver('taken by the page');
    expect(snapshot(h).description).toBe('SENR 2022-23');
    await h.hold({ 'SINF 2022-23.txt': sinf() });
    expect(h.attachMessages()[1]?.description).toBe('SENR, SINF 2022-23');
    await h.handedOver('taken by the page');
    expect(snapshot(h).description).toBe('SENR, SINF 2022-23');
    expect(attachedNames(h)).toEqual([['SENR 2022-23.txt'], ['SINF 2022-23.txt']]);
  });

  it('are described the same once they are submitted', async () => {
    const h = harness();
    await h.hold({ 'SENR 2022-23.txt': senr() });
    await h.handedOver('taken by the page');
    h.session.hear({ type: 'clicked' });
    expect(snapshot(h).description).toBe('SENR 2022-23');
  });

  it('are forgotten once the page has confirmed them', async () => {
    const h = harness();
    await h.hold({ 'SENR 2022-23.txt': senr() });
    await h.handedOver('taken by the page');
    h.session.hear({ type: 'clicked' });
    h.session.hear({ type: 'thanked' });
    await h.hold({ 'SINF 2022-23.txt': sinf() });
    expect(h.attachMessages()[1]?.description).toBe('SINF 2022-23');
  });
});

describe('files that the page refuses', () => {
  it('can be saved, and exactly those may then pass by hand', async () => {
    const h = harness();
    await h.hold({ 'senr.txt': senr() });
    await h.attach();
    await h.handedOver('refused');
    expect(snapshot(h).phase).toBe('refused');
    await h.session.save('file-1');
    expect(h.saved.map(({ name }) => name)).toEqual(['SENR 2022-23.txt']);
    expect(await h.saved[0]?.file.text()).toBe('senr.txt');
    expect(h.toPage.at(-1)).toEqual({
      type: 'let pass',
      id: expect.any(String),
      record: h.records()[0]?.[0],
    });
  });

  it('are attached when a person then chooses them by hand', async () => {
    const h = harness();
    await h.hold({ 'SENR 2022-23.txt': senr() });
    await h.handedOver('refused');
    await h.session.save('file-1');
    const [saved] = h.toPage.filter((message) => message.type === 'let pass');
    const sha256s = [saved?.record.attachedSha256 ?? ''];
    h.session.hear({ type: 'attached by hand', outcome: 'in the input', sha256s });
    expect(snapshot(h)).toMatchObject({ phase: 'attached', canGo: 1 });
    expect(h.toPage.at(-1)).toEqual({ type: 'focus page' });
  });

  it('can be tried again', async () => {
    const h = harness();
    await h.hold({ 'SENR 2022-23.txt': senr() });
    await h.handedOver('refused');
    await h.attach();
    expect(h.attachMessages()).toHaveLength(2);
  });
});

describe('Save prepared file', () => {
  it('saves the very bytes that would be attached, and makes a zip once', async () => {
    const h = harness();
    await h.hold({ 'scsc.txt': large() });
    const saving = h.session.save('file-1');
    await settle();
    h.zipping[0]?.resolve(new Blob(['zip']));
    await saving;
    expect(h.saved.map(({ name }) => name)).toEqual(['SCSC 2022-23.zip']);
    expect(await h.saved[0]?.file.text()).toBe('zip');
    await h.attach();
    expect(h.zipping).toHaveLength(1);
    expect(await h.given()).toEqual([[['SCSC 2022-23.zip', 'zip']]]);
  });

  it('saves nothing when the zip could not be made', async () => {
    const h = harness();
    await h.hold({ 'scsc.txt': large() });
    const saving = h.session.save('file-1');
    await settle();
    h.zipping[0]?.reject(new Error('not proven'));
    await saving;
    expect(h.saved).toEqual([]);
    expect(h.toPage).toEqual([]);
    expect(snapshot(h).trouble).toBe('zip not made');
  });

  it('saves no file that is held back, and lets none pass', async () => {
    const h = harness();
    await h.hold({ 'SENR 2022-23.txt': empty() });
    await h.session.save('file-1');
    expect(h.saved).toEqual([]);
    expect(h.toPage).toEqual([]);
  });

  it('says so when the file went away since it was checked', async () => {
    const h = harness({ save: () => Promise.reject(new Error('NotFoundError')) });
    await h.hold({ 'senr.txt': senr() });
    expect(await h.session.save('file-1')).toBe(false);
    expect(snapshot(h).trouble).toBe('file gone');
  });
});

describe('in a tab without an upload page', () => {
  const tab = (other = {}) => harness({ hasPage: false, ...other });

  it('clean files stay for review', async () => {
    const h = tab();
    await h.hold({ 'SENR 2022-23.txt': senr() });
    expect(snapshot(h)).toMatchObject({ phase: 'review', canGo: 1, needsFix: false });
    expect(h.attachMessages()).toEqual([]);
  });

  it('all files that change are saved, in order, and no others', async () => {
    const h = tab();
    await h.hold({
      'SENR 2022-23.txt': senr(),
      'sinf.txt': sinf(),
      'SCSC 2022-23.txt': large(),
      'SELA 2022-23.txt': empty(),
    });
    const saving = h.session.saveAll();
    await settle();
    expect(snapshot(h).phase).toBe('preparing');
    expect(h.saved).toEqual([]);
    h.zipping[0]?.resolve(new Blob(['zip']));
    expect(await saving).toBe(2);
    expect(h.saved.map(({ name }) => name)).toEqual(['SINF 2022-23.txt', 'SCSC 2022-23.zip']);
    expect(await h.saved[0]?.file.text()).toBe('sinf.txt');
    expect(await h.saved[1]?.file.text()).toBe('zip');
    expect(snapshot(h).phase).toBe('review');
    expect(h.attachMessages()).toEqual([]);
  });

  it('nothing is saved when a zip could not be made, and it can be tried again', async () => {
    const h = tab();
    await h.hold({ 'sinf.txt': sinf(), 'scsc.txt': large() });
    const saving = h.session.saveAll();
    await settle();
    h.zipping[0]?.reject(new Error('not proven'));
    expect(await saving).toBe(0);
    expect(h.saved).toEqual([]);
    expect(snapshot(h)).toMatchObject({ phase: 'review', trouble: 'zip not made' });
    const again = h.session.saveAll();
    await settle();
    h.zipping[1]?.resolve(new Blob(['zip']));
    expect(await again).toBe(2);
    expect(snapshot(h).trouble).toBeUndefined();
  });

  it('saving can be cancelled between two files, and begun again', async () => {
    const begun: (() => void)[] = [];
    const h = tab({ save: () => new Promise<void>((resolve) => begun.push(resolve)) });
    await h.hold({ 'sinf.txt': sinf(), 'senr.txt': senr() });
    const first = h.session.saveAll();
    await settle();
    h.session.cancel();
    const second = h.session.saveAll();
    await settle();
    begun[0]?.();
    expect(await first).toBe(1);
    expect(snapshot(h).phase).toBe('preparing');
    begun[1]?.();
    await settle();
    begun[2]?.();
    expect(await second).toBe(2);
    expect(begun).toHaveLength(3);
    expect(snapshot(h).phase).toBe('review');
  });

  it('saving ends at a file that went away', async () => {
    const h = tab({ save: () => Promise.reject(new Error('NotFoundError')) });
    await h.hold({ 'sinf.txt': sinf(), 'senr.txt': senr() });
    expect(await h.session.saveAll()).toBe(0);
    expect(snapshot(h)).toMatchObject({ phase: 'review', trouble: 'file gone' });
  });

  it('files that come while others are being saved are checked as ever', async () => {
    const h = tab();
    await h.hold({ 'scsc.txt': large() });
    const saving = h.session.saveAll();
    await settle();
    await h.hold({ 'SENR 2022-23.txt': senr() });
    expect(await saving).toBe(0);
    expect(snapshot(h)).toMatchObject({ phase: 'review', canGo: 2 });
    expect(snapshot(h).trouble).toBeUndefined();
  });

  it('nothing is saved while there is nothing to review', async () => {
    const h = tab();
    expect(await h.session.saveAll()).toBe(0);
    expect(snapshot(h).phase).toBe('waiting');
  });
});

describe('the description', () => {
  it('is filled on request with what the panel shows', async () => {
    const h = await attached({ 'senr.txt': senr() });
    h.session.fillDescription();
    expect(h.toPage.at(-1)).toEqual({ type: 'fill description', description: 'SENR 2022-23' });
  });

  it('stays the same while the files are attached and submitted', async () => {
    const h = await attached({ 'senr.txt': senr(), 'sinf.txt': sinf() });
    expect(snapshot(h).description).toBe('SENR, SINF 2022-23');
    h.session.hear({ type: 'clicked' });
    expect(snapshot(h).description).toBe('SENR, SINF 2022-23');
  });
});

describe('the snapshot', () => {
  it('knows the page as it was reported', () => {
    const h = harness();
    expect(snapshot(h)).toMatchObject({ phase: 'waiting', page: { state: 'off' }, rows: [] });
    h.session.hear(page('partly on', 'purpose'));
    expect(snapshot(h)).toMatchObject({ page: { state: 'partly on', missing: ['purpose'] } });
  });

  it('knows the fields from when the files are given until they are sent', async () => {
    const fields = { purpose: 'not found', description: 'filled' } as const;
    const h = harness();
    h.session.hear({ type: 'filled', ...fields });
    await h.hold({ 'senr.txt': senr() });
    h.session.hear({ type: 'filled', ...fields });
    expect(snapshot(h).fields).toBeUndefined();
    await h.attach();
    h.session.hear({ type: 'filled', ...fields });
    expect(snapshot(h)).toMatchObject({ phase: 'handing over', fields });
    await h.handedOver('in the input');
    expect(snapshot(h)).toMatchObject({ phase: 'attached', fields });
    h.session.hear({ type: 'clicked' });
    expect(snapshot(h)).toMatchObject({ phase: 'submitted', fields });
    h.session.hear({ type: 'thanked' });
    expect(snapshot(h).fields).toBeUndefined();
  });

  it('shows how far each piece of work is', async () => {
    const h = harness();
    await h.hold({ 'SENR 2022-23.txt': 'later' });
    h.inspecting[0]?.options.onProgress(8);
    expect(snapshot(h).rows[0]?.progress).toEqual({ work: 'check', done: 0.5 });
    h.inspecting[0]?.resolve(large());
    await settle();
    expect(snapshot(h).rows[0]?.progress).toBeUndefined();
  });

  it('is the same object until something happens, and listeners are told when it does', async () => {
    const h = harness();
    let calls = 0;
    const unsubscribe = h.session.subscribe(() => {
      calls += 1;
    });
    const before = snapshot(h);
    expect(snapshot(h)).toBe(before);
    h.session.hear(page('on'));
    expect(calls).toBe(1);
    expect(snapshot(h)).not.toBe(before);
    unsubscribe();
    h.session.hear(page('off'));
    expect(calls).toBe(1);
  });

  it('shows both sizes of a zipped file', async () => {
    const h = harness();
    await h.hold({ 'scsc.txt': large() });
    const saving = h.session.save('file-1');
    await settle();
    h.zipping[0]?.options.onProgress(2e7);
    await settle();
    expect(snapshot(h).rows[0]?.progress).toEqual({ work: 'zip', done: 0.5 });
    h.zipping[0]?.resolve(new Blob(['zip']));
    await saving;
    expect(snapshot(h).rows[0]).toMatchObject({ bytes: 8, preparedBytes: 3 });
  });
});

describe('many files', () => {
  it('are worked on by as many workers as there are cores, in order', async () => {
    const h = harness({ cores: 2 });
    await h.hold({ 'a.txt': 'later', 'b.txt': 'later', 'c.txt': 'later' });
    expect(h.inspecting.map(({ name }) => name)).toEqual(['a.txt', 'b.txt']);
    h.inspecting[1]?.resolve(senr());
    await settle();
    expect(h.inspecting.map(({ name }) => name)).toEqual(['a.txt', 'b.txt', 'c.txt']);
  });

  it('that are cancelled while they wait for a worker never get one', async () => {
    const h = harness({ cores: 1 });
    await h.hold({ 'a.txt': 'later', 'b.txt': 'later', 'c.txt': 'later' });
    h.session.cancel();
    await settle();
    const working = h.inspecting.filter(({ options }) => !options.signal.aborted);
    expect(working).toEqual([]);
  });
});

describe('pointing at a control', () => {
  it('goes on to the page, and what came of it is shown', () => {
    const { session, toPage } = harness();
    session.pointAt('description');
    expect(toPage).toEqual([{ type: 'point at', control: 'description' }]);
    expect(session.getSnapshot()).toMatchObject({ pointing: 'description' });
    session.hear({ type: 'pointed', control: 'description', outcome: 'not that kind' });
    const { pointing, pointed } = session.getSnapshot();
    expect(pointing).toBeUndefined();
    expect(pointed).toEqual({ control: 'description', outcome: 'not that kind' });
  });

  it('can be cancelled in the panel', () => {
    const { session, toPage } = harness();
    session.stopPointing();
    session.pointAt('submit');
    session.stopPointing();
    expect(toPage).toEqual([{ type: 'point at', control: 'submit' }, { type: 'stop pointing' }]);
    expect(session.getSnapshot()).toMatchObject({
      pointed: { control: 'submit', outcome: 'cancelled' },
    });
    expect(session.getSnapshot().pointing).toBeUndefined();
  });

  it('forgets the last answer when it starts again', () => {
    const { session } = harness();
    session.hear({ type: 'pointed', control: 'description', outcome: 'cancelled' });
    session.pointAt('submit');
    expect(session.getSnapshot().pointed).toBeUndefined();
    expect(session.getSnapshot().pointing).toBe('submit');
  });
});
