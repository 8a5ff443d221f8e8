import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILE_TYPES } from '../../../lib/calpads/file-types.ts';
import type { SchoolYear } from '../../../lib/calpads/school-year.ts';
import { inOrderOfPlaces, placeOf } from '../../../lib/session/row-place.ts';
import { going, held, row } from '../support/file-rows.ts';

const YEARS: readonly SchoolYear[] = ['2009-10', '2021-22', '2022-23'];

const anyRow = fc.oneof(
  fc.tuple(fc.constantFrom(...FILE_TYPES), fc.constantFrom(...YEARS)).map((at) => going(...at)),
  fc.constantFrom('SENR 2021-22.txt', 'SINF.txt', 'notes.txt').map((name) => held(name)),
);

describe('the order of files', () => {
  it('is by school year, then by type as the program lists them', () => {
    const senr = going('SENR', '2022-23');
    const crsc = going('CRSC', '2022-23', 'rename');
    const old = going('SPRG', '2021-22');
    expect(inOrderOfPlaces([senr, crsc, old])).toEqual([old, crsc, senr]);
  });

  it('places a file that cannot go by its name, and one that nobody knows last', () => {
    const unknown = held('notes.txt');
    const wrong = held('SPRG 2021-22.txt', { fileType: 'SENR', schoolYears: [['2022-23', 9]] });
    const unchecked = row('SINF 2022-23.txt');
    const ready = going('SENR', '2022-23');
    expect(inOrderOfPlaces([unknown, unchecked, ready, wrong])).toEqual([
      wrong,
      ready,
      unchecked,
      unknown,
    ]);
  });

  it('keeps every file once, and files of one place as they came', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 40 }), (rows) => {
        const sorted = inOrderOfPlaces(rows);
        expect(sorted.map(({ id }) => id).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
        for (const one of sorted) {
          const isAlike = (other: typeof one) =>
            JSON.stringify(placeOf(other)) === JSON.stringify(placeOf(one));
          expect(sorted.filter(isAlike)).toEqual(rows.filter(isAlike));
        }
        const years = sorted.map((one) => placeOf(one)?.schoolYear ?? '9999');
        expect(years).toEqual(years.toSorted());
      }),
    );
  });
});
