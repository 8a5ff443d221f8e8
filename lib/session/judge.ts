import type { FilePlan } from '../fixes/plan.ts';
import { describe, planFile } from '../fixes/plan.ts';
import type { Described } from '../fixes/submissions.ts';
import { submissions } from '../fixes/submissions.ts';
import type { CheckResult } from '../rules/check-files.ts';
import { checkFiles } from '../rules/check-files.ts';
import type { PlannedFile, PreparedFile, SessionFile } from './session-file.ts';
import { inspectedFile, plannedFile } from './session-file.ts';
import type { SessionState } from './session-state.ts';

/** A file with what the rules say of it, and what becomes of it. Both once it is checked. */
export interface JudgedFile {
  readonly file: SessionFile;
  readonly result?: CheckResult;
  readonly plan?: FilePlan;
}

export function presentFiles({ files }: Pick<SessionState, 'files'>): SessionFile[] {
  return files.filter(({ isRemoved }) => !isRemoved);
}

export function judgedFiles(state: Pick<SessionState, 'files'>): JudgedFile[] {
  const present = presentFiles(state);
  const inspected = present.map(inspectedFile).filter((file) => file !== undefined);
  const results = new Map(checkFiles(inspected).map((result) => [result.file.id, result]));
  return present.map((file) => {
    const result = results.get(file.id);
    return result ? { file, result, plan: planFile(result) } : { file };
  });
}

/** What can go and has not gone yet. */
export function plannedFiles(judged: readonly JudgedFile[]): PlannedFile[] {
  return judged.flatMap(({ file, plan }) =>
    plan?.kind === 'can go' && !file.isSent ? [plannedFile(file, plan)] : [],
  );
}

/** What goes with the next click of the page's button, and with those after it. */
export function upcoming(judged: readonly JudgedFile[]): readonly (readonly PreparedFile[])[] {
  return submissions(plannedFiles(judged));
}

/** The words for the page's File Description. */
export function descriptionOf(
  { stage, taken }: Pick<SessionState, 'stage' | 'taken'>,
  current: readonly Described[],
): string {
  const isTaken =
    (stage.phase === 'attached' || stage.phase === 'submitted') &&
    stage.outcome === 'taken by the page';
  return describe(isTaken ? taken : [...taken, ...current]);
}
