import { describe, expect, it } from 'vitest';
import { amongParts } from '../../../lib/rules/among-parts.ts';
import { checkFiles } from '../../../lib/rules/check-files.ts';
import type { InspectedFile } from '../../../lib/rules/checked-file.ts';
import type { SentSet } from '../../../lib/rules/label-part.ts';
import { setOf } from '../../../lib/rules/part-numbers.ts';
import { factsOf, textWith } from '../support/facts.ts';

type Other = Partial<InspectedFile> & {
  readonly leas?: readonly string[];
  readonly schools?: readonly string[];
};

const hash = (digit: string) => digit.repeat(64);

/** A file of ten records whose content is told by a digit. */
function scsc(name: string, digit: string, other: Other = {}): InspectedFile {
  const { leas = ['0199901'], schools, ...rest } = other;
  const facts = factsOf('SCSC', '2022-23', {
    contentHash: hash(digit),
    rows: 10 * leas.length,
    odsRecords: { SCSC: 10 * leas.length },
    reportingLeas: Object.fromEntries(leas.map((lea) => [lea, 10])),
    ...(schools && {
      schools: Object.fromEntries(
        schools.map((school) => [school, (10 * leas.length) / schools.length]),
      ),
    }),
  });
  return { id: digit, name, inspection: textWith(facts), ...rest };
}

/** How each of them stands, e.g. `1/2 names`. */
function among(...files: readonly InspectedFile[]): string[] {
  return checkFiles(files).map(({ file }) => {
    const one = amongParts(file);
    if (one?.kind !== 'part') return one?.kind ?? 'whole';
    const { number, of, isSent } = one.part;
    return `${number}/${of} ${one.by}${isSent ? ' sent' : ''}`;
  });
}

const sentSet = (
  of: number,
  set: string,
  ...sent: readonly (readonly [number, string])[]
): SentSet => ({
  fileType: 'SCSC',
  schoolYear: '2022-23',
  set,
  of,
  sent: sent.map(([number, digit]) => ({ number, contentHash: hash(digit) })),
});

describe('several files for one label', () => {
  it('are told apart by names that number them', () => {
    expect(among(scsc('SCSC part 2.txt', 'a'), scsc('SCSC part 1.txt', 'b'))).toEqual([
      '2/2 names',
      '1/2 names',
    ]);
    expect(among(scsc('SCSC_1.txt', 'a'), scsc('SCSC_2.txt', 'b'))).toEqual([
      '1/2 names',
      '2/2 names',
    ]);
    expect(among(scsc('SCSC 1 of 3.txt', 'a'), scsc('SCSC 3 of 3.txt', 'b'))).toEqual([
      '1/3 names',
      '3/3 names',
    ]);
  });

  it.each([
    ['with a gap', 'SCSC part 1.txt', 'SCSC part 3.txt'],
    ['that are the same', 'SCSC part 1.txt', 'Copy of SCSC part 1.txt'],
    ['out of two counts', 'SCSC 1 of 2.txt', 'SCSC 2 of 3.txt'],
    ['of only one', 'SCSC 2022-23.txt', 'SCSC part 2.txt'],
    ['that browsers give', 'SCSC (1).txt', 'SCSC (2).txt'],
    ['with a gap, without words', 'SCSC_1.txt', 'SCSC_3.txt'],
  ])('are not told apart by numbers %s', (_what, one, other) => {
    expect(among(scsc(one, 'a'), scsc(other, 'b'))).toEqual(['not told apart', 'not told apart']);
  });

  it('are not parts of another count than the names say, whatever is in them', () => {
    const [a, b] = [{ schools: ['9900001'] }, { schools: ['9900002'] }];
    expect(among(scsc('SCSC part 2.txt', 'a', a), scsc('SCSC part 3.txt', 'b', b))).toEqual([
      'not told apart',
      'not told apart',
    ]);
  });

  it('are told apart by LEAs if no LEA is in two of them', () => {
    const [a, b, both] = [['0199901'], ['0199902'], ['0199901', '0199902']];
    expect(among(scsc('x.txt', 'a', { leas: a }), scsc('y.txt', 'b', { leas: b }))).toEqual([
      '1/2 leas',
      '2/2 leas',
    ]);
    expect(among(scsc('x.txt', 'a', { leas: a }), scsc('y.txt', 'b', { leas: both }))).toEqual([
      'not told apart',
      'not told apart',
    ]);
  });

  it('are not told apart by LEAs that some records do not have', () => {
    const without = factsOf('SCSC', '2022-23', {
      contentHash: hash('b'),
      reportingLeas: { '0199902': 9 },
    });
    const other: InspectedFile = { id: 'b', name: 'y.txt', inspection: textWith(without) };
    expect(among(scsc('x.txt', 'a'), other)).toEqual(['not told apart', 'not told apart']);
  });

  it('are told apart by schools if no school is in two of them', () => {
    const of = (...schools: readonly string[]) => ({ schools });
    const [a, b] = [of('9900001', '9900002'), of('9900003')];
    expect(among(scsc('x.txt', 'a', a), scsc('y.txt', 'b', b))).toEqual([
      '1/2 schools',
      '2/2 schools',
    ]);
    const shared = of('9900002', '9900003');
    expect(among(scsc('x.txt', 'a', a), scsc('y.txt', 'b', shared))).toEqual([
      'not told apart',
      'not told apart',
    ]);
    expect(among(scsc('x.txt', 'a', a), scsc('y.txt', 'b'))).toEqual([
      'not told apart',
      'not told apart',
    ]);
  });

  it('are parts if the person says so about exactly these', () => {
    const saysParts = setOf([hash('a'), hash('b')]);
    const said = { saysParts };
    expect(among(scsc('x.txt', 'a', said), scsc('y.txt', 'b', said))).toEqual([
      '1/2 answer',
      '2/2 answer',
    ]);
    const three = [scsc('x.txt', 'a', said), scsc('y.txt', 'b', said), scsc('z.txt', 'c', said)];
    expect(among(...three)).toEqual(['not told apart', 'not told apart', 'not told apart']);
  });

  it('are numbered in the order of their names', () => {
    const leas = (lea: string) => ({ leas: [lea] });
    expect(
      among(
        scsc('SCSC 10.txt', 'a', leas('0199901')),
        scsc('SCSC 9.txt', 'b', leas('0199902')),
        scsc('Cedar.txt', 'c', leas('0199903')),
      ),
    ).toEqual(['3/3 leas', '2/3 leas', '1/3 leas']);
    const schools = (code: string) => ({ schools: [code] });
    expect(
      among(
        scsc('x.txt', 'a', { leas: ['0199902'] }),
        scsc('x.txt', 'b', { leas: ['0199901'], ...schools('9900002') }),
      ),
    ).toEqual(['2/2 leas', '1/2 leas']);
    expect(
      among(scsc('x.txt', 'a', schools('9900002')), scsc('x.txt', 'b', schools('9900001'))),
    ).toEqual(['2/2 schools', '1/2 schools']);
  });

  it('count for themselves where each has its own organization', () => {
    const of = (lea: string) => ({ leas: [lea], organization: { name: lea, reportingLea: lea } });
    expect(among(scsc('x.txt', 'a', of('0199901')), scsc('y.txt', 'b', of('0199902')))).toEqual([
      'whole',
      'whole',
    ]);
  });

  it('know how many are missing', () => {
    const missing = (...files: readonly InspectedFile[]) =>
      checkFiles(files).map(({ file }) => {
        const one = amongParts(file);
        return one?.kind === 'part' ? one.part.missing : one?.kind;
      });
    const [one, two] = [scsc('SCSC 1 of 4.txt', 'a'), scsc('SCSC 2 of 4.txt', 'b')];
    expect(missing(one, two)).toEqual([2, 2]);
    const sent = { sentSets: [sentSet(4, hash('c'), [3, 'c'])] };
    expect(missing({ ...one, ...sent }, { ...two, ...sent })).toEqual([1, 1]);
    expect(missing({ ...one, saysPart: { number: 1, of: 4 } })).toEqual([3]);
    expect(missing({ ...one, ...sent, saysPart: { number: 1, of: 4 } })).toEqual([2]);
  });

  it('say in their finding what tells them apart', () => {
    const [one] = checkFiles([scsc('SCSC part 1.txt', 'a'), scsc('SCSC part 2.txt', 'b')]);
    expect(one?.findings).toContainEqual({
      ruleId: 'one-of-several',
      level: 'note',
      kind: 'names',
      words: ['finding_part_by_names', { count: 1 }, { count: 2 }, 'SCSC 2022-23'],
    });
  });

  it('are held when one is too large for one upload', () => {
    const large = { zippedBytes: 30_000_001 };
    const [one, other] = checkFiles([
      scsc('SCSC part 1.txt', 'a', large),
      scsc('SCSC part 2.txt', 'b'),
    ]);
    expect(one?.findings[0]).toMatchObject({
      ruleId: 'one-of-several',
      level: 'block',
      words: ['finding_part_too_large', { count: 1 }, { count: 2 }, { bytes: 30_000_000 }],
    });
    expect(other?.findings.map(({ level }) => level)).not.toContain('warn');
  });
});

describe('parts in a later sitting', () => {
  const SET = setOf([hash('a'), hash('b'), hash('c')]);
  const begun = { sentSets: [sentSet(3, SET, [2, 'a'])] };

  it('go on as they were numbered, however they are named now', () => {
    const files = [scsc('x.txt', 'b', begun), scsc('y.txt', 'a', begun), scsc('z.txt', 'c', begun)];
    expect(among(...files)).toEqual(['1/3 ledger', '2/3 ledger sent', '3/3 ledger']);
    expect(among(scsc('z.txt', 'c', begun), scsc('x.txt', 'b', begun))).toEqual([
      '3/3 ledger',
      '1/3 ledger',
    ]);
  });

  it('go on alone, when nothing else is missing', () => {
    const last = { sentSets: [sentSet(3, SET, [2, 'a'], [1, 'b'])] };
    expect(among(scsc('z.txt', 'c', last))).toEqual(['3/3 ledger']);
    expect(among(scsc('z.txt', 'd', last))).toEqual(['which part']);
    expect(among(scsc('x.txt', 'b', last))).toEqual(['1/3 ledger sent']);
  });

  it('go on by their names after one that was sent alone', () => {
    const alone = { sentSets: [sentSet(2, hash('a'), [1, 'a'])] };
    expect(among(scsc('SCSC part 2.txt', 'b', alone))).toEqual(['2/2 names']);
    expect(among(scsc('SCSC part 1.txt', 'a', alone), scsc('SCSC part 2.txt', 'b', alone))).toEqual(
      ['1/2 names sent', '2/2 names'],
    );
  });

  it('are a new set when they are other files', () => {
    const files = checkFiles([
      scsc('SCSC part 1.txt', 'd', { sentSets: [sentSet(2, SET, [1, 'a'])] }),
      scsc('SCSC part 2.txt', 'e', { sentSets: [sentSet(2, SET, [1, 'a'])] }),
    ]).map(({ file }) => amongParts(file));
    expect(files).toMatchObject([
      { kind: 'part', part: { number: 1, set: setOf([hash('d'), hash('e')]), isSent: false } },
      { kind: 'part', part: { number: 2, of: 2 } },
    ]);
  });

  it('may all go once more after all were sent', () => {
    const all = { sentSets: [sentSet(2, setOf([hash('a'), hash('b')]), [1, 'a'], [2, 'b'])] };
    expect(among(scsc('x.txt', 'a', all), scsc('y.txt', 'b', all))).toEqual([
      '1/2 ledger',
      '2/2 ledger',
    ]);
  });
});

describe('the name of a set', () => {
  it('is the same in any order, and another one for other files', () => {
    const hashes = ['1', '2', '3'].map(hash);
    expect(setOf(hashes)).toBe(setOf(hashes.toReversed()));
    expect(setOf(hashes)).toMatch(/^[0-9a-f]{64}$/);
    expect(setOf(hashes)).not.toBe(setOf(hashes.slice(1)));
  });
});
