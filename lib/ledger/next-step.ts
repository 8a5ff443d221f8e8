import { workingDaysBetween } from '../requirements/dates.ts';
import type { Organization } from '../requirements/organization.ts';
import { requiredYears, uploadsItself } from '../requirements/organization.ts';
import type { Checklist, ChecklistCell } from './checklist.ts';
import type { CellPlace } from './events.ts';

/** The one thing to do next. */
export type NextStep =
  | { readonly kind: 'set up' }
  | { readonly kind: 'choose rounds' }
  | ({ readonly kind: 'say whether sent' } & CellPlace)
  | ({ readonly kind: 'look at problem' } & CellPlace)
  | { readonly kind: 'finish submission'; readonly files: number }
  | ({
      readonly kind: 'send part';
      readonly part: number;
      readonly of: number;
      /** Each part is a file of its own. */
      readonly isFile: boolean;
    } & CellPlace)
  | { readonly kind: 'follow up districts'; readonly open: number }
  | ({ readonly kind: 'send'; readonly more: number } & CellPlace)
  | { readonly kind: 'no e-mail yet'; readonly files: number; readonly days: number }
  | { readonly kind: 'ask for counts' }
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
  const first = (...statuses: readonly ChecklistCell['status'][]) =>
    cells.find(({ status }) => statuses.includes(status));
  const unsure = first('not sure');
  if (unsure) return { kind: 'say whether sent', ...placeIn(unsure) };
  const problem = first('problem');
  if (problem) return { kind: 'look at problem', ...placeIn(problem) };
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
  const [missing, ...more] = required.filter(({ status }) => status === 'missing');
  if (missing) return { kind: 'send', ...placeIn(missing), more: more.length };
  return waitingFor(required, today);
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
  return { kind: 'ask for counts' };
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
