import { FILE_TYPES } from '../../lib/calpads/file-types.ts';
import { schoolYearFrom } from '../../lib/calpads/school-year.ts';
import type { LedgerEvent } from '../../lib/ledger/events.ts';
import { newOrganization } from '../../lib/requirements/organization.ts';

const FIRST_YEAR = 2018;
const YEARS = 10;
const BEGUN = Date.parse('2026-09-01T08:00:00Z');

/**
 * The history of a service center that has kept the checklists of its organizations for 10 years:
 * 281 events for each.
 * @param first number of the first of them
 */
export function fullLedger(organizations: number, first = 1): LedgerEvent[] {
  let count = 0;
  const stamp = (organization: string) => {
    count += 1;
    return { id: crypto.randomUUID(), at: BEGUN + count * 1000, organization, version: '0.1.0' };
  };
  const years = Array.from({ length: YEARS }, (_, index) => schoolYearFrom(FIRST_YEAR + index));
  return Array.from({ length: organizations }, (_, index) => {
    const id = crypto.randomUUID();
    const saved = {
      ...newOrganization(id, 2027),
      name: `District ${first + index}`,
      addedYears: years,
    };
    const setUp: LedgerEvent = {
      ...stamp(id),
      kind: 'organization-saved',
      organization: id,
      saved,
    };
    const cells = years.flatMap((schoolYear) =>
      FILE_TYPES.flatMap((fileType): LedgerEvent[] => {
        const submission = crypto.randomUUID();
        const rows = 1000 + count;
        const file = {
          fileType,
          schoolYear,
          reportingLea: '0199901',
          name: `${fileType} ${schoolYear}.txt`,
          rows,
          sourceBytes: rows * 140,
          attachedBytes: rows * 140,
          contentHash: 'a'.repeat(64),
          attachedSha256: 'b'.repeat(64),
        };
        return [
          { ...stamp(id), kind: 'attached', submission, file },
          { ...stamp(id), kind: 'submitted', submission, file },
          { ...stamp(id), kind: 'confirmed-on-page', submission, file },
          { ...stamp(id), kind: 'counts-received', fileType, schoolYear, rows, reply: submission },
        ];
      }),
    );
    return [setUp, ...cells];
  }).flat();
}
