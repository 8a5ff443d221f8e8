import type { FileType } from '../calpads/file-types.ts';
import type { SchoolYear } from '../calpads/school-year.ts';
import { shownText } from '../words/shown-text.ts';
import { emailIn, HELP_DESK_ADDRESS } from './letters.ts';
import type { Organization } from './organization.ts';
import { deadlineOf, requiredYears, uploadsItself } from './organization.ts';
import { isSameName } from './same-name.ts';

/** What one organization still has to do. */
export interface Reminder {
  readonly organization: Organization;
  /** The files that are not sent, by school year. */
  readonly open: readonly {
    readonly schoolYear: SchoolYear;
    readonly fileTypes: readonly FileType[];
  }[];
  /** Files that someone has to look at. */
  readonly problems: number;
}

export const REMINDER_SUBJECT = 'K12 SWP required data: what is still open';

/** One letter to all that are behind, with a section for each. In English, as all letters are. */
export function reminderText(reminders: readonly Reminder[]): string {
  const intro = [
    'K12 SWP grants require CALPADS data in Cal-PASS Plus. For the organizations below something is still open.',
    'Missing files could cost eligibility for future K12 SWP grants.',
    `The help desk answers questions: ${HELP_DESK_ADDRESS}, (916) 498-8980.`,
  ].join('\n');
  return [intro, ...reminders.map(section)].join('\n\n');
}

function section(reminder: Reminder): string {
  const { organization, problems } = reminder;
  return [
    `${shownText(organization.name)} (deadline ${deadlineOf(organization)})`,
    ...(uploadsItself(organization) ? openFiles(reminder) : openDistricts(organization)),
    ...(problems > 0 ? [`Files to check with the help desk: ${problems}`] : []),
  ].join('\n');
}

function openFiles({ organization, open }: Reminder): string[] {
  if (requiredYears(organization).length === 0) return ['- Tell us your funding rounds.'];
  const lines = open.map(({ schoolYear, fileTypes }) => `- ${schoolYear}: ${fileTypes.join(', ')}`);
  return lines.length > 0 ? ['Files to upload:', ...lines] : [];
}

function openDistricts(organization: Organization): string[] {
  if (organization.districts.length === 0) return ['- List the districts that upload for you.'];
  const lines = notUploaded(organization).map(({ name }) => `- ${shownText(name)}`);
  return lines.length > 0 ? ['Districts that have not uploaded yet:', ...lines] : [];
}

/**
 * The e-mail addresses that are known, each once. Only the lists of districts have addresses: the
 * addresses of districts that have not uploaded, and of districts with the organization's name.
 * @param all every organization, because any of them may list a district
 */
export function reminderAddresses(
  reminders: readonly Reminder[],
  all: readonly Organization[],
): string[] {
  const listed = all.flatMap(({ districts }) => districts);
  const found = reminders.flatMap(({ organization }) => [
    ...(uploadsItself(organization) ? [] : notUploaded(organization)),
    ...listed.filter(({ name }) => isSameName(name, organization.name)),
  ]);
  return [...new Set(found.map(({ contact }) => emailIn(contact)).filter(Boolean))];
}

function notUploaded({ districts }: Organization): Organization['districts'] {
  return districts.filter(({ done }) => !done.includes('uploaded'));
}
