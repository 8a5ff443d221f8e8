import { FILE_TYPES } from '../calpads/file-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import { bySchoolYear } from '../calpads/school-year.ts';
import { fileTypeSchema, leaCodeSchema, schoolYearSchema } from '../validation/calpads-schemas.ts';
import { z } from '../validation/z.ts';
import { CYCLE_2023, cycleOf, roundsOf, yearsToReport } from './reporting-cycle.ts';
import { STEPS } from './six-steps.ts';

/** Who has which duty (2023 upload webinar, "Who is required to submit the data?"). */
export const ORGANIZATION_KINDS = ['keeps records', 'keeps no records', 'ROC/P'] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

export const MOU_STATES = ['not checked', 'none', 'waiting for signature', 'in place'] as const;
export type MouState = (typeof MOU_STATES)[number];

/** What to do about a district that uploads for an organization without records of its own. */
export const DISTRICT_TASKS = ['TAP notified', 'district notified', 'MOU', 'uploaded'] as const;
export type DistrictTask = (typeof DISTRICT_TASKS)[number];

const shortText = z.string().trim().max(120);

/** A district that uploads on behalf of an organization, and whom to write to there. */
export const districtSchema = z
  .object({
    id: z.uuid(),
    name: shortText,
    /** A name, an e-mail address or both, as the user typed it. */
    contact: z.string().trim().max(200),
    done: z.array(z.enum(DISTRICT_TASKS)).max(DISTRICT_TASKS.length).readonly(),
  })
  .readonly();
export type UploadingDistrict = z.infer<typeof districtSchema>;

export const MOST_DISTRICTS = 200;

/** An organization that holds K12 SWP grants, and what it has to report. */
export const organizationSchema = z
  .object({
    id: z.uuid(),
    name: shortText,
    reportingLea: leaCodeSchema.optional(),
    kind: z.enum(ORGANIZATION_KINDS),
    /** The calendar year of the deadline it works towards. */
    cycle: z.int().min(2023).max(2099),
    rounds: z.array(z.int().min(1).max(80)).max(80).readonly(),
    /** The user's own changes to what the cycle says. */
    addedYears: z.array(schoolYearSchema).max(40).readonly(),
    removedYears: z.array(schoolYearSchema).max(40).readonly(),
    fileTypes: z.array(fileTypeSchema).max(FILE_TYPES.length).readonly(),
    /** The cycle's own when absent. */
    deadline: z.iso.date().optional(),
    mou: z.object({ state: z.enum(MOU_STATES), date: z.iso.date().optional() }).readonly(),
    stepsDone: z.array(z.enum(STEPS)).max(STEPS.length).readonly(),
    districts: z.array(districtSchema).max(MOST_DISTRICTS).readonly(),
  })
  .readonly();
export type Organization = z.infer<typeof organizationSchema>;

export function newOrganization(id: string, cycle: number): Organization {
  return {
    id,
    name: '',
    kind: 'keeps records',
    cycle,
    rounds: [],
    addedYears: [],
    removedYears: [],
    fileTypes: FILE_TYPES,
    mou: { state: 'not checked' },
    stepsDone: [],
    districts: [],
  };
}

/** The school years it must report, oldest first: its rounds' years with the user's own changes. */
export function requiredYears(
  organization: Pick<Organization, 'cycle' | 'rounds' | 'addedYears' | 'removedYears'>,
): SchoolYear[] {
  const { cycle, rounds, addedYears, removedYears } = organization;
  const years = new Set([...yearsToReport(cycleOf(cycle), rounds), ...addedYears]);
  return [...years].filter((year) => !removedYears.includes(year)).toSorted(bySchoolYear);
}

/** Before an organization is set up: all years of the one table that is published. */
export function yearsOfChecklist(organization: Organization | undefined): SchoolYear[] {
  if (organization) return requiredYears(organization);
  return yearsToReport(CYCLE_2023, roundsOf(CYCLE_2023));
}

export function deadlineOf({ cycle, deadline }: Organization): string {
  return deadline ?? cycleOf(cycle).deadline;
}

/** An organization without records of its own uploads nothing itself: its districts do. */
export function uploadsItself({ kind }: Organization): boolean {
  return kind === 'keeps records';
}
