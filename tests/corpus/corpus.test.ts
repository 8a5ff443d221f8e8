import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CANARIES, findCanaries } from './canaries.ts';
import type { ExtractSpec } from './extract.ts';
import { extractBytes, extractRows, rowsForBytes, specOfBytes, writeExtract } from './extract.ts';
import type { FileType } from './file-types.ts';
import { FILE_TYPES, SCHOOL_YEARS } from './file-types.ts';
import { LAYOUTS } from './layouts.ts';
import { writePracticeSamples } from './samples.ts';
import { yearCounts } from './year-mix.ts';

/** Reads an extract independently: as Latin-1, split at CR LF and at carets. */
function read(bytes: Uint8Array, lineEnd = '\r\n'): string[][] {
  const lines = Buffer.from(bytes).toString('latin1').split(lineEnd);
  expect(lines.pop()).toBe('');
  return lines.map((line) => line.split('^'));
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const small = (fileType: FileType, more: Partial<ExtractSpec> = {}): ExtractSpec => ({
  fileType,
  schoolYear: '2022-23',
  rows: 300,
  ...more,
});

// The table of record positions, written out a second time, independent of the layouts.
const POSITIONS = {
  CRSC: { year: 6, lea: 4, school: 5, ssid: undefined, counts: [29, 38], bytes: 140 },
  SCSC: { year: 6, lea: 4, school: 5, ssid: 7, counts: [22, 23], bytes: 133 },
  SCTE: { year: 6, lea: 4, school: 5, ssid: 7, counts: [16], bytes: 109 },
  SELA: { year: 6, lea: 4, school: 5, ssid: 7, counts: [17, 18], bytes: 116 },
  SENR: { year: 7, lea: 4, school: 5, ssid: 8, counts: [35, 36, 37, 41], bytes: 174 },
  SINF: { year: 8, lea: 6, school: 7, ssid: 9, counts: [44, 51, 52], bytes: 243 },
  SPRG: { year: 6, lea: 4, school: 5, ssid: 7, counts: [28], bytes: 133 },
} as const satisfies Record<FileType, unknown>;

const CASES = FILE_TYPES.flatMap((fileType) =>
  POSITIONS[fileType].counts.map((fieldCount) => [fileType, fieldCount] as const),
);

describe('extract', () => {
  test.each(FILE_TYPES)('the layout of %s is as long as its longest record', (fileType) => {
    const longest = Math.max(...POSITIONS[fileType].counts);
    expect(LAYOUTS[fileType].body).toHaveLength(longest - 2);
    expect(LAYOUTS[fileType].fieldCounts).toEqual(POSITIONS[fileType].counts);
  });

  test.each(CASES)('%s with %i fields has the documented positions', (fileType, fieldCount) => {
    const at = POSITIONS[fileType];
    const rows = read(extractBytes(small(fileType, { fieldCount })));
    expect(rows).toHaveLength(300);
    for (const row of rows) {
      expect(row).toHaveLength(fieldCount);
      expect(row[0]).toBe(`${fileType}-R`);
      expect(row[at.year - 1]).toBe('2022-2023');
      expect(row[at.lea - 1]).toBe('0199901');
      expect(row[at.school - 1]).toMatch(/^(?:99\d{5}|0000001)$/);
      expect(row.slice(-2).join()).toMatch(/^2023\d{4},2023\d{4}$/);
      if (at.ssid !== undefined) {
        expect(row[at.ssid - 1]).toMatch(/^99\d{8}$/);
      }
    }
  });

  test.each(FILE_TYPES)('%s has rows of the usual size', (fileType) => {
    const bytes = extractBytes(small(fileType, { rows: 1000 })).length / 1000;
    expect(Math.abs(bytes / POSITIONS[fileType].bytes - 1)).toBeLessThan(0.1);
  });

  test('field 14 of SCTE is another year in every row', () => {
    for (const row of read(extractBytes(small('SCTE')))) {
      expect(row[13]).toMatch(/^20\d\d-20\d\d$/);
      expect(row[13]).not.toBe('2022-2023');
    }
  });

  test('the same spec gives the same bytes; seed, year and LEA change them', () => {
    const hashOf = (more: Partial<ExtractSpec>) => sha256(extractBytes(small('SENR', more)));
    expect(hashOf({})).toBe(hashOf({}));
    const others = [{}, { seed: 2 }, { schoolYear: '2021-22' }, { reportingLea: '0199902' }];
    expect(new Set(others.map(hashOf)).size).toBe(others.length);
  });

  test('the bytes do not change by accident', () => {
    expect(sha256(extractBytes(small('SENR')))).toMatchInlineSnapshot(
      `"6c7a1dfc245126aa9a7033c57713fbacc894ca99e16db1eb03b06792a03baad0"`,
    );
    expect(sha256(extractBytes(small('CRSC')))).toMatchInlineSnapshot(
      `"ea199194e3a68b0182e5d77b3c02893d871d5d85633d38e762818863d7d33b78"`,
    );
  });

  test('a student is the same person in every type and year', () => {
    const peopleOf = (fileType: FileType, schoolYear: string) => {
      const { ssidPosition = 0 } = LAYOUTS[fileType];
      const rows = read(extractBytes(small(fileType, { schoolYear })));
      return new Map(rows.map((row) => [row[ssidPosition - 1], row[ssidPosition]] as const));
    };
    const enrolled = peopleOf('SENR', '2021-22');
    for (const [ssid, localId] of peopleOf('SCSC', '2022-23')) {
      expect(enrolled.get(ssid)).toBe(localId);
    }
  });

  test('shares of other years are exact and scattered, and the first row has the main year', () => {
    const spec = small('SENR', { otherYears: { '2021-22': 0.25, '2019-20': 0.001 } });
    const rows = read(extractBytes(spec));
    const years = rows.map((row) => row[6]);
    expect(years[0]).toBe('2022-2023');
    const count = (year: string) => years.filter((other) => other === year).length;
    expect([count('2022-2023'), count('2021-2022'), count('2019-2020')]).toEqual([224, 75, 1]);
    expect([...yearCounts(spec).values()]).toEqual([224, 75, 1]);
    expect(years.slice(0, 30)).toContain('2021-2022');
  });

  test.each([
    ['20222023', /^20222023$/],
    ['2022-23', /^2022-23$/],
  ] as const)('academic years as %s', (yearFormat, expected) => {
    for (const row of read(extractBytes(small('SINF', { yearFormat })))) {
      expect(row[7]).toMatch(expected);
    }
  });

  test('writes any line end, and can leave out the last one', () => {
    for (const lineEnd of ['\r\n', '\n', '\r'] as const) {
      const rows = [...extractRows(small('SELA'))];
      const text = (more: Partial<ExtractSpec>) =>
        Buffer.from(extractBytes(small('SELA', { lineEnd, ...more }))).toString('latin1');
      expect(text({})).toBe(rows.join(lineEnd) + lineEnd);
      expect(text({ finalLineEnd: false })).toBe(rows.join(lineEnd));
    }
  });

  test('encodings differ only in their accented letters', () => {
    const text = (encoding: ExtractSpec['encoding'] & string, as: 'utf8' | 'latin1') =>
      Buffer.from(extractBytes(small('SENR', { encoding }))).toString(as);
    const utf8 = text('utf-8', 'utf8');
    expect(utf8).toMatch(/[áñö]/);
    expect(text('windows-1252', 'latin1')).toBe(utf8);
    expect(text('utf-8-with-bom', 'utf8')).toBe(`\ufeff${utf8}`);
    expect(text('ascii', 'latin1')).toMatch(/^[\r\n -~]*$/);
  });
});

describe('sizes', () => {
  let dir = '';
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'corpus-'));
  });
  afterAll(() => rm(dir, { recursive: true }));

  test.each([500, 12_345, 600_000, 2_000_000])('exactly %i bytes', (bytes) => {
    for (const fileType of FILE_TYPES) {
      for (const more of [{}, { finalLineEnd: false }, { encoding: 'utf-8-with-bom' }] as const) {
        const spec = specOfBytes({ fileType, schoolYear: '2022-23', ...more }, bytes);
        expect(extractBytes(spec)).toHaveLength(bytes);
      }
    }
  });

  test.each([30_000_000, 30_000_001])('a file of exactly %i bytes', async (bytes) => {
    const spec = specOfBytes({ fileType: 'SCSC', schoolYear: '2022-23' }, bytes);
    const path = join(dir, 'SCSC 2022-23.txt');
    const written = await writeExtract(path, spec);
    const content = await readFile(path);
    expect(written).toEqual({ bytes, rows: spec.rows, sha256: sha256(content) });
    expect(content).toHaveLength(bytes);
    let lines = 0;
    for (let at = content.indexOf(10); at !== -1; at = content.indexOf(10, at + 1)) {
      lines += 1;
    }
    expect(lines).toBe(spec.rows);
  });

  test('a written file has the bytes of the same extract in memory', async () => {
    const path = join(dir, 'SINF 2022-23.txt');
    const spec = small('SINF', { rows: 12_000 });
    await writeExtract(path, spec);
    expect(sha256(await readFile(path))).toBe(sha256(extractBytes(spec)));
  });

  test('rows for a given size come close to it and stay below', () => {
    for (const fileType of FILE_TYPES) {
      const spec = { fileType, schoolYear: '2022-23' };
      const bytes = extractBytes({ ...spec, rows: rowsForBytes(spec, 4_000_000) }).length;
      expect(bytes).toBeLessThanOrEqual(4_000_000);
      expect(bytes).toBeGreaterThan(3_960_000);
    }
  });

  test('refuses an exact size that the rows cannot reach', () => {
    expect(() => extractBytes(small('SCSC', { exactBytes: 100 }))).toThrow(RangeError);
    expect(() => extractBytes(small('SCSC', { rows: 2, exactBytes: 100_000 }))).toThrow(RangeError);
  });

  test('the practice folder', async () => {
    const samples = await writePracticeSamples(join(dir, 'practice'));
    expect(samples).toHaveLength(11);
    for (const { path, bytes, description } of samples) {
      expect(await readFile(path)).toHaveLength(bytes);
      expect(description).toMatch(/^A.*\.$/);
    }
    expect(samples.filter(({ bytes }) => bytes > 31_000_000)).toHaveLength(1);
    expect(samples.filter(({ bytes }) => bytes === 0)).toHaveLength(1);
  });
});

describe('canaries', () => {
  test.each(CASES)('every person field of %s with %i fields has one', (fileType, fieldCount) => {
    for (const encoding of ['ascii', 'utf-8'] as const) {
      const spec = small(fileType, { fieldCount, encoding });
      for (const record of extractRows(spec)) {
        const fields = record.split('^');
        for (const position of LAYOUTS[fileType].personPositions) {
          const value = fields.slice(0, -2)[position - 1] ?? '';
          expect(value === '' || findCanaries(value).length === 1).toBe(true);
        }
      }
      expect(findCanaries(Buffer.from(extractBytes(spec)).toString('latin1'))).not.toEqual([]);
    }
  });

  test.each(FILE_TYPES)('no other field of %s has one', (fileType) => {
    const { personPositions } = LAYOUTS[fileType];
    for (const record of extractRows(small(fileType))) {
      const others = record.split('^').filter((_, i) => !personPositions.includes(i + 1));
      expect(findCanaries(others.join('^'))).toEqual([]);
    }
  });

  test.each(FILE_TYPES)('%s has no number that a real person could have', (fileType) => {
    for (const schoolYear of SCHOOL_YEARS) {
      for (const record of extractRows(small(fileType, { schoolYear }))) {
        for (const number of record.match(/(?<!\d)\d{9,}(?!\d)/g) ?? []) {
          expect(number).toMatch(/^99\d{8}$/);
        }
        // Birth dates from 1990 to 2019 could be a real student's. Enrollment and language status
        // dates begin in 2015 and are never in a person field.
        expect(record).not.toMatch(/\^(?:199\d|200\d|201[0-4])[01]\d[0-3]\d\^/);
      }
    }
  });

  test('are found in any notation, but not in metadata', () => {
    for (const text of ['ZQXELM', '9912345678', '1901-01-13', '1/13/1901', '00900-0911']) {
      expect(findCanaries(`text ${text}, text`)).toEqual([text]);
      expect(CANARIES.some((canary) => canary.test(text))).toBe(true);
    }
    expect(findCanaries(Buffer.from('Zqxelm', 'utf16le').toString('latin1'))).toEqual(['Zqxelm']);
    const metadata = `SENR 2022-23.txt 30000000 bytes 0199901 9924001 2023-11-01T09:00:00.000Z
      1699999999999 20230911 5${'99'.repeat(30)}a9912345678b 39299 rows`;
    expect(findCanaries(metadata)).toEqual([]);
  });
});
