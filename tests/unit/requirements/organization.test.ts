import { describe, expect, it } from 'vitest';
import { FILE_TYPES } from '../../../lib/calpads/file-types.ts';
import { REQUESTED_BY } from '../../../lib/requirements/ods-extracts.ts';
import {
  deadlineOf,
  newOrganization,
  ORGANIZATION_KINDS,
  organizationSchema,
  requiredYears,
  uploadsItself,
} from '../../../lib/requirements/organization.ts';
import { uuid } from '../support/attached-file.ts';
import { organization } from '../support/ledger.ts';

describe('what an organization must report', () => {
  it.each([
    ['the years of its rounds', { rounds: [4, 5] }, ['2021-22', '2022-23']],
    ['nothing without rounds', { rounds: [] }, []],
    ['years of its own beside them', { addedYears: ['2017-18'] }, ['2017-18', '2022-23']],
    ['years of its own alone', { rounds: [], addedYears: ['2023-24'] }, ['2023-24']],
    ['each year once', { addedYears: ['2022-23'] }, ['2022-23']],
    ['no year that it removed', { rounds: [4], removedYears: ['2022-23'] }, ['2021-22']],
    [
      'no year that it added and removed',
      { addedYears: ['2017-18'], removedYears: ['2017-18'] },
      ['2022-23'],
    ],
    ['the years of its cycle', { cycle: 2024, rounds: [6] }, ['2023-24']],
  ] as const)('is %s', (_what, other, years) => {
    expect(requiredYears(organization(other))).toEqual(years);
  });

  it("is due at the cycle's deadline, or at its own", () => {
    expect(deadlineOf(organization())).toBe('2023-11-01');
    expect(deadlineOf(organization({ cycle: 2025 }))).toBe('2025-11-01');
    expect(deadlineOf(organization({ deadline: '2023-10-15' }))).toBe('2023-10-15');
  });
});

describe('an organization', () => {
  it('uploads itself when it keeps records, and not otherwise', () => {
    const kinds = ORGANIZATION_KINDS.filter((kind) => uploadsItself(organization({ kind })));
    expect(kinds).toEqual(['keeps records']);
  });

  it('that is new asks for all seven types and has no rounds yet', () => {
    const one = newOrganization(uuid(1), 2025);
    expect(one).toMatchObject({ cycle: 2025, rounds: [], fileTypes: FILE_TYPES });
    expect(organizationSchema.parse(one)).toEqual(one);
  });
});

describe('the extracts', () => {
  it('are requested for one academic year, or by date', () => {
    const byYear = FILE_TYPES.filter((type) => REQUESTED_BY[type] === 'academic year');
    expect(byYear).toEqual(['CRSC', 'SCSC', 'SCTE']);
  });
});
