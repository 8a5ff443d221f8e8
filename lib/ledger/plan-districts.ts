import { leaCodeError } from '../requirements/lea-code.ts';
import type { Organization, UploadingDistrict } from '../requirements/organization.ts';
import {
  districtSchema,
  MOST_DISTRICTS,
  newOrganization,
  organizationSchema,
} from '../requirements/organization.ts';
import { readRound } from '../requirements/rounds.ts';
import { isSameName } from '../requirements/same-name.ts';
import type { Words } from '../words/words.ts';
import type { PastedDistrict } from './pasted-districts.ts';
import { readDistricts } from './pasted-districts.ts';

/** What becomes of one pasted row. */
export type PlannedRow<Made> = Pick<PastedDistrict, 'line' | 'name'> &
  (
    | { readonly kind: 'new'; readonly made: Made }
    /** It is here already, or twice in the table. What is here stays as it is. */
    | { readonly kind: 'known' }
    | { readonly kind: 'refused'; readonly why: Words }
  );

/** What a pasted table of districts would add, to be seen before it is added. */
export type DistrictsPlan<Made> =
  | { readonly kind: 'refused'; readonly why: Words }
  | {
      readonly kind: 'read';
      readonly rows: readonly PlannedRow<Made>[];
      /** Names of columns that do not count. */
      readonly ignored: readonly string[];
    };

/** Anything with a name: the two kinds of things that a table of districts can become. */
interface Named {
  readonly name: string;
}

/** Takes each row as a district that uploads for an organization: its name and its contact. */
export function planDistricts(
  text: string,
  here: readonly UploadingDistrict[],
  newId: () => string,
): DistrictsPlan<UploadingDistrict> {
  return plan(text, here, ({ name, contact }, known) => {
    if (known.length >= MOST_DISTRICTS) return ['paste_rows_full', { count: MOST_DISTRICTS }];
    const district = districtSchema.safeParse({ id: newId(), name, contact, done: [] });
    return district.success ? district.data : ['paste_rows_long'];
  });
}

/**
 * Takes each row as an organization with a checklist of its own: its name, LEA code and rounds.
 * @param cycle the calendar year of the deadline that they work towards
 */
export function planOrganizations(
  text: string,
  here: readonly Organization[],
  cycle: number,
  newId: () => string,
): DistrictsPlan<Organization> {
  return plan(text, here, ({ name, lea, rounds }, known) => {
    const code = plainCode(lea);
    const wrongCode = leaCodeError(code, known);
    if (wrongCode) return wrongCode;
    const read = readRounds(rounds);
    if ('why' in read) return read.why;
    const organization = organizationSchema.safeParse({
      ...newOrganization(newId(), cycle),
      name,
      ...(code && { reportingLea: code }),
      rounds: read.rounds,
    });
    return organization.success ? organization.data : ['paste_rows_long'];
  });
}

function plan<Made extends Named>(
  text: string,
  here: readonly Made[],
  make: (row: PastedDistrict, known: readonly Made[]) => Made | Words,
): DistrictsPlan<Made> {
  const pasted = readDistricts(text);
  if (!pasted) return { kind: 'refused', why: ['paste_rows_too_many'] };
  if (pasted.rows.length === 0) return { kind: 'refused', why: ['paste_rows_none'] };
  const known = [...here];
  const rows = pasted.rows.map((row): PlannedRow<Made> => {
    const { line, name } = row;
    if (name === '') return { line, name, kind: 'refused', why: ['paste_rows_no_name'] };
    if (known.some((one) => isSameName(one.name, name))) return { line, name, kind: 'known' };
    const made = make(row, known);
    if (isWords(made)) return { line, name, kind: 'refused', why: made };
    known.push(made);
    return { line, name, kind: 'new', made };
  });
  return { kind: 'read', rows, ignored: pasted.ignored };
}

function isWords(made: Named | Words): made is Words {
  return Array.isArray(made);
}

/** The things that the plan would add. */
export function newOnes<Made>(rows: readonly PlannedRow<Made>[]): Made[] {
  return rows.flatMap((row) => (row.kind === 'new' ? [row.made] : []));
}

/**
 * Without the blanks and hyphens that lists put into it. A district's CDS code is its LEA code with
 * seven zeros for the school (California School Directory).
 */
function plainCode(lea: string): string {
  const code = lea.replaceAll(/[\s-]/g, '');
  return /^\d{7}0{7}$/.test(code) ? code.slice(0, 7) : code;
}

/** `1, 3 and 5`. A range such as `1-3` is not read: it may be a date that a spreadsheet made. */
function readRounds(text: string): { readonly rounds: number[] } | { readonly why: Words } {
  const rounds = new Set<number>();
  for (const word of text.split(/[\s,;&/]+/).filter(isNoFiller)) {
    const round = readRound(word);
    if (typeof round !== 'number') return { why: round };
    rounds.add(round);
  }
  return { rounds: [...rounds].toSorted((a, b) => a - b) };
}

function isNoFiller(word: string): boolean {
  return word !== '' && !/^(?:rounds?|rondas?|and|y)$/i.test(word);
}
