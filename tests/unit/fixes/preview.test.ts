import { describe, expect, it } from 'vitest';
import type { FilePlan, Step } from '../../../lib/fixes/plan.ts';
import { previewOf } from '../../../lib/fixes/preview.ts';
import { factsOf } from '../support/facts.ts';

const plan = (...steps: readonly Step[]): FilePlan => ({
  kind: 'can go',
  label: { fileType: 'SCSC', schoolYear: '2022-23', order: 'type first' },
  name: 'SCSC 2022-23.zip',
  steps,
});
const bytes = 412_000_000;

describe('the preview', () => {
  it('shows one zip', () => {
    expect(previewOf(plan('rename', 'zip'), { bytes })).toEqual([['change_zip', { bytes }]]);
  });

  it('shows how many zips there are, and about how large they are', () => {
    const known = { bytes, zippedBytes: 84_300_000, parts: 3 };
    expect(previewOf(plan('zip parts'), known)).toEqual([
      ['change_zip_parts', { bytes }, { count: 3 }, { bytes: 28_000_000 }],
    ]);
  });

  it('shows several zips while their number is not known', () => {
    const words = [['change_several_zips', { bytes }]];
    expect(previewOf(plan('zip parts'), { bytes, zippedBytes: 84_300_000 })).toEqual(words);
    expect(previewOf(plan('zip parts'), { bytes, parts: 3 })).toEqual(words);
  });

  it('shows texts before and after the cut', () => {
    const words = (count: number, about: number) => [
      ['change_text_parts', { bytes }, { count }, { bytes: about }],
    ];
    expect(previewOf(plan('text parts'), { bytes })).toEqual(words(42, 10_000_000));
    expect(previewOf(plan('text parts'), { bytes, parts: 43 })).toEqual(words(43, 10_000_000));
  });

  it('shows which lines and marks a copy leaves out, before it is made', () => {
    const facts = factsOf('SCSC', '2022-23', {
      foreignLines: {
        'column names': { count: 1, firstLines: [1] },
        text: { count: 1, firstLines: [2] },
        'query footer': { count: 1, firstLines: [9] },
      },
      surplusLines: [1, 9],
      oddities: { 'mark inside': { count: 1, firstLines: [5] } },
    });
    expect(previewOf(plan('drop'), { bytes, facts })).toEqual([
      ['change_drop_lines', { count: 2 }, { list: ['1', '9'] }],
      ['change_drop_marks', { count: 1 }, { list: ['5'] }],
    ]);
    const onlyMarks = factsOf('SCSC', '2022-23', { oddities: facts.oddities });
    expect(previewOf(plan('drop'), { bytes, facts: onlyMarks })).toHaveLength(1);
    expect(previewOf(plan('drop'), { bytes })).toEqual([]);
  });

  it('shows the repair of line ends', () => {
    expect(previewOf(plan('repair'), { bytes })).toEqual([['change_repair']]);
  });

  it('shows nothing for a file that is held', () => {
    expect(previewOf({ kind: 'held' }, { bytes })).toEqual([]);
  });
});
