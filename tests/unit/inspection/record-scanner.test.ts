import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { FILE_TYPES } from '../../../lib/calpads/file-types.ts';
import { foreignCount } from '../../../lib/inspection/foreign-lines.ts';
import { Line } from '../../../lib/inspection/line.ts';
import { LONGEST_RECORD_BYTES, RecordScanner } from '../../../lib/inspection/record-scanner.ts';
import { latin1, lines, record } from '../support/records.ts';
import { scan, scanText } from '../support/scan.ts';

/** Cuts as ascending positions in the bytes. */
function cutsOf(length: number): fc.Arbitrary<number[]> {
  return fc
    .array(fc.integer({ min: 0, max: length }), { maxLength: 12 })
    .map((cuts) => cuts.toSorted((a, b) => a - b));
}

const someRecord = fc
  .tuple(
    fc.constantFrom(...FILE_TYPES),
    fc.constantFrom('2022-2023', '20212022', '2020-21', '', '2022-2024', 'n/a', '2022-2023 '),
    fc.constantFrom('0199901', '199901', '', 'x'),
    fc.constantFrom('-R', '-R', '-R', '-R', '', '-E', '-X'),
  )
  .map(([type, year, lea, suffix]) => record(type, { year, lea, first: type + suffix }));
const someLine = fc.oneof(
  { weight: 6, arbitrary: someRecord },
  fc.constantFrom('', ' ', '\t', '^^^^', ',,,', 'a,b,c,d', 'a\tb\tc\td', 'a|b|c|d', '\x1a'),
  fc.constantFrom(
    'SENR-R,a,b,c',
    'SDEM-R^x',
    '1234567^x^y',
    'CENR-R^x',
    'SCSE-R^x',
    '"a"^b',
    'SENR-R',
    'plain words',
    '\0',
  ),
  fc.string({ maxLength: 20 }).map((text) => text.replaceAll(/[\r\n]/g, '')),
);
const someLineEnd = fc.constantFrom('\r\n', '\n', '\r', '\r\r\n');
const someText = fc
  .tuple(
    fc.oneof(fc.constant([] as string[]), fc.constant(['\r\n']), fc.constant(['\n', '\r', '\r\n'])),
    fc.array(fc.tuple(someLine, someLineEnd), { maxLength: 12 }),
    fc.oneof(fc.constant(''), someLine),
  )
  .map(([ends, pairs, last]) => {
    const [only] = ends.length === 1 ? ends : [undefined];
    return pairs.map(([line, end]) => line + (only ?? end)).join('') + last;
  });

describe('wherever the blocks are cut', () => {
  it('the facts are the same', () => {
    const cutText = someText.chain((text) => fc.tuple(fc.constant(text), cutsOf(text.length)));
    fc.assert(
      fc.property(cutText, ([text, cuts]) => {
        const bytes = latin1(text);
        expect(scan(bytes, cuts)).toEqual(scan(bytes));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['CR LF', '\r\n'],
    ['LF', '\n'],
    ['CR', '\r'],
  ])('the facts are the same, byte by byte, with %s', (_what, end) => {
    const bytes = latin1([record('SENR'), '', record('SCSC'), 'x'].join(end) + end);
    const everywhere = Array.from(bytes.keys());
    expect(scan(bytes, everywhere)).toEqual(scan(bytes));
    for (const cut of everywhere) expect(scan(bytes, [cut])).toEqual(scan(bytes));
  });

  it('one CR LF counts once, even with empty blocks between its halves', () => {
    const bytes = latin1(lines(record('SENR'), record('SENR')));
    const cut = bytes.indexOf(13) + 1;
    expect(scan(bytes, [cut, cut, cut])).toEqual(scan(bytes));
    expect(scan(bytes, [cut]).lineEnds).toEqual({ crlf: 2, lf: 0, cr: 0, crcrlf: 0 });
  });

  describe.each([
    ['CR LF', '\r\n'],
    ['LF', '\n'],
    ['CR', '\r'],
  ])('with %s', (_what, end) => {
    it.each([1, 2, 5000])('a line %d bytes too long is one over-long record', (more) => {
      const long = 'x'.repeat(LONGEST_RECORD_BYTES + more);
      const bytes = latin1(`${long}${end}${record('SENR')}${end}`);
      const afterLineEnd = long.length + end.length;
      for (const cut of [LONGEST_RECORD_BYTES, long.length, long.length + 1, afterLineEnd]) {
        const facts = scan(bytes, [10, cut]);
        expect(facts).toEqual(scan(bytes));
        expect(facts).toMatchObject({ rows: 2, odsRecords: { SENR: 1 }, endsWithLineEnd: true });
        expect(facts.oddities).toEqual({ 'over-long record': { count: 1, firstLines: [1] } });
      }
    });
  });
});

describe('bytes of any kind', () => {
  /** How many bytes, without line ends, the scanner's one loop over bytes reads. */
  function bytesLookedAt(bytes: Uint8Array<ArrayBuffer>, cuts: readonly number[]): number {
    let looked = 0;
    const read = Line.prototype.read;
    const spy = vi.spyOn(Line.prototype, 'read').mockImplementation(function (this: Line, ...args) {
      read.apply(this, args);
      looked += this.length;
    });
    scan(bytes, cuts);
    spy.mockRestore();
    return looked;
  }

  const anyByte = fc.oneof(
    fc.integer({ min: 0, max: 255 }),
    fc.constantFrom(...latin1('\0\t\n\r\x1a "^,|SENR-0')),
  );
  const anyBytes = fc
    .tuple(fc.array(anyByte, { maxLength: 300 }), fc.constantFrom(1, 1, 1, 700))
    .map(([some, times]) => Uint8Array.from(Array(times).fill(some).flat()));

  it('never make it throw, and are each read at most twice', () => {
    const cutBytes = anyBytes.chain((bytes) => fc.tuple(fc.constant(bytes), cutsOf(bytes.length)));
    fc.assert(
      fc.property(cutBytes, ([bytes, cuts]) => {
        expect(bytesLookedAt(bytes, cuts)).toBeLessThanOrEqual(2 * bytes.length);
      }),
      { numRuns: 500 },
    );
  });

  it('are read at most twice in a line without an end, fed byte by byte', () => {
    const bytes = latin1('x'.repeat(3000));
    const looked = bytesLookedAt(bytes, Array.from(bytes.keys()));
    expect(looked).toBeGreaterThanOrEqual(bytes.length);
    expect(looked).toBeLessThanOrEqual(2 * bytes.length);
  });

  it('of an over-long line are dropped, not collected until its end', () => {
    const bytes = latin1(`${'x'.repeat(8 * LONGEST_RECORD_BYTES)}\n`);
    const everyBlock = Array.from({ length: 15 }, (_, at) => (at + 1) * (LONGEST_RECORD_BYTES / 2));
    expect(bytesLookedAt(bytes, everyBlock)).toBeLessThanOrEqual(LONGEST_RECORD_BYTES);
  });
});

/** The same facts, read in the simplest way. */
function plainReading(text: string) {
  const all = text.split(/\r\r\n|\r\n|\r|\n/);
  const open = all.pop() ?? '';
  const isCutOff = isShorterThanUsual(open, all);
  const read = open === '' || isCutOff ? all : [...all, open];
  const fields = read.map((line) => line.split('^'));
  const hasOnly = (letters: string) => (line: string) =>
    [...line].every((letter) => letters.includes(letter));
  const others = read.filter((_, at) => !isOds(fields[at] ?? []));
  const ends = text.match(/\r\r\n|\r\n|\r|\n/g) ?? [];
  const endsWith = (end: string) => ends.filter((each) => each === end).length;
  return {
    crlf: endsWith('\r\n'),
    lf: endsWith('\n'),
    cr: endsWith('\r'),
    crcrlf: endsWith('\r\r\n'),
    endsWithLineEnd: open === '',
    ods: fields.filter(isOds).length,
    blankRows: others.filter(hasOnly(BLANKS)).length,
    lines: read.length + (isCutOff ? 1 : 0),
    isCutOff,
  };
}

const BLANKS = ' \t\x1a';

function isOds(fields: readonly string[]): boolean {
  return fields.length > 1 && FILE_TYPES.some((type) => fields[0] === `${type}-R`);
}

/**
 * Whether a last line without a line end begins like a record but has fewer fields than most ODS
 * records above it.
 */
function isShorterThanUsual(open: string, above: readonly string[]): boolean {
  const counts = above
    .map((line) => line.split('^'))
    .filter(isOds)
    .map(({ length }) => length);
  const times = (count: number) => counts.filter((each) => each === count).length;
  const usual = counts.find((count) => counts.every((each) => times(each) <= times(count)));
  const isStart = FILE_TYPES.some((type) => `${type}-R^`.startsWith(open.slice(0, 7)));
  return usual !== undefined && open !== '' && isStart && open.split('^').length < usual;
}

describe('a plain reading of the text', () => {
  it('gives the same facts', () => {
    fc.assert(
      fc.property(someText, (text) => {
        const { lineEnds, ...facts } = scanText(text);
        const sum = Object.values(facts.odsRecords).reduce((a, b) => a + b, 0);
        const { rows, blankRows, foreignLines, endsWithLineEnd } = facts;
        const lines = rows + blankRows + foreignCount(foreignLines);
        const isCutOff = facts.oddities['truncated last record'] !== undefined;
        const read = { ...lineEnds, endsWithLineEnd, ods: sum, blankRows, lines };
        expect({ ...read, isCutOff }).toEqual(plainReading(text));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('records', () => {
  it.each(FILE_TYPES)('of %s give type, year, LEA, school and field count', (type) => {
    const facts = scanText(lines(record(type), record(type, { school: '9900002' })));
    expect(facts).toMatchObject({
      rows: 2,
      odsRecords: { [type]: 2 },
      schoolYears: { '2022-23': 2 },
      reportingLeas: { '0199901': 2 },
      schools: { '9900001': 1, '9900002': 1 },
      foreignLines: {},
    });
    expect(Object.values(facts.fieldCounts)).toEqual([2]);
    expect(facts.oddities).toEqual({});
  });

  it('from student systems count as look-alikes, by type', () => {
    const facts = scanText(lines(record('SENR', { first: 'SENR' })));
    expect(facts.lookAlikes).toEqual({ 'sis-upload-file': 1 });
    expect(facts.sisRecords).toEqual({ SENR: 1 });
    expect(facts.schoolYears).toEqual({ '2022-23': 1 });
    expect(facts.odsRecords).toEqual({});
  });

  it('from several years make a histogram', () => {
    const years = ['2022-2023', '20222023', '2022-23', '2021-2022'];
    const facts = scanText(lines(...years.map((year) => record('SINF', { year }))));
    expect(facts.schoolYears).toEqual({ '2022-23': 3, '2021-22': 1 });
  });

  it('of SCTE get their year from field 6, not from field 14', () => {
    const fields = record('SCTE').split('^');
    fields[13] = '2019-2020';
    expect(scanText(lines(fields.join('^'))).schoolYears).toEqual({ '2022-23': 1 });
  });

  it('without a school year are noted by line', () => {
    const facts = scanText(lines(record('SENR'), record('SENR', { year: '' }), 'SENR-R^'));
    expect(facts.oddities['no school year']).toEqual({ count: 2, firstLines: [2, 3] });
  });

  it('with blanks around the school year count for it, and are noted by line', () => {
    const facts = scanText(lines(record('SENR', { year: '2022-2023 ' }), record('SENR')));
    expect(facts.schoolYears).toEqual({ '2022-23': 2 });
    expect(facts.oddities).toEqual({ 'padded school year': { count: 1, firstLines: [1] } });
  });

  it.each(['2022/2023', '22-23', '2022-2023     '])(
    'with a school year written %j have none',
    (year) => {
      const facts = scanText(lines(record('SENR', { year })));
      expect(facts.schoolYears).toEqual({});
      expect(facts.oddities['no school year']?.count).toBe(1);
    },
  );

  it('from other extracts are counted by their code', () => {
    const codes = ['SDEM-R', 'STAS-R', 'SDEM-R', 'CENR-R', 'SENR-E'];
    const facts = scanText(lines(...codes.map((first) => record('SENR', { first }))));
    expect(facts.otherExtracts).toEqual({ 'SDEM-R': 2, 'STAS-R': 1 });
    expect(facts.lookAlikes).toMatchObject({ 'other-extract': 3 });
    expect(facts.rows).toBe(5);
  });

  it('with other separators are counted by type if they begin with one', () => {
    const facts = scanText(lines('SENR-R,a,b,c', '"SENR",a,b,c', 'SINF\ta\tb\tc', 'x,a,b,c'));
    expect(facts.separatedTypes).toEqual({ SENR: 2, SINF: 1 });
    expect(facts.otherSeparators).toEqual({ comma: 3, tab: 1 });
  });

  it('with an LEA that lost its leading zero are noted by line', () => {
    const facts = scanText(lines(record('SENR', { lea: '199901' }), record('SENR')));
    expect(facts.oddities['short reporting LEA']).toEqual({ count: 1, firstLines: [1] });
    expect(facts.reportingLeas).toEqual({ '0199901': 1 });
  });

  it('of a second type are noted by line, starting with the first', () => {
    const facts = scanText(lines('', record('SENR'), record('SINF'), record('SENR')));
    expect(facts.oddities['several record types']).toEqual({ count: 1, firstLines: [3] });
    expect(facts.odsRecords).toEqual({ SENR: 2, SINF: 1 });
  });

  it('that begin with a quote are noted, but a later quote is not', () => {
    const field = record('SENR').replace('9900001', '"Leaf"');
    const inside = record('SENR').replace('9900001', 'the "Leaf" school');
    const facts = scanText(lines(field, `"${record('SENR')}"`, inside, '"x"'));
    expect(facts.oddities).toEqual({ 'quoted record': { count: 2, firstLines: [2, 4] } });
  });

  it('cut off at the end of the file are noted, and count only as rows', () => {
    const whole = lines(record('SENR'), record('SENR'));
    const cut = record('SINF', { year: '2013-2014', lea: '0199902', school: '9900002', fields: 9 });
    const { oddities, endsWithLineEnd, ...counted } = scanText(whole + cut);
    expect(oddities).toEqual({ 'truncated last record': { count: 1, firstLines: [3] } });
    expect(endsWithLineEnd).toBe(false);
    expect({ ...scanText(whole), rows: 3 }).toMatchObject(counted);
  });

  it('cut off at the end are recognized by the usual number of fields, not the largest', () => {
    const most = lines(...[36, 36, 41].map((fields) => record('SENR', { fields })));
    const last = (fields: number) => scanText(most + record('SENR', { fields })).oddities;
    expect(last(36)).toEqual({});
    expect(last(35)).toEqual({ 'truncated last record': { count: 1, firstLines: [4] } });
  });

  it('with NUL bytes are noted once per line', () => {
    const nul = record('SENR').replace('^^^', '^\0^\0^');
    expect(scanText(lines(record('SENR'), nul)).oddities['nul byte']).toEqual({
      count: 1,
      firstLines: [2],
    });
  });

  it('give the first ten lines of an oddity, and count them all', () => {
    const bad = Array.from({ length: 25 }, () => record('SENR', { year: '' }));
    expect(scanText(lines(...bad)).oddities['no school year']).toEqual({
      count: 25,
      firstLines: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    });
  });

  it('may be 64 KiB long, but no longer', () => {
    const long = (bytes: number) =>
      lines(record('SENR') + 'x'.repeat(bytes - record('SENR').length));
    expect(scanText(long(LONGEST_RECORD_BYTES)).oddities).toEqual({});
    const facts = scanText(record('SENR').concat('\r\n', long(LONGEST_RECORD_BYTES + 1)));
    expect(facts.oddities['over-long record']).toEqual({ count: 1, firstLines: [2] });
    expect(facts.rows).toBe(2);
    expect(facts.odsRecords).toEqual({ SENR: 1 });
  });

  it('that are over-long at the end of the file may have no line end', () => {
    const facts = scanText('x'.repeat(LONGEST_RECORD_BYTES + 1));
    expect(facts.endsWithLineEnd).toBe(false);
    expect(facts.lineEnds).toEqual({ crlf: 0, lf: 0, cr: 0, crcrlf: 0 });
  });

  it('are read the same before and after an over-long line', () => {
    const long = 'x'.repeat(3 * LONGEST_RECORD_BYTES);
    const bytes = latin1(`${record('SENR')}\n${long}\n${record('SENR')}\n`);
    const cuts = [100_000, 150_000];
    expect(scan(bytes, cuts)).toMatchObject({
      rows: 3,
      odsRecords: { SENR: 2 },
      lineEnds: { crlf: 0, lf: 3, cr: 0, crcrlf: 0 },
    });
  });

  it('have their year read even after many values that are not years', () => {
    const numbers = Array.from({ length: 300 }, (_, at) => record('SENR', { year: String(at) }));
    const facts = scanText(lines(...numbers, record('SENR', { year: '2071-2072' })));
    expect(facts.schoolYears).toEqual({ '2071-72': 1 });
    expect(facts.oddities['no school year']?.count).toBe(300);
  });

  it('with more LEAs and schools than exist do not fill the memory', () => {
    const code = (at: number) => String(at).padStart(7, '0');
    const many = Array.from({ length: 2001 }, (_, at) =>
      record('SENR', { lea: code(at), school: code(at) }),
    );
    const facts = scanText(lines(...many, record('SENR', { lea: code(0), school: code(0) })));
    expect(Object.keys(facts.reportingLeas)).toHaveLength(200);
    expect(facts.reportingLeas[code(0)]).toBe(2);
    expect(Object.keys(facts.schools)).toHaveLength(2000);
    expect(facts.schools[code(0)]).toBe(2);
    expect(facts.rows).toBe(2002);
  });

  it.each(['990000', '99000011', '990000x', '990 001', ' 990001', '/900001', ':900001', ''])(
    'with %j for a school have no school',
    (school) => {
      const facts = scanText(lines(record('SENR', { school }), record('SENR')));
      expect(Object.keys(facts.schools)).toHaveLength(1);
    },
  );

  it.each([
    ['all the same', ['9900001', '9900001'], { '9900001': 2 }],
    ['that differ in the first digit', ['9900001', '8900001'], { '9900001': 1, '8900001': 1 }],
    ['that differ in the last digit', ['9900001', '9900002'], { '9900001': 1, '9900002': 1 }],
    ['that are permutations', ['0123456', '6543210'], { '0123456': 1, '6543210': 1 }],
  ])('are counted by school: %s', (_what, schools, counts) => {
    const content = lines(...schools.map((school) => record('SENR', { school })));
    expect(scanText(content).schools).toEqual(counts);
  });

  it('may have more fields than any layout', () => {
    const facts = scanText(lines(record('SENR') + '^'.repeat(1000)));
    expect(facts.odsRecords).toEqual({ SENR: 1 });
    expect(facts.schoolYears).toEqual({ '2022-23': 1 });
  });
});

describe('records with damage', () => {
  /** A SENR record with one 1-based field replaced. */
  const withField = (position: number, value: string) =>
    record('SENR')
      .split('^')
      .with(position - 1, value)
      .join('^');
  const odditiesOf = (...all: readonly string[]) =>
    scanText(lines(record('SENR'), ...all)).oddities;
  const inLine2 = { count: 1, firstLines: [2] };

  it.each(['1', '42', '990000'])('have a short school: %s', (school) => {
    expect(odditiesOf(withField(5, school))).toEqual({ 'short school': inLine2 });
  });

  it.each(['0000001', '', 'x', '9900001'])('have no short school: %j', (school) => {
    expect(odditiesOf(withField(5, school))).toEqual({});
  });

  it.each([
    ['SENR', 8],
    ['SINF', 9],
    ['SCSC', 7],
    ['SCTE', 7],
    ['SELA', 7],
    ['SPRG', 7],
  ] as const)('of %s have a number as the SSID in field %i', (type, position) => {
    const withSsid = (ssid: string) =>
      record(type)
        .split('^')
        .with(position - 1, ssid)
        .join('^');
    for (const ssid of ['1.23457E+09', '1.2346E+09', '1E+09', '9.9e+09', '9912345678.0']) {
      const { oddities } = scanText(lines(withSsid('9912345678'), withSsid(ssid)));
      expect(oddities, ssid).toEqual({ 'SSID as number': inLine2 });
    }
    for (const ssid of ['9912345678', '', '991234567', 'E', 'x.y', '9912345678Z', '9 1.0']) {
      expect(scanText(lines(withSsid(ssid))).oddities, ssid).toEqual({});
    }
  });

  it.each([
    ['SINF', 9],
    ['SENR', 8],
    ['SCSC', 7],
  ] as const)('of %s are about as many students as there are SSIDs', (type, position) => {
    const of = (...ssids: readonly string[]) => {
      const fields = record(type).split('^');
      return scanText(lines(...ssids.map((ssid) => fields.with(position - 1, ssid).join('^'))));
    };
    expect(of('9912345678', '9912345679', '9912345678').students).toBe(2);
    expect(of('', '991234567', '99123456789', '99123x5678', '9912345 78').students).toBeUndefined();
    expect(of('9912345678', '').students).toBe(1);
    expect(
      scanText(
        lines(
          `${record(type)
            .split('^', position - 1)
            .join('^')}^9912345678`,
        ),
      ).students,
    ).toBe(1); // in the last field
  });

  it('of CRSC are about no student', () => {
    const fields = record('CRSC').split('^').fill('9912345678', 6);
    expect(scanText(lines(fields.join('^'))).students).toBeUndefined();
  });

  it('of CRSC have no SSID', () => {
    const fields = record('CRSC').split('^');
    for (const position of [7, 8, 9]) {
      expect(scanText(lines(fields.with(position - 1, '1.2E+09').join('^'))).oddities).toEqual({});
    }
  });

  it.each(['8/15/2023', '08/15/2023', '8/15/23', '12/1/2023 0:00', '8/15/2023 12:00:00 AM'])(
    'have a date with slashes in any field: %s',
    (date) => {
      for (const position of [2, 9, 20, 41]) {
        expect(odditiesOf(withField(position, date))).toEqual({ 'date with slashes': inLine2 });
      }
    },
  );

  it.each([
    '20230815',
    '1/2',
    '8/15',
    '123/15/2023',
    '8/15/20233',
    'on 8/15/2023',
    '8/15/2023x',
    '//2023',
    '8//2023',
    'Math/Art',
  ])('have no date with slashes: %s', (text) => {
    expect(odditiesOf(withField(20, text))).toEqual({});
  });

  it.each([
    ['two fields in quotes', '"Zqx"^"Zqxelm"'],
    ['a number in quotes', '^"0199901"'],
    ['a doubled quote', '"Zqx ""Z"" A"^'],
  ])('have quoted fields: %s', (_what, fields) => {
    expect(odditiesOf(withField(10, fields))).toMatchObject({ 'quoted fields': inLine2 });
  });

  it.each(['"Zqx"', '"Zqx" B', 'B "Zqx"', '"', '""', '"Zqx" "B"'])(
    'have no quoted fields: %s',
    (name) => {
      expect(odditiesOf(withField(10, name))).toEqual({});
    },
  );

  it('hold a second record if two files were joined without a line end', () => {
    const facts = scanText(lines(record('SENR'), record('SENR') + record('SENR'), record('SENR')));
    expect(facts.oddities).toEqual({ 'two records': inLine2 });
    expect(odditiesOf(withField(10, 'SDEM-R'))).toEqual({});
    expect(odditiesOf(`${record('SENR')}^SDEM-R^x`)).toEqual({});
  });

  it('may follow the byte order mark of another file', () => {
    const mark = '\xef\xbb\xbf';
    const facts = scanText(
      lines(record('SENR'), mark + record('SENR'), mark, mark + mark + record('SENR')),
    );
    expect(facts).toMatchObject({
      rows: 3,
      blankRows: 1,
      odsRecords: { SENR: 3 },
      foreignLines: {},
    });
    expect(facts.markLines).toEqual([2, 3, 4]);
    expect(facts.oddities).toEqual({ 'mark inside': { count: 3, firstLines: [2, 3, 4] } });
  });
});

describe('lines that are not records', () => {
  it('do not count as rows if they are column names, and only sure column names are kept', () => {
    const scanner = new RecordScanner();
    const names = 'Record Type Code^Transaction Type^Zqxana^Reporting LEA^Gender';
    scanner.feed(latin1(lines('', names, record('SENR'))));
    scanner.finish();
    expect(scanner.foreignLines).toEqual({ 'column names': { count: 1, firstLines: [2] } });
    expect(scanner.surplusLines).toEqual([2]);
    expect(scanner.columnNames).toEqual([
      'Record Type Code',
      'Transaction Type',
      'Reporting LEA',
      'Gender',
    ]);
    expect(scanner).toMatchObject({ rows: 1, blankRows: 1 });
  });

  it('give up to 256 column names', () => {
    const scanner = new RecordScanner();
    scanner.feed(latin1(lines(Array(300).fill('School').join('^'))));
    scanner.finish();
    expect(scanner.columnNames).toHaveLength(256);
  });

  it('are column names wherever they are, and the first ones are kept', () => {
    const names = 'Record Type^Local ID^School^SSID';
    const scanner = new RecordScanner();
    scanner.feed(latin1(lines(names, record('SENR'), 'Course^Section^Term^Credits')));
    scanner.finish();
    expect(scanner).toMatchObject({ rows: 1, surplusLines: [1, 3] });
    expect(scanner.foreignLines).toEqual({ 'column names': { count: 2, firstLines: [1, 3] } });
    expect(scanner.columnNames).toEqual(names.split('^'));
  });

  it.each([
    ['on two lines', 'Record Type^Local ID^School^SSID', 'Grade Level^Exit Date'],
    ['on two lines, the first one short', 'Record Type^Local ID', 'School^SSID^Gender^Birth Date'],
  ])('are column names %s', (_what, ...names) => {
    const facts = scanText(lines(...names, record('SENR')));
    expect(facts.surplusLines).toEqual([1, 2]);
    expect(facts.rows).toBe(1);
  });

  it.each([
    'Mark^Brenda^End St^State City^Gradey',
    '^^Elm St^^Term City^CA^Schooley^Endo',
    'Mark^Grade',
  ])('are never column names among the records if they may be half of one: %s', (half) => {
    const facts = scanText(lines(record('SENR'), half, record('SENR')));
    expect(facts.surplusLines).toEqual([]);
    expect(facts.foreignLines).toEqual({ 'piece of a record': { count: 1, firstLines: [2] } });
  });

  it.each([
    '(3 rows affected)',
    '(1 row affected)',
    '(1 row(s) affected)',
    '(1,234 rows affected)',
    '3 rows selected.',
    'no rows selected',
    '(40 rows)',
    '3 record(s) selected.',
    'Query OK, 3 rows affected (0.01 sec)',
    '3 rows in set (0.01 sec)',
    'Total rows: 1,234',
    'Row count = 3',
    'Completion time: 2023-10-25T09:00:00.1234567-07:00',
    'SQL> spool off',
    ' (3 rows affected) ',
  ])('are a query footer: %s', (footer) => {
    const facts = scanText(lines(record('SENR'), '', footer));
    expect(facts.foreignLines).toEqual({ 'query footer': { count: 1, firstLines: [3] } });
    expect(facts).toMatchObject({ rows: 1, blankRows: 1, surplusLines: [3] });
    expect(scanText(lines(record('SENR')) + footer).surplusLines).toEqual([2]);
  });

  it.each(['3 rows of seats', 'rows', '12345', 'Row 3', 'The end (3 rows affected) of it'])(
    'are not a query footer: %s',
    (text) => {
      const facts = scanText(lines(record('SENR'), text));
      expect(facts.foreignLines).toEqual({ text: { count: 1, firstLines: [2] } });
      expect(facts.surplusLines).toEqual([]);
    },
  );

  it.each(['^^^^', ',,,', '-----^-----', '+----+----+', '=====', ' | | '])(
    'have no data: %s',
    (line) => {
      const facts = scanText(lines(line, record('SENR')));
      expect(facts.foreignLines).toEqual({ 'no data': { count: 1, firstLines: [1] } });
      expect(facts).toMatchObject({ rows: 1, surplusLines: [1] });
    },
  );

  it('are listed to the thousandth if a copy can leave them out', () => {
    const facts = scanText(lines(...Array(1001).fill('^^^')));
    expect(facts.foreignLines['no data']?.count).toBe(1001);
    expect(facts.surplusLines).toHaveLength(1000);
  });

  it('may be the second half of a record, even if it begins with seven digits', () => {
    const facts = scanText(lines('SENR-R^^^0199901^', '9900001^^2022-2023^^', record('SENR')));
    expect(facts.foreignLines).toEqual({ 'piece of a record': { count: 1, firstLines: [2] } });
    expect(facts).toMatchObject({ rows: 2, lookAlikes: {} });
  });

  it.each([
    ['two commas', 'a,b,c', {}],
    ['two tabs', 'a\tb\tc', {}],
    ['two pipes', 'a|b|c', {}],
    ['three commas and two carets', 'a,b,c,d^e^f', { comma: 1 }],
    ['three commas and three carets', 'a,b,c,d^e^f^g', {}],
    ['more tabs than commas', 'a,b,c,d\te\tf\tg\th', { tab: 1 }],
    ['more pipes than tabs', 'a\tb\tc\td|e|f|g|h', { pipe: 1 }],
    ['more commas than pipes', 'a|b|c|d,e,f,g,h', { comma: 1 }],
  ])(
    'count by their most frequent separator, if it occurs three times: %s',
    (_what, line, separators) => {
      expect(scanText(lines(line)).otherSeparators).toEqual(separators);
    },
  );

  it.each([
    ['comma', 'SENR-R,x,y,0199901'],
    ['tab', 'SENR-R\tx\ty\t0199901'],
    ['pipe', 'SENR-R|x|y|0199901'],
  ])('count by their separator: %s', (separator, line) => {
    const facts = scanText(lines(line, line));
    expect(facts.otherSeparators).toEqual({ [separator]: 2 });
    expect(facts.foreignLines).toEqual({ 'other separator': { count: 2, firstLines: [1, 2] } });
  });

  it('with carets do not count as comma-separated', () => {
    expect(scanText(lines('Name^a,b,c^d,e^f')).otherSeparators).toEqual({});
  });

  it('with prose have no separator', () => {
    const facts = scanText(lines('Dear all, please find the file'));
    expect(facts.otherSeparators).toEqual({});
    expect(facts.foreignLines).toEqual({ text: { count: 1, firstLines: [1] } });
  });

  it('leave no trace of their content', () => {
    const secrets = [
      'Zqxana^Zqxlee',
      'Zqxana,Zqxlee,19010203,9912345678',
      '9912345678',
      'Zqxa|b|c|d',
    ];
    expect(JSON.stringify(scanText(lines(...secrets)))).not.toMatch(/zqx|99123|1901/i);
  });
});
