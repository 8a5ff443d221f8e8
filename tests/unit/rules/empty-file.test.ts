import { describe, expect, it } from 'vitest';
import { zipOf } from '../../corpus/faults/zip-file.ts';
import { lines, record } from '../support/records.ts';
import { found, ruleIds } from './check.ts';

const NAME = 'SENR 2022-23.txt';

describe('a file without data', () => {
  it.each([
    ['zero-bytes', '', 'finding_empty_zero_bytes'],
    ['byte-order-mark-only', '\xef\xbb\xbf', 'finding_empty_byte_order_mark'],
    ['blank-lines-only', '\r\n\r\n', 'finding_empty_blank_lines'],
    ['end-of-file-mark-only', '\x1a', 'finding_empty_end_of_file_mark'],
    ['separators-only', '^^^^\r\n', 'finding_empty_separators'],
    ['header-only', lines('Record Type^Local ID^School^SSID'), 'finding_empty_header'],
  ])('is blocked as %s', async (kind, content, key) => {
    const bytes = content.length;
    expect(await found('empty-file', { name: NAME, content })).toEqual([
      { ruleId: 'empty-file', level: 'block', kind, words: [key, { bytes }] },
    ]);
  });

  it('has only this finding if its name is right', async () => {
    expect(await ruleIds(NAME, '')).toEqual(['empty-file']);
  });

  it('is found inside a zip', async () => {
    const content = zipOf([{ name: NAME, text: '' }]);
    expect(await found('empty-file', { name: 'SENR 2022-23.zip', content })).toMatchObject([
      { kind: 'zero-bytes' },
    ]);
  });

  it('does not have a single record', async () => {
    const content = `\r\n${lines(record('SENR'))}\r\n`;
    expect(await found('empty-file', { name: NAME, content })).toEqual([]);
  });
});
