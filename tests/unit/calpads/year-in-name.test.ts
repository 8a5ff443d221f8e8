import { describe, expect, it } from 'vitest';
import { yearInName } from '../../../lib/calpads/year-in-name.ts';

describe('a school year in a name', () => {
  it.each([
    ['SENR 2022-23', '2022-23'],
    ['SENR 2022-2023', '2022-23'],
    ['SENR20222023', '2022-23'],
    ['SENR 202223', '2022-23'],
    ['SCSC 2021 to 2022', '2021-22'],
    ['SCSC_2021_to_2022', '2021-22'],
    ['SCSC 2021-TO-22', '2021-22'],
    ['SCSC 2021 thru 2022', '2021-22'],
    ['SCSC 2021/22', '2021-22'],
    ['SCSC 2021.2022', '2021-22'],
    ["SCSC '21-'22", '2021-22'],
    ['SCSC_21_22', '2021-22'],
    ['SCSC 21/22', '2021-22'],
    ['SCSC21-22', '2021-22'],
    ['SCSC 21 to 22', '2021-22'],
    ['SCSC_21_22_8812731', '2021-22'],
    ['8812731_21_22_SCSC', '2021-22'],
    ['SCSC_21_22_1', '2021-22'],
    ['FY21-22 SCSC', '2021-22'],
    ['FY2021-22 SCSC', '2021-22'],
    ['SENR 2010-11', '2010-11'],
    ['SENR 2010-11-8812731', '2010-11'],
    ['SENR 2010-11 05', '2010-11'],
    ['SENR 2022-23-05', '2022-23'],
    ['SENR 2022\uFF0D23', '2022-23'],
    ['SENR 2099-00', '2099-00'],
    ['SENR 10-11 11-12 2022-23', '2022-23'],
    ['SENR 2022-23 10-11', '2022-23'],
    ['SENR 2022-23 FY22', '2022-23'],
    ['SENR 2022-23 of 2023-10', '2022-23'],
  ])('is sure: %s', (stem, schoolYear) => {
    expect(yearInName(stem)).toEqual({ schoolYear, trust: 'sure' });
  });

  it.each([
    ['SENR 10-11', '2010-11'],
    ['grades 11-12', '2011-12'],
    ['SENR 9-10 11-12', '2011-12'],
    ['SENR 09_10', '2009-10'],
    ['SCSC2122', '2021-22'],
    ['SCSC 1718', '2017-18'],
    ['SCSC 21 22', '2021-22'],
    ['SCSC FY22', '2021-22'],
    ['SCSC fy_2022', '2021-22'],
    ['SY22 SCSC', '2021-22'],
    ["SCSC AY'22", '2021-22'],
  ])('is a guess: %s', (stem, schoolYear) => {
    expect(yearInName(stem)).toEqual({ schoolYear, trust: 'guess' });
  });

  it.each([
    ['nothing', ''],
    ['two years', 'SENR 2021-22 and 2022-23'],
    ['two guesses', 'SENR 10-11 FY22'],
    ['years that are not consecutive', 'SENR 2018 to 2023'],
    ['one year', 'SENR 2022'],
    ['one year that reads like two', 'SENR 2021'],
    ['a date', 'SENR 2010-11-05'],
    ['a date with underscores', 'SENR 2023_09_10'],
    ['a date, month first', 'SENR 10-11-2023'],
    ['a date, month first, in short', 'SENR 10.11.23'],
    ['a date without hyphens', 'SENR 20230910'],
    ['a day and a time', 'SENR 20230926_1718'],
    ['a job number', 'SENR_8812731'],
    ['part of a job number', 'SENR_212299'],
    ['a word that ends in fy', 'Crucify22'],
    ['a fiscal year of the last century', 'SENR FY00'],
    ['a number after a fiscal year word', 'SENR FY221'],
    ['a date with full years on both sides', 'SENR 2022-10-11-2023'],
    ['a part of a date, year last', 'SENR 5-10-11'],
    ['a word between', 'SENR 2021 or 2022'],
  ])('is not in %s', (_what, stem) => {
    expect(yearInName(stem)).toBeUndefined();
  });
});
