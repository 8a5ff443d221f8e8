import { describe, expect, it } from 'vitest';
import { lines, record } from '../support/records.ts';
import { found, foundInInspection, ruleIds } from './check.ts';

const content = lines(record('SENR'));

describe('a download that is not finished', () => {
  it.each([
    ['C68130K.crdownload', '.crdownload'],
    ['Unconfirmed 881273.crdownload', '.crdownload'],
    ['SENR 2022-23.txt.crdownload', '.crdownload'],
    ['SENR 2022-23.txt.part', '.part'],
    ['SENR 2022-23.PARTIAL', '.PARTIAL'],
    ['SENR 2022-23.txt.download', '.download'],
    ['SENR 2022-23.opdownload', '.opdownload'],
    ['SENR 2022-23.filepart', '.filepart'],
    ['SENR 2022-23.tmp', '.tmp'],
  ])('is blocked, with its ending and no fix: %s', async (name, ending) => {
    expect(await found('unfinished-download', { name, content })).toEqual([
      {
        ruleId: 'unfinished-download',
        level: 'block',
        kind: 'download',
        words: ['finding_unfinished_download', ending],
      },
    ]);
  });

  it.each(['~$SENR 2022-23.txt', '~$NR 2022-23.docx', '.~lock.SENR 2022-23.txt#'])(
    'is not a temporary file, which is blocked with its own words: %s',
    async (name) => {
      expect(await found('unfinished-download', { name, content })).toEqual([
        {
          ruleId: 'unfinished-download',
          level: 'block',
          kind: 'lock file',
          words: ['finding_lock_file'],
        },
      ]);
    },
  );

  it.each(['SENR 2022-23.crdownload', 'SENR.txt.part', '~$SENR 2022-23.txt'])(
    'has no other finding, whatever is in it: %s',
    async (name) => {
      for (const bytes of [content, '', 'half of a', lines(record('SENR', { year: '' }))]) {
        expect(await ruleIds(name, bytes)).toEqual(['unfinished-download']);
      }
    },
  );

  it.each(['SENR 2022-23.txt', 'SENR part 1.txt', 'download.txt', 'tmp.txt', 'SENR 2022-23.part1'])(
    'is not %s',
    async (name) => {
      expect(await found('unfinished-download', { name, content })).toEqual([]);
    },
  );

  it('is not one that cannot be read, because it may be finished by now', () => {
    const gone = { kind: 'unreadable', reason: 'gone' } as const;
    expect(foundInInspection('unfinished-download', 'x.crdownload', gone)).toEqual([]);
  });
});
