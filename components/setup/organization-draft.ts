import type { FileType } from '../../lib/calpads/file-types.ts';
import { FILE_TYPES } from '../../lib/calpads/file-types.ts';
import type { SchoolYear } from '../../lib/calpads/school-year.ts';
import { bySchoolYear } from '../../lib/calpads/school-year.ts';
import { leaCodeError } from '../../lib/requirements/lea-code.ts';
import type { Organization, OrganizationKind } from '../../lib/requirements/organization.ts';
import { requiredYears } from '../../lib/requirements/organization.ts';
import { cycleOf, roundsOf, yearsToReport } from '../../lib/requirements/reporting-cycle.ts';
import type { Words } from '../../lib/words/words.ts';

/** The form of four questions while it is filled in. Text is as typed. */
export interface OrganizationDraft {
  readonly name: string;
  readonly lea: string;
  readonly kind: OrganizationKind;
  readonly cycle: number;
  readonly rounds: readonly number[];
  readonly addedYears: readonly SchoolYear[];
  readonly removedYears: readonly SchoolYear[];
  readonly fileTypes: readonly FileType[];
  /** ISO date; empty for the cycle's own. */
  readonly deadline: string;
}

export function draftOf(organization: Organization): OrganizationDraft {
  const { name, kind, cycle, rounds, addedYears, removedYears, fileTypes } = organization;
  const { reportingLea: lea = '', deadline = '' } = organization;
  return { name, lea, kind, cycle, rounds, addedYears, removedYears, fileTypes, deadline };
}

/** The organization with the form's answers. Its steps, MOU and districts stay. */
export function withDraft(organization: Organization, draft: OrganizationDraft): Organization {
  const { lea, deadline, ...answers } = draft;
  return {
    ...organization,
    ...answers,
    name: draft.name.trim(),
    reportingLea: lea.trim() || undefined,
    deadline: deadline || undefined,
  };
}

export function yearsOf(draft: OrganizationDraft): SchoolYear[] {
  return requiredYears(draft);
}

/** The cycle's years for the chosen rounds and the person's own years, ticked or not. Oldest first. */
export function yearsToOffer({ cycle, rounds, addedYears }: OrganizationDraft): SchoolYear[] {
  const years = new Set([...yearsToReport(cycleOf(cycle), rounds), ...addedYears]);
  return [...years].toSorted(bySchoolYear);
}

/** The rounds of the cycle and those that the person added. */
export function roundsToOffer({ cycle, rounds }: OrganizationDraft): number[] {
  return [...new Set([...roundsOf(cycleOf(cycle)), ...rounds])].toSorted((a, b) => a - b);
}

/** The person's own years and deadline were changes to another cycle's table, so they are dropped. */
export function changeCycle(draft: OrganizationDraft, cycle: number): OrganizationDraft {
  return { ...draft, cycle, addedYears: [], removedYears: [], deadline: '' };
}

export function tick<Item>(items: readonly Item[], item: Item, isTicked: boolean): Item[] {
  const others = items.filter((one) => one !== item);
  return isTicked ? [...others, item] : others;
}

export function addYear(draft: OrganizationDraft, year: SchoolYear): OrganizationDraft {
  return {
    ...draft,
    addedYears: tick(draft.addedYears, year, true),
    removedYears: tick(draft.removedYears, year, false),
  };
}

export function hasOwnChanges(draft: OrganizationDraft): boolean {
  const { addedYears, removedYears, fileTypes, deadline } = draft;
  const changes = addedYears.length + removedYears.length + FILE_TYPES.length - fileTypes.length;
  return changes > 0 || deadline !== '';
}

export function programsOwn(draft: OrganizationDraft): OrganizationDraft {
  return { ...draft, addedYears: [], removedYears: [], fileTypes: FILE_TYPES, deadline: '' };
}

export type DraftErrors = Readonly<
  Partial<Record<'name' | 'lea' | 'rounds' | 'fileTypes' | 'deadline', Words>>
>;

const EARLIEST_DEADLINE = '2018-01-01';
const LATEST_DEADLINE = '2099-12-31';

/**
 * Why the form cannot be saved yet, in words.
 * @param others the other organizations
 */
export function errorsIn(draft: OrganizationDraft, others: readonly Organization[]): DraftErrors {
  const lea = leaCodeError(draft.lea.trim(), others);
  const { deadline } = draft;
  const isOutside = deadline !== '' && (deadline < EARLIEST_DEADLINE || deadline > LATEST_DEADLINE);
  return {
    ...(draft.name.trim() === '' && { name: ['setup_name_missing'] }),
    ...(lea && { lea }),
    ...(yearsOf(draft).length === 0 && { rounds: ['setup_rounds_missing'] }),
    ...(draft.fileTypes.length === 0 && { fileTypes: ['setup_types_missing'] }),
    ...(isOutside && { deadline: ['setup_deadline_outside', deadline] }),
  };
}
