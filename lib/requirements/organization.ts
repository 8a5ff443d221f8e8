import type { FileType } from '../calpads/file-types.ts';
import { FILE_TYPES } from '../calpads/file-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import { bySchoolYear } from '../calpads/school-year.ts';
import { cycleOf, yearsToReport } from './reporting-cycle.ts';
import type { StepId } from './six-steps.ts';

/** Who has which duty (2023 upload webinar, "Who is required to submit the data?"). */
export const ORGANIZATION_KINDS = ['keeps records', 'keeps no records', 'ROC/P'] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

export const MOU_STATES = ['not checked', 'none', 'waiting for signature', 'in place'] as const;
export type MouState = (typeof MOU_STATES)[number];

/** What has to be done about a district that uploads for an organization without records of its own. */
export const DISTRICT_TASKS = ['TAP notified', 'district notified', 'MOU', 'uploaded'] as const;
export type DistrictTask = (typeof DISTRICT_TASKS)[number];

/** A district that uploads on behalf of an organization, and whom to write to there. */
export interface UploadingDistrict {
  readonly id: string;
  readonly name: string;
  /** A name, an e-mail address or both, as the user typed it. */
  readonly contact: string;
  readonly done: readonly DistrictTask[];
}

/** An organization that holds K12 SWP grants, and what it has to report. */
export interface Organization {
  readonly id: string;
  readonly name: string;
  /** 7 digits as text. */
  readonly reportingLea?: string | undefined;
  readonly kind: OrganizationKind;
  /** The calendar year of the deadline it works towards. */
  readonly cycle: number;
  readonly rounds: readonly number[];
  /** The user's own changes to what the cycle says. */
  readonly addedYears: readonly SchoolYear[];
  readonly removedYears: readonly SchoolYear[];
  readonly fileTypes: readonly FileType[];
  /** ISO date; the cycle's own when absent. */
  readonly deadline?: string | undefined;
  readonly mou: { readonly state: MouState; readonly date?: string | undefined };
  readonly stepsDone: readonly StepId[];
  readonly districts: readonly UploadingDistrict[];
}

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

export function deadlineOf({ cycle, deadline }: Organization): string {
  return deadline ?? cycleOf(cycle).deadline;
}

/** An organization without records of its own uploads nothing itself: its districts do. */
export function uploadsItself({ kind }: Organization): boolean {
  return kind === 'keeps records';
}
