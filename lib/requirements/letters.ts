import type { SchoolYear } from '../calpads/school-year.ts';
import { shownText } from '../words/shown-text.ts';
import type { Organization, UploadingDistrict } from './organization.ts';
import { deadlineOf, requiredYears } from './organization.ts';

/**
 * A mail ready to send. Letters are in English whatever the assistant's language is: their readers
 * are the program's agencies and school districts of California.
 */
export interface Letter {
  /** Empty when only the user knows the address. */
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

export const HELP_DESK_ADDRESS = 'help@calpassplus.org';

/** The help desk's own wording (2023 upload webinar, "Step 4"). */
export function inquiryLetter(organization: string, years: readonly SchoolYear[]): Letter {
  const name = shownText(organization);
  return {
    to: HELP_DESK_ADDRESS,
    subject: `K12 SWP Required Data Inquiry for ${name}`,
    body: `Dear Cal-PASS Plus: Please send a summary of K12 SWP required data files you have received for ${name} for school years ${yearList(years)}.`,
  };
}

/** Tells the K-14 Technical Assistance Provider who uploads for the organization. */
export function tapLetter(organization: Organization): Letter {
  const districts = organization.districts.map(({ name, contact }) =>
    [`- ${shownText(name)}`, contact && `(contact: ${shownText(contact)})`]
      .filter(Boolean)
      .join(' '),
  );
  const name = shownText(organization.name);
  return {
    to: '',
    subject: `K12 SWP required data: districts that upload for ${name}`,
    body: [
      `${name} does not keep CALPADS student records for its K12 SWP grants itself.`,
      'These districts will upload the required data to Cal-PASS Plus on our behalf:',
      ...districts,
      `School years: ${yearList(requiredYears(organization))}. Deadline: ${deadlineOf(organization)}.`,
    ].join('\n'),
  };
}

/** Tells a district about its duty, the MOU, and what is at risk. */
export function districtLetter(organization: Organization, district: UploadingDistrict): Letter {
  const types = organization.fileTypes.join(', ');
  const name = shownText(organization.name);
  return {
    to: emailIn(district.contact),
    subject: `K12 SWP required data for ${name}: upload to Cal-PASS Plus by ${deadlineOf(organization)}`,
    body: [
      `${shownText(district.name)} keeps the CALPADS student records of a program that is funded by a K12 SWP grant of ${name}.`,
      'The grant requires this data in Cal-PASS Plus. Missing files could cost us eligibility for future K12 SWP grants.',
      '1. Check on calpassplus.org that your district has a Cal-PASS Plus MOU. An authorized signer has to sign it, and validate the e-mail address used.',
      `2. Upload the CALPADS ODS extracts ${types} for school years ${yearList(requiredYears(organization))} by ${deadlineOf(organization)}.`,
      `3. Tell us when it is done. The help desk answers questions: ${HELP_DESK_ADDRESS}, (916) 498-8980.`,
    ].join('\n'),
  };
}

/** As an address that a mail program opens. */
export function mailtoAddress({ to, subject, body }: Letter): string {
  const lines = body.replaceAll('\n', '\r\n'); // RFC 6068, section 5
  return `mailto:${encodeURIComponent(to).replaceAll('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`;
}

/** `2018-19, 19-20, 20-21 and 21-22`: the first in full, the others short, as the help desk writes them. */
export function yearList(years: readonly SchoolYear[]): string {
  const words = years.map((year, index) => (index === 0 ? year : year.slice(2)));
  const last = words.at(-1);
  if (!last || words.length === 1) return last ?? '';
  return `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** The first e-mail address in a text; empty if it has none. */
export function emailIn(contact: string): string {
  return /[^\s<>;,()]+@[^\s<>;,()]+/.exec(contact)?.[0] ?? '';
}
