import { describe, expect, it } from 'vitest';
import { zipOf } from '../../corpus/faults/zip-file.ts';
import { lines, record } from '../support/records.ts';
import { found, foundInInspection } from './check.ts';

const content = lines(record('SENR'));
const zip = zipOf([{ name: 'SENR 2022-23.txt', text: content }]);

describe('an ending that the site does not accept', () => {
  it.each([
    ['SENR 2022-23.csv', '.csv'],
    ['SENR 2022-23.dat', '.dat'],
    ['SENR 2022-23.zip', '.zip'],
    ['SENR 2022-23.txt.txt', '.txt.txt'],
    ['SENR 2022-23.TXT.txt', '.TXT.txt'],
    ['SENR 2022-23.txt.csv', '.txt.csv'],
  ])('is named and fixed with one click: %s', async (name, actual) => {
    expect(await found('wrong-extension', { name, content })).toEqual([
      {
        ruleId: 'wrong-extension',
        level: 'block',
        words: ['finding_wrong_extension', actual, '.txt'],
        fix: 'rename',
      },
    ]);
  });

  it('may be none at all', async () => {
    expect(await found('wrong-extension', { name: 'SENR 2022-23', content })).toMatchObject([
      { words: ['finding_no_extension', '.txt'], fix: 'rename' },
    ]);
  });

  it('of a zip must be .zip', async () => {
    expect(
      await found('wrong-extension', { name: 'SENR 2022-23.dat', content: zip }),
    ).toMatchObject([{ words: ['finding_wrong_extension', '.dat', '.zip'], fix: 'rename' }]);
    expect(await found('wrong-extension', { name: 'SENR 2022-23.zip', content: zip })).toEqual([]);
  });

  it('of a zip named .txt is left to wrong-container', async () => {
    expect(await found('wrong-extension', { name: 'SENR 2022-23.txt', content: zip })).toEqual([]);
  });

  it.each(['SENR 2022-23.crdownload', 'SENR 2022-23.txt.part', 'SENR 2022-23.tmp'])(
    'is left to unfinished-download: %s',
    async (name) => {
      expect(await found('wrong-extension', { name, content })).toEqual([]);
    },
  );

  it.each([
    ['.txt', 'SENR 2022-23.txt', content],
    ['an ending in the middle of the name', 'SENR.txt 2022-23.txt', content],
    ['.TXT, which only the exact name objects to', 'SENR 2022-23.TXT', content],
  ])('is not %s', async (_what, name, bytes) => {
    expect(await found('wrong-extension', { name, content: bytes })).toEqual([]);
  });

  it('gives no finding for a file that cannot be read', () => {
    const gone = { kind: 'unreadable', reason: 'gone' } as const;
    expect(foundInInspection('wrong-extension', 'x.csv', gone)).toEqual([]);
  });

  it.each([
    ['a text without a known type', '.csv', 'a^b'],
    ['a file without data', '.csv', ''],
    ['a spreadsheet', '.xlsx', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['a PDF', '.pdf', '%PDF-1.7'],
  ])(
    'is also reported for %s, but without a fix, because renaming does not make it an extract',
    async (_what, ending, bytes) => {
      expect(
        await found('wrong-extension', { name: `SENR 2022-23${ending}`, content: bytes }),
      ).toEqual([
        {
          ruleId: 'wrong-extension',
          level: 'block',
          words: ['finding_wrong_extension', ending, '.txt'],
        },
      ]);
    },
  );
});
