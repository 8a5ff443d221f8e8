import type { GoingPlan } from '../fixes/plan.ts';
import { isHarmless } from '../fixes/plan.ts';
import { ALL_RULES } from '../rules/all-rules.ts';
import type { Finding, Fix } from '../rules/rule.ts';
import { isFixable } from '../rules/rule.ts';
import type { FileRow } from './file-row.ts';

/** What a person reads of a file: first the one cause that holds it, then the rest. */
export interface ShownFindings {
  /** Absent if the file can go. */
  readonly cause?: Finding;
  readonly others: readonly Finding[];
}

/**
 * One cause for each file that cannot go. What a click would fix once it could go is not said, and
 * an empty file is not told that its name is wrong. A rename is no finding at all, because the list
 * shows the new name.
 */
export function shownFindings({
  plan,
  findings,
}: Pick<FileRow, 'plan' | 'findings'>): ShownFindings {
  if (!plan) return { others: [] };
  if (plan.kind === 'can go') return { others: findings.filter((one) => !isRoutine(one)) };
  const cause = causeOf(findings);
  const isNameSaid = cause !== undefined && isAboutName(cause);
  const others = findings.filter(
    (one) => one !== cause && !isFixable(one) && (isNameSaid || !isAboutName(one)),
  );
  return { ...(cause && { cause }), others };
}

const ABOUT_NAMES = new Set(ALL_RULES.filter(({ about }) => about === 'name').map(({ id }) => id));

function isAboutName({ ruleId }: Finding): boolean {
  return ABOUT_NAMES.has(ruleId);
}

/** What only the person can answer. */
const QUESTIONS: readonly (Fix | undefined)[] = [
  'choose school year',
  'say parts',
  'say which part',
];

/** Findings come in the order in which they matter. */
function causeOf(findings: readonly Finding[]): Finding | undefined {
  const blocking = findings.filter(({ level }) => level === 'block');
  const isQuestion = ({ fix }: Finding) => QUESTIONS.includes(fix);
  return blocking.find(({ fix }) => !fix) ?? blocking.find(isQuestion) ?? blocking[0];
}

/** A new name, unless the old one names another school year. */
function isRoutine({ fix, kind }: Finding): boolean {
  return fix === 'rename' && kind !== 'other year';
}

const PARTS: readonly GoingPlan['steps'][number][] = ['zip parts', 'text parts'];

/** It can go, and the person had better look at it first. */
export function isWorthALook({
  plan,
  findings,
  yearOffer,
}: Pick<FileRow, 'plan' | 'findings' | 'yearOffer'>): boolean {
  if (plan?.kind !== 'can go') return false;
  const isSplit = plan.part !== undefined || plan.steps.some((step) => PARTS.includes(step));
  return isSplit || yearOffer !== undefined || findings.some(isLoud);
}

function isLoud(finding: Finding): boolean {
  if (isFixable(finding)) return finding.kind === 'other year';
  return !isHarmless(finding);
}
