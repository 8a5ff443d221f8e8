import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { verifyZip } from '../../../lib/archive/verify-zip.ts';
import type { FileType } from '../../../lib/calpads/file-types.ts';
import type { SchoolYear } from '../../../lib/calpads/school-year.ts';
import type { CutByYearJob, TextSource } from '../../../lib/fixes/cut-by-year.ts';
import { cutByYear } from '../../../lib/fixes/cut-by-year.ts';
import { accountWords, yearAccount } from '../../../lib/fixes/year-account.ts';
import { YearRouter } from '../../../lib/fixes/year-router.ts';
import { hashesOf } from '../../../lib/inspection/content-hash.ts';
import { inspectFile } from '../../../lib/inspection/inspect.ts';
import { checkedSource, SourceChanged } from '../../../lib/reading/source.ts';
import { cut } from '../support/cut.ts';
import { never } from '../support/inspect.ts';
import { liveFile } from '../support/live-file.ts';
import { latin1, lines, record } from '../support/records.ts';

const WANTED: readonly SchoolYear[] = ['2018-19', '2021-22', '2022-23'];
const MARK = '\xef\xbb\xbf';
const options = { ...never(), onProgress: () => {} };

/** One line of a made-up file, and where it has to go. */
interface TestLine {
  readonly text: string;
  /** Absent: to no file. */
  readonly year?: SchoolYear;
  readonly is: 'record' | 'outside' | 'without year' | 'foreign' | 'blank';
}

const TYPES = ['SENR', 'SINF', 'SPRG', 'SELA'] as const satisfies FileType[];
const WRITTEN: Readonly<Record<string, SchoolYear>> = {
  '2018-2019': '2018-19',
  '20212022': '2021-22',
  '2022-23': '2022-23',
  ' 2022-2023 ': '2022-23',
};
const recordLine = (fileType: FileType) =>
  fc
    .record({
      year: fc.constantFrom(...Object.keys(WRITTEN)),
      lea: fc.constantFrom('0199901', '0199902'),
      school: fc.nat(9_999_999).map((code) => String(code).padStart(7, '0')),
    })
    .map(({ year, lea, school }): TestLine => {
      const text = record(fileType, { year, lea, school });
      return { text, is: 'record', year: WRITTEN[year] ?? '2018-19' };
    });
const otherLine = (fileType: FileType): fc.Arbitrary<TestLine> =>
  fc.oneof(
    fc
      .constantFrom('2013-2014', '2023-24')
      .map((year) => ({ text: record(fileType, { year }), is: 'outside' as const })),
    fc
      .constantFrom('', '22-23', '2022/2023', '2022-24')
      .map((year) => ({ text: record(fileType, { year }), is: 'without year' as const })),
    fc
      .constantFrom(
        '(3 rows affected)',
        'a note',
        'rest of a record^Main St^2022-2023',
        'a,b,c,d,e',
      )
      .map((text) => ({ text, is: 'foreign' as const })),
    fc.constantFrom('', '   ').map((text) => ({ text, is: 'blank' as const })),
  );

/** Made-up files of one type, in which a line is what it looks like, whatever stands around it. */
const anyFile = fc.constantFrom(...TYPES).chain((fileType) =>
  fc.record({
    fileType: fc.constant(fileType),
    first: recordLine(fileType),
    rest: fc.array(
      fc.oneof(
        { weight: 3, arbitrary: recordLine(fileType) },
        { weight: 1, arbitrary: otherLine(fileType) },
      ),
      { maxLength: 30 },
    ),
    lineEnd: fc.constantFrom('\r\n', '\n', '\r', '\r\r\n'),
    endsWithLineEnd: fc.boolean(),
    mark: fc.constantFrom('', MARK),
    /** Which lines begin with another file's mark. */
    marksInside: fc.array(fc.nat(30), { maxLength: 2 }),
  }),
);
type AnyFile = typeof anyFile extends fc.Arbitrary<infer File> ? File : never;

/** Each line with its end. A mark in front of a record belongs to no record. */
function linesOf({ first, rest, lineEnd, endsWithLineEnd, marksInside }: AnyFile) {
  const all = [first, ...rest];
  return all.map((line, at) => {
    const isLast = at === all.length - 1;
    const end = isLast && !endsWithLineEnd ? '' : lineEnd;
    const hasMark = at > 0 && line.year !== undefined && marksInside.includes(at);
    return { ...line, record: line.text + end, mark: hasMark ? MARK : '' };
  });
}

function bytesOf(file: AnyFile): Uint8Array<ArrayBuffer> {
  return latin1(
    file.mark +
      linesOf(file)
        .map((line) => line.mark + line.record)
        .join(''),
  );
}

function recordsOf(file: AnyFile, year: SchoolYear): string {
  return linesOf(file)
    .filter((line) => line.year === year)
    .map((line) => line.record)
    .join('');
}

async function jobFor(bytes: Uint8Array<ArrayBuffer>, fileType: FileType): Promise<CutByYearJob> {
  const blob = new Blob([bytes]);
  const { facts, blockHashes } = await inspectFile(blob, never());
  const source = checkedSource(blob, { bytes: facts.bytes, blockHashes });
  const { encoding } = facts;
  return {
    source: { kind: 'text', source },
    bytes: bytes.length,
    encoding,
    fileType,
    years: WANTED,
  };
}

async function inflated(zip: Blob): Promise<string> {
  const opened = await JSZip.loadAsync(await zip.arrayBuffer(), { checkCRC32: true });
  const [entry] = Object.values(opened.files);
  return (await entry?.async('binarystring')) ?? '';
}

describe('a file cut by school year', () => {
  it('gives each year its records, byte for byte and in order, and accounts for every line', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, async (file) => {
        const bytes = bytesOf(file);
        const job = await jobFor(bytes, file.fileType);
        const { zips, account } = await cutByYear(job, options);
        expect(zips.map(({ entryName }) => entryName)).toEqual(
          WANTED.map((year) => `${file.fileType} ${year}.txt`),
        );
        const texts = await Promise.all(zips.map(({ zip }) => inflated(zip)));
        expect(texts).toEqual(WANTED.map((year) => recordsOf(file, year)));
        await Promise.all(zips.map(verifyZip));

        const all = linesOf(file);
        // Nothing after the last line end is no line.
        if (all.at(-1)?.record === '') all.pop();
        const count = (is: TestLine['is']) => all.filter((line) => line.is === is).length;
        expect(account.files).toEqual(
          WANTED.flatMap((year) => {
            const rows = all.filter((line) => line.year === year).length;
            return rows > 0 ? [[year, rows]] : [];
          }),
        );
        const sum = (years: readonly (readonly [SchoolYear, number])[]) =>
          years.reduce((total, [, rows]) => total + rows, 0);
        expect(sum(account.outside)).toBe(count('outside'));
        expect(account.withoutYear.count).toBe(count('without year'));
        expect(account.foreign.count).toBe(count('foreign'));
        expect(account.blankLines).toBe(count('blank'));
        expect(account.marks.count).toBe(
          all.filter((line) => line.mark !== '').length + (file.mark === '' ? 0 : 1),
        );
        expect(account.lines).toBe(all.length);

        // What the person reads before the cut comes from the inspection.
        const { facts } = await inspectFile(new Blob([bytes]), never());
        expect(yearAccount(facts, WANTED)).toEqual(account);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same however the text is cut into blocks', () => {
    fc.assert(
      fc.property(anyFile, fc.array(fc.nat(3000), { maxLength: 8 }), (file, places) => {
        const bytes = latin1(
          linesOf(file)
            .map((line) => line.mark + line.record)
            .join(''),
        );
        const cuts = places.filter((place) => place <= bytes.length).toSorted((a, b) => a - b);
        const router = new YearRouter(WANTED);
        const texts = new Map<SchoolYear, string>(WANTED.map((year) => [year, '']));
        const keep = (routed: ReturnType<YearRouter['route']>) => {
          for (const [year, some] of routed) {
            texts.set(year, texts.get(year) + Buffer.from(some).toString('latin1'));
          }
        };
        for (const piece of cut(bytes, cuts)) keep(router.route(piece.slice()));
        keep(router.finish());
        expect([...texts]).toEqual(WANTED.map((year) => [year, recordsOf(file, year)]));
      }),
    );
  });

  it('keeps a download that stops in the middle of a record out of every file', async () => {
    const whole = lines(record('SENR', { year: '2018-2019' }), record('SENR'));
    const job = await jobFor(latin1(`${whole}SENR-R^^^0199901^9900001^^2022-2023^`), 'SENR');
    const { zips, account } = await cutByYear(job, options);
    expect(await inflated(zips[2]?.zip ?? new Blob())).toBe(lines(record('SENR')));
    expect(account).toMatchObject({ withoutYear: { count: 1 }, lines: 3 });
  });

  it('in two-byte characters becomes UTF-8', async () => {
    const text = lines(record('SENR', { year: '2018-2019' }), record('SENR'));
    const wide = Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));
    const { zips } = await cutByYear(await jobFor(wide, 'SENR'), options);
    expect(await inflated(zips[2]?.zip ?? new Blob())).toBe(lines(record('SENR')));
  });

  it('that was edited meanwhile is found, and nothing comes of it', async () => {
    const bytes = latin1(lines(record('SENR', { year: '2018-2019' }), record('SENR')));
    const disk = { content: bytes };
    const file = liveFile(disk);
    const job = await jobFor(bytes, 'SENR');
    const { source } = job.source as Extract<TextSource, { kind: 'text' }>; // as jobFor makes it
    disk.content = bytes.map((byte) => (byte === 94 ? 44 : byte));
    const live = { kind: 'text', source: { ...source, blob: file } } as const;
    await expect(cutByYear({ ...job, source: live }, options)).rejects.toThrow(SourceChanged);
  });

  it('says how far it has read', async () => {
    const bytes = latin1(lines(record('SENR', { year: '2018-2019' }), record('SENR')));
    const seen: number[] = [];
    const job = await jobFor(bytes, 'SENR');
    await cutByYear(job, { ...never(), onProgress: (read) => seen.push(read) });
    expect(seen).toEqual([bytes.length]);
  });
});

describe('a file in a zip', () => {
  const text = lines(record('SENR', { year: '2018-2019' }), record('SENR'));
  async function zipped() {
    const zip = new JSZip().file('SENR 2022-23.txt', text);
    return new Blob([await zip.generateAsync({ type: 'arraybuffer', compression: 'DEFLATE' })]);
  }
  const jobOf = (zip: Blob, contentHash: string): CutByYearJob => ({
    source: { kind: 'zip', zip, contentHash },
    bytes: text.length,
    encoding: 'ascii',
    fileType: 'SENR',
    years: WANTED,
  });

  it('is cut in the same way', async () => {
    const zip = await zipped();
    const { contentHash } = await hashesOf(zip);
    const { zips } = await cutByYear(jobOf(zip, contentHash), options);
    expect(await inflated(zips[2]?.zip ?? new Blob())).toBe(lines(record('SENR')));
  });

  it('that is not the one that was checked is found', async () => {
    const job = jobOf(await zipped(), 'a'.repeat(64));
    await expect(cutByYear(job, options)).rejects.toThrow(SourceChanged);
  });
});

describe('the account of a file cut by school year', () => {
  it('says where each line goes, and leaves out what does not occur', () => {
    const none = { count: 0, firstLines: [] };
    const account = {
      files: [
        ['2021-22', 3],
        ['2022-23', 4],
      ],
      outside: [],
      withoutYear: none,
      foreign: none,
      blankLines: 0,
      marks: none,
      lines: 7,
    } as const;
    expect(accountWords(account)).toEqual([
      [
        'by_year_files',
        {
          counts: [
            ['2021-22', 3],
            ['2022-23', 4],
          ],
        },
      ],
      ['by_year_lines', { count: 7 }],
    ]);
    expect(
      accountWords({
        ...account,
        outside: [['2013-14', 2]],
        withoutYear: { count: 1, firstLines: [9] },
        foreign: { count: 2, firstLines: [1, 12] },
        blankLines: 1,
        marks: { count: 1, firstLines: [1] },
        lines: 13,
      }),
    ).toEqual([
      [
        'by_year_files',
        {
          counts: [
            ['2021-22', 3],
            ['2022-23', 4],
          ],
        },
      ],
      ['by_year_outside', { counts: [['2013-14', 2]] }],
      ['by_year_without_year', { count: 1 }, { list: ['9'] }],
      ['by_year_foreign', { count: 2 }, { list: ['1', '12'] }],
      ['by_year_blank', { count: 1 }],
      ['change_drop_marks', { count: 1 }, { list: ['1'] }],
      ['by_year_lines', { count: 13 }],
    ]);
  });
});
