import { describe, expect, it } from 'vitest';
import { readFileName } from '../../../lib/calpads/file-label.ts';
import { yearsToChoose } from '../../../lib/rules/years-to-choose.ts';
import { factsOf } from '../support/facts.ts';

const without = { oddities: { 'no school year': { count: 2, firstLines: [1, 2] } } };
const both = { schoolYears: { '2021-22': 5, '2022-23': 5 } };
const choose = (name: string, other: Parameters<typeof factsOf>[2]) =>
  yearsToChoose({ reading: readFileName(name), records: factsOf('SENR', '2022-23', other) });

describe('the years to choose from', () => {
  it('are those of the records, newest first', () => {
    expect(choose('SENR 2018-19.txt', both)).toEqual(['2022-23', '2021-22']);
  });

  it('have the year of the name if some records have none', () => {
    expect(choose('SCSC 2018-19.txt', { ...both, ...without })).toEqual([
      '2022-23',
      '2021-22',
      '2018-19',
    ]);
    expect(choose('SCSC 10-11.txt', { schoolYears: {}, ...without })).toEqual(['2010-11']);
  });

  it('are none if nothing gives one', () => {
    expect(choose('SCSC.txt', { schoolYears: {}, ...without })).toEqual([]);
    expect(yearsToChoose({ reading: readFileName('SCSC 2018-19.txt') })).toEqual([]);
  });
});
