import { describe, expect, it } from 'vitest';
import { lines, record } from '../support/records.ts';
import type { Chosen } from './check.ts';
import { findingsOf } from './check.ts';

const content = lines(record('SENR'), record('SENR'));
const of = (name: string): Chosen => ({ name, content });

/** This rule's words about each file, in the order of choice. Undefined means no finding. */
async function wordsOf(...chosen: readonly Chosen[]) {
  const findings = await findingsOf(...chosen);
  return findings.map(
    (list) => list.find(({ ruleId }) => ruleId === 'same-content-other-label')?.words,
  );
}

describe('the same bytes under two labels', () => {
  it("are one year's download about to go out twice, so both are blocked without a fix", async () => {
    const findings = await findingsOf(of('SENR 2021-22.txt'), of('SENR 2022-23.txt'));
    const about = (twin: string) => ({
      ruleId: 'same-content-other-label',
      level: 'block',
      words: ['finding_same_content_other_label', twin],
    });
    expect(findings[0]).toContainEqual(about('SENR 2022-23.txt'));
    expect(findings[1]).toContainEqual(about('SENR 2021-22.txt'));
  });

  it('are also blocked under two types, whatever the records prove', async () => {
    expect(await wordsOf(of('SENR 2022-23.txt'), of('SELA 2022-23.txt'))).toEqual([
      ['finding_same_content_other_label', 'SELA 2022-23.txt'],
      ['finding_same_content_other_label', 'SENR 2022-23.txt'],
    ]);
  });

  it('are found across other files between them', async () => {
    const between = { name: 'SINF 2022-23.txt', content: lines(record('SINF')) };
    const words = await wordsOf(of('SENR 2021-22.txt'), between, of('SENR 2022-23.txt'));
    expect(words.map((each) => each !== undefined)).toEqual([true, false, true]);
  });

  it('get the year that the person chose if the name gives none', async () => {
    const chosen = { ...of('download.txt'), chosenYear: '2021-22' } as const;
    expect(await wordsOf(of('SENR 2022-23.txt'), { ...chosen, chosenYear: '2022-23' })).toEqual([
      undefined,
      undefined,
    ]);
    const words = await wordsOf(of('SENR 2022-23.txt'), chosen);
    expect(words).not.toContain(undefined);
  });

  it.each([
    ['under one label', of('SENR 2022-23.txt'), of('senr 2022-23.txt')],
    ['under one label in either order', of('SENR 2022-23.txt'), of('2022-23 SENR.txt')],
    ['that differ', of('SENR 2022-23.txt'), { ...of('SENR 2021-22.txt'), content: `${content} ` }],
    [
      'without data',
      { name: 'SENR 2022-23.txt', content: '' },
      { name: 'SENR 2021-22.txt', content: '' },
    ],
  ])('are not two files %s', async (_what, first, second) => {
    expect(await wordsOf(first, second)).toEqual([undefined, undefined]);
  });
});
