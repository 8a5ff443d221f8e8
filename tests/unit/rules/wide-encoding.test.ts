import { describe, expect, it } from 'vitest';
import { latin1, lines, record } from '../support/records.ts';
import { found, ruleIds } from './check.ts';

const NAME = 'SENR 2022-23.txt';
const extract = lines(record('SENR'), record('SENR'));

function utf16le(text: string): Uint8Array<ArrayBuffer> {
  return latin1([...text].map((letter) => `${letter}\0`).join(''));
}

describe('wide characters', () => {
  it('are blocked and named, and one click converts a copy', async () => {
    const content = latin1(`\xff\xfe${Buffer.from(utf16le(extract)).toString('latin1')}`);
    expect(await found('wide-encoding', { name: NAME, content })).toEqual([
      {
        ruleId: 'wide-encoding',
        level: 'block',
        kind: 'utf-16le',
        words: ['finding_wide_encoding_mendable', 'UTF-16LE'],
        fix: 'convert',
      },
    ]);
  });

  it.each([
    [
      'another problem that a click can fix',
      'senr 2022-23.csv',
      41,
      ['wrong-extension', 'name-not-exact'],
    ],
    ['a problem that is only a warning', NAME, 39, ['field-count']],
  ])('are converted together with %s', async (_what, name, fields, others) => {
    const content = utf16le(lines(record('SENR', { fields })));
    expect(await ruleIds(name, content)).toEqual(['wide-encoding', ...others]);
    expect(await found('wide-encoding', { name, content })).toMatchObject([{ fix: 'convert' }]);
  });

  it.each([
    ['tabs', extract.replaceAll('^', '\t')],
    ['several types', lines(record('SENR'), record('SINF'))],
    ['no CALPADS record', lines('Dear colleague,')],
  ])('are not converted if the text cannot go anyway: %s', async (_what, text) => {
    expect(await found('wide-encoding', { name: NAME, content: utf16le(text) })).toEqual([
      {
        ruleId: 'wide-encoding',
        level: 'block',
        kind: 'utf-16le',
        words: ['finding_wide_encoding', 'UTF-16LE'],
      },
    ]);
    expect(await ruleIds(NAME, utf16le(text))).toEqual(['wide-encoding']);
  });

  it('are the only finding for an extract saved that way', async () => {
    expect(await ruleIds(NAME, utf16le(extract))).toEqual(['wide-encoding']);
  });

  it.each([
    ['ASCII', extract],
    ['UTF-8 with a mark', `\xef\xbb\xbf${extract}`],
    ['windows-1252', `${record('SENR')}Jos\xe9\r\n`],
  ])('are not %s', async (_what, content) => {
    expect(await found('wide-encoding', { name: NAME, content })).toEqual([]);
  });

  it('give no finding for a file without data', async () => {
    expect(await ruleIds(NAME, '\xff\xfe\r\0\n\0')).toEqual(['empty-file']);
  });
});
