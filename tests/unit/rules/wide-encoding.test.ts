import { describe, expect, it } from 'vitest';
import { latin1, lines, record } from '../support/records.ts';
import { found, ruleIds } from './check.ts';

const NAME = 'SENR 2022-23.txt';
const extract = lines(record('SENR'), record('SENR'));

function utf16le(text: string): Uint8Array<ArrayBuffer> {
  return latin1([...text].map((letter) => `${letter}\0`).join(''));
}

describe('wide characters', () => {
  it('are blocked and named', async () => {
    const content = latin1(`\xff\xfe${Buffer.from(utf16le(extract)).toString('latin1')}`);
    expect(await found('wide-encoding', { name: NAME, content })).toEqual([
      {
        ruleId: 'wide-encoding',
        level: 'block',
        kind: 'utf-16le',
        words: ['finding_wide_encoding', 'UTF-16LE'],
      },
    ]);
  });

  it('are all that is wrong with an extract saved so', async () => {
    expect(await ruleIds(NAME, utf16le(extract))).toEqual(['wide-encoding']);
  });

  it.each([
    ['ASCII', extract],
    ['UTF-8 with a mark', `\xef\xbb\xbf${extract}`],
    ['windows-1252', `${record('SENR')}Jos\xe9\r\n`],
  ])('are not %s', async (_what, content) => {
    expect(await found('wide-encoding', { name: NAME, content })).toEqual([]);
  });

  it('are not spoken of in a file without data', async () => {
    expect(await ruleIds(NAME, '\xff\xfe\r\0\n\0')).toEqual(['empty-file']);
  });
});
