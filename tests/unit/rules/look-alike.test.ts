import { describe, expect, it } from 'vitest';
import type { FileFacts } from '../../../lib/inspection/file-facts.ts';
import { factsOf } from '../support/facts.ts';
import { lines, record } from '../support/records.ts';
import { found, foundInFacts, ruleIds } from './check.ts';

const NAME = 'SENR 2022-23.txt';
const look = (lookAlikes: FileFacts['lookAlikes']) =>
  factsOf('SENR', '2022-23', { odsRecords: {}, fieldCounts: {}, lookAlikes });
const of = (first: string) => lines(record('SENR', { first }), record('SENR', { first }));

describe('a look-alike', () => {
  it.each([
    ['SENR-E', 'rejected-records', 'finding_look_alike_rejected_records'],
    ['CENR-R', 'cumulative-enrollment', 'finding_look_alike_cumulative_enrollment'],
    ['SCSE-R', 'fall-2-sibling', 'finding_look_alike_fall_2_sibling'],
    ['CRSE-R', 'fall-2-sibling', 'finding_look_alike_fall_2_sibling'],
    ['1234567', 'ssid-extract', 'finding_look_alike_ssid_extract'],
  ])('with %s records is blocked as %s, with its rows', async (first, kind, key) => {
    expect(await found('look-alike', { name: NAME, content: of(first) })).toEqual([
      { ruleId: 'look-alike', level: 'block', kind, words: [key, { count: 2 }] },
    ]);
    expect(await ruleIds(NAME, of(first))).toEqual(['look-alike']);
  });

  it('that is another extract is blocked, with its code and rows', async () => {
    for (const code of ['SDEM-R', 'STAS-R', 'WBLR-R', 'MEPS-R']) {
      expect(await found('look-alike', { name: NAME, content: of(code) })).toEqual([
        {
          ruleId: 'look-alike',
          level: 'block',
          kind: 'other-extract',
          words: ['finding_look_alike_other_extract', { list: [code] }, { count: 2 }],
        },
      ]);
      expect(await ruleIds(NAME, of(code))).toEqual(['look-alike']);
    }
  });

  it('that is several other extracts is named by three codes, the most frequent first', () => {
    const otherExtracts = { 'SDEM-R': 1, 'STAS-R': 5, 'WBLR-R': 3, 'MEPS-R': 2 };
    const facts = { ...look({ 'other-extract': 11 }), otherExtracts };
    expect(foundInFacts('look-alike', NAME, facts)[0]?.words).toEqual([
      'finding_look_alike_other_extract',
      { list: ['STAS-R', 'WBLR-R', 'MEPS-R'] },
      { count: 11 },
    ]);
  });

  it("that is a student system's upload file gives a warning, but may go", async () => {
    expect(await found('look-alike', { name: NAME, content: of('SENR') })).toEqual([
      {
        ruleId: 'look-alike',
        level: 'warn',
        kind: 'sis-upload-file',
        words: ['finding_look_alike_sis_upload_file', { count: 2 }],
      },
    ]);
    expect(await ruleIds(NAME, of('SENR'))).toEqual(['look-alike']);
  });

  it('is named after most of its rows', () => {
    const facts = look({ 'rejected-records': 1, 'ssid-extract': 9 });
    expect(foundInFacts('look-alike', NAME, facts)).toMatchObject([{ kind: 'ssid-extract' }]);
  });

  it('blocks even if it is the smaller part of an upload file', () => {
    const facts = look({ 'sis-upload-file': 9, 'rejected-records': 1 });
    expect(foundInFacts('look-alike', NAME, facts)).toMatchObject([{ level: 'block' }]);
  });

  it.each(['SENR', 'SENR-E', 'SCSE-R', 'SDEM-R'])(
    'among ODS records is left to several-record-types: %s',
    async (first) => {
      const content = of('SENR-R') + of(first);
      expect(await ruleIds(NAME, content)).toEqual(['several-record-types']);
    },
  );

  it('is not an ODS extract', async () => {
    expect(await found('look-alike', { name: NAME, content: of('SENR-R') })).toEqual([]);
  });
});
