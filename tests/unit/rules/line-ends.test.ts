import { describe, expect, it } from 'vitest';
import { zipOf } from '../../corpus/faults/zip-file.ts';
import { record } from '../support/records.ts';
import { found, ruleIds } from './check.ts';

const NAME = 'SENR 2022-23.txt';
const withEnds = (...ends: readonly string[]) => ends.map((end) => record('SENR') + end).join('');

describe('line ends', () => {
  it.each([
    ['lf', withEnds('\n', '\n')],
    ['lf', withEnds('\n', '')],
    ['cr', withEnds('\r', '\r')],
    ['crcrlf', withEnds('\r\r\n', '\r\r\n')],
    ['mixed', withEnds('\r\n', '\n')],
    ['mixed', withEnds('\r\n', '\r', '\r\n')],
    ['mixed', withEnds('\r\r\n', '\r\n')],
  ] as const)('other than CR LF are a note, with a repair to choose: %s', async (kind, content) => {
    expect(await found('line-ends', { name: NAME, content })).toEqual([
      {
        ruleId: 'line-ends',
        level: 'note',
        kind,
        words: [`finding_line_ends_${kind}`],
        fix: 'repair',
      },
    ]);
    expect(await ruleIds(NAME, content)).toEqual(['line-ends']);
  });

  it.each([withEnds('\r\n', '\r\n'), withEnds('\r\n', ''), withEnds('')])(
    'as CALPADS writes them are no finding',
    async (content) => {
      expect(await ruleIds(NAME, content)).toEqual([]);
    },
  );

  it("are a note without a repair in a person's own zip", async () => {
    const content = zipOf([{ name: NAME, text: withEnds('\n') }]);
    const [finding] = await found('line-ends', { name: 'SENR 2022-23.zip', content });
    expect(finding).toMatchObject({ level: 'note', kind: 'lf' });
    expect(finding?.fix).toBeUndefined();
  });
});
