import { describe, expect, it } from 'vitest';
import { headerRow } from '../../corpus/faults/headers.ts';
import { zipOf } from '../../corpus/faults/zip-file.ts';
import { lines, record } from '../support/records.ts';
import { found, ruleIds } from './check.ts';

const NAME = 'SENR 2022-23.txt';
const MARK = '\xef\xbb\xbf';

describe('a byte order mark at the start', () => {
  it('is a note, with a repair to choose', async () => {
    const content = MARK + lines(record('SENR'));
    expect(await found('leading-mark', { name: NAME, content })).toEqual([
      { ruleId: 'leading-mark', level: 'note', words: ['finding_leading_mark'], fix: 'repair' },
    ]);
  });

  it("is a note without a repair in a person's own zip", async () => {
    const text = MARK + lines(record('SENR'));
    const content = zipOf([{ name: NAME, text }]);
    const [finding] = await found('leading-mark', { name: 'SENR 2022-23.zip', content });
    expect(finding?.level).toBe('note');
    expect(finding?.fix).toBeUndefined();
  });

  it('goes with the column names that it is in front of', async () => {
    const content = MARK + lines(headerRow('SENR'), record('SENR'));
    expect(await ruleIds(NAME, content)).toEqual(['header-row']);
  });

  it('is not in a file without one, whatever its encoding', async () => {
    expect(await ruleIds(NAME, lines(record('SENR')))).toEqual([]);
    const wide = new Uint8Array(Buffer.from(`\uFEFF${lines(record('SENR'))}`, 'utf16le'));
    expect(await ruleIds(NAME, wide)).toEqual(['wide-encoding']);
  });
});
