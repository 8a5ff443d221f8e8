import { describe, expect, it } from 'vitest';
import { partInName } from '../../../lib/calpads/part-in-name.ts';

describe('the part that a name says', () => {
  it.each([
    ['SCSC 2022-23 part 1', 1, undefined],
    ['SCSC 2022-23 Part2', 2, undefined],
    ['SCSC_2022-23_part_1_of_2', 1, 2],
    ['SCSC 2022-23 (part 3 of 12)', 3, 12],
    ['SCSC 2022-23 pt. 2', 2, undefined],
    ['part 1 SCSC 2022-23', 1, undefined],
    ['SCSC 2022-23 parte 1 de 2', 1, 2],
    ['SCSC 2022-23 (1 of 2)', 1, 2],
    ['SCSC 2022-23 2of3', 2, 3],
    ['2 of 3 SCSC', 2, 3],
    ['SCSC 2022-23 part 2 (1)', 2, undefined],
    ['SCSC 2022-23 part 20', 20, undefined],
  ])('is in words: %s', (stem, number, of) => {
    expect(partInName(stem)).toEqual({ number, ...(of && { of }), by: 'words' });
  });

  it.each([
    ['SCSC_2', 2],
    ['scsc_9', 9],
    ['SCSC 2022-23_1', 1],
  ])('is a number at its end: %s', (stem, number) => {
    expect(partInName(stem)).toEqual({ number, by: 'number' });
  });

  it.each([
    'SCSC 2022-23',
    'SCSC 2022-23 (2)', // a second download
    'SCSC-2', // a second download on a Mac
    'SCSC 2', // a copy on a Mac
    'SCSC_21_22',
    'SCSC_2022_23',
    'SCSC_2023_10_1', // a date
    'SCSC_8812731',
    'SCSC_0',
    'SENR 2022-23 of 2023-10',
    'apart 2',
    'department 4',
    'part of SCSC 2022-23',
    'part 2022-23',
    'part 0',
    'part 3 of 2',
    'part 1 of 1',
    'part 21',
  ])('is in no name like %s', (stem) => {
    expect(partInName(stem)).toBeUndefined();
  });
});
