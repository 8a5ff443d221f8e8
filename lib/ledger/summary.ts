import type { FileType } from '../calpads/file-types.ts';
import type { Organization } from '../requirements/organization.ts';
import { fileTypeSchema, schoolYearSchema } from '../validation/calpads-schemas.ts';
import { z } from '../validation/z.ts';
import { CELL_STATUSES } from './cells.ts';
import type { Checklist } from './checklist.ts';
import { checklistOf, statusCounts } from './checklist.ts';
import type { LedgerEvent } from './events.ts';
import type { NextStep } from './next-step.ts';
import { nextStepOf } from './next-step.ts';

const place = { fileType: fileTypeSchema, schoolYear: schoolYearSchema };
const some = z.int().positive();

const nextStepSchema: z.ZodType<NextStep> = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['set up', 'choose rounds', 'paste reply', 'done']) }),
  z.object({
    kind: z.enum(['say whether sent', 'look at problem', 'send']),
    files: some,
    ...place,
  }),
  z.object({ kind: z.enum(['finish submission', 'ask for counts']), files: some }),
  z.object({ kind: z.literal('send part'), part: some, of: some, isFile: z.boolean(), ...place }),
  z.object({ kind: z.literal('follow up districts'), open: z.int().nonnegative() }),
  z.object({ kind: z.literal('no e-mail yet'), files: some, days: some }),
]);

/**
 * One organization's checklist in a few figures. It is a hundred times smaller than the events, so
 * hundreds of organizations fit into one table.
 */
export const organizationSummarySchema = z
  .object({
    /** The id of the organization. */
    organization: z.uuid(),
    /** ISO date. The next step is the one on that day. */
    day: z.iso.date(),
    /** How many files have each status, as in the bar of the checklist. */
    counts: z.array(z.object({ status: z.enum(CELL_STATUSES), count: some })).readonly(),
    /** The required files that are not sent, by school year, oldest first. */
    open: z
      .array(
        z.object({ schoolYear: schoolYearSchema, fileTypes: z.array(fileTypeSchema).readonly() }),
      )
      .readonly(),
    next: nextStepSchema,
  })
  .readonly();
export type OrganizationSummary = z.infer<typeof organizationSummarySchema>;

/**
 * @param events of this organization, in any order
 * @param day ISO date
 */
export function summaryOf(
  organization: Organization,
  events: readonly LedgerEvent[],
  day: string,
): OrganizationSummary {
  const checklist = checklistOf(organization, events);
  return {
    organization: organization.id,
    day,
    counts: statusCounts(checklist.cells),
    open: openFiles(checklist),
    next: nextStepOf(organization, checklist, day),
  };
}

function openFiles({ years, cells }: Checklist): OrganizationSummary['open'] {
  return years.flatMap((schoolYear) => {
    const fileTypes = cells
      .filter((cell) => cell.schoolYear === schoolYear && cell.isRequired)
      .filter(({ status }) => status === 'missing' || status === 'ready')
      .map(({ fileType }): FileType => fileType);
    return fileTypes.length > 0 ? [{ schoolYear, fileTypes }] : [];
  });
}

/** Only a step that waits for the confirmation e-mail changes with the days. */
export function isOfDay(summary: OrganizationSummary, day: string): boolean {
  return summary.day === day || !['ask for counts', 'no e-mail yet'].includes(summary.next.kind);
}
