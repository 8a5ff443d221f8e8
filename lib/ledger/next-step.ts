import { workingDaysBetween } from '../requirements/dates.ts';
import type { Organization } from '../requirements/organization.ts';
import { requiredYears, uploadsItself } from '../requirements/organization.ts';
import type { Checklist, ChecklistCell } from './checklist.ts';
import type { CellPlace } from './events.ts';

/** The one thing to do next. */
export type NextStep =
  | { readonly kind: 'set up' }
  | { readonly kind: 'choose rounds' }
  /** `files` are all that are in doubt. The place is the first one's, here and below. */
  | ({ readonly kind: 'say whether sent'; readonly files: number } & CellPlace)
  | ({ readonly kind: 'look at problem'; readonly files: number } & CellPlace)
  | { readonly kind: 'finish submission'; readonly files: number }
  | ({
      readonly kind: 'send part';
      readonly part: number;
      readonly of: number;
      /** Each part is a file of its own. */
      readonly isFile: boolean;
    } & CellPlace)
  | { readonly kind: 'follow up districts'; readonly open: number }
  /** `files` are all that are missing. They can go in one upload. */
  | ({ readonly kind: 'send'; readonly files: number } & CellPlace)
  | { readonly kind: 'no e-mail yet'; readonly files: number; readonly days: number }
  /** `files` are all that have to be there, whether their counts came already or not. */
  | { readonly kind: 'ask for counts'; readonly files: number }
  | { readonly kind: 'paste reply' }
  | { readonly kind: 'done' };

/** The confirmation e-mail comes "shortly". If it has not come after so many, the help desk is asked. */
export const WORKING_DAYS_FOR_EMAIL = 3;

/** The weakest missing proof, as a step: first doubts, then missing files, then missing proofs. */
export function nextStepOf(
  organization: Organization | undefined,
  { cells }: Checklist,
  today: string,
): NextStep {
  if (!organization) return { kind: 'set up' };
  const unsure = firstOf(cells, 'not sure');
  if (unsure) return { kind: 'say whether sent', ...unsure };
  const problem = firstOf(cells, 'problem');
  if (problem) return { kind: 'look at problem', ...problem };
  const ready = cells.filter(({ status, readyName }) => status === 'ready' && readyName);
  if (ready.length > 0) return { kind: 'finish submission', files: ready.length };
  const begun = cells.find(({ status, sent }) => status === 'ready' && sent?.parts);
  if (begun?.sent?.parts) return nextPart(begun, begun.sent.parts);
  if (!uploadsItself(organization)) {
    const open = organization.districts.filter(({ done }) => !done.includes('uploaded')).length;
    if (open > 0 || organization.districts.length === 0) {
      return { kind: 'follow up districts', open };
    }
    return { kind: 'done' };
  }
  if (requiredYears(organization).length === 0) return { kind: 'choose rounds' };
  const required = cells.filter(({ isRequired }) => isRequired);
  const missing = firstOf(required, 'missing');
  return missing ? { kind: 'send', ...missing } : waitingFor(required, today);
}

/** The first cell with this status, and how many there are. */
function firstOf(
  cells: readonly ChecklistCell[],
  wanted: ChecklistCell['status'],
): (CellPlace & { readonly files: number }) | undefined {
  const found = cells.filter(({ status }) => status === wanted);
  return found[0] && { ...placeIn(found[0]), files: found.length };
}

function nextPart(
  cell: ChecklistCell,
  { of, done, set }: NonNullable<NonNullable<ChecklistCell['sent']>['parts']>,
): NextStep {
  let part = 1;
  while (done.includes(part)) part += 1;
  return { kind: 'send part', ...placeIn(cell), part, of, isFile: set !== undefined };
}

function waitingFor(required: readonly ChecklistCell[], today: string): NextStep {
  const waiting = required.filter(({ status }) => ['sent', 'confirmed by e-mail'].includes(status));
  if (waiting.length === 0) return { kind: 'done' };
  if (waiting.every(({ isAskedAbout }) => isAskedAbout)) return { kind: 'paste reply' };
  const late = waiting.filter(
    ({ status, sent }) => status === 'sent' && sent && isLate(sent.at, today),
  );
  if (late.length > 0) {
    return { kind: 'no e-mail yet', files: late.length, days: WORKING_DAYS_FOR_EMAIL };
  }
  return {
    kind: 'ask for counts',
    files: required.filter(({ status }) => status !== 'no data').length,
  };
}

function isLate(sentAt: number, today: string): boolean {
  return workingDaysBetween(isoDay(sentAt), today) >= WORKING_DAYS_FOR_EMAIL;
}

/** Day of the local calendar. @param at milliseconds since 1970 */
export function isoDay(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function placeIn({ fileType, schoolYear }: CellPlace): CellPlace {
  return { fileType, schoolYear };
}
