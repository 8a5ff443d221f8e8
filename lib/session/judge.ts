import type { FilePlan } from '../fixes/plan.ts';
import { describe, planFile } from '../fixes/plan.ts';
import type { Described } from '../fixes/submissions.ts';
import { submissions } from '../fixes/submissions.ts';
import type { Inspection } from '../inspection/inspection.ts';
import type { CheckResult } from '../rules/check-files.ts';
import { checkFiles } from '../rules/check-files.ts';
import type { InspectedFile } from '../rules/checked-file.ts';
import { remembered, sameLists } from '../rules/remembered.ts';
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

export function judgedFiles({ files }: Pick<SessionState, 'files'>): readonly JudgedFile[] {
  return judgedOnce(files);
}

/**
 * An event is followed by several looks at the same files, and most events change one file of
 * hundreds. So a file that nothing happened to stays the same object, here and in its row.
 */
const judgedOnce = remembered((files: readonly SessionFile[]): readonly JudgedFile[] => {
  const present = presentFiles({ files });
  const results = resultsOnce(inspectedLists(present.flatMap((file) => inspectedOnce(file) ?? [])));
  return present.map((file) => {
    const result = results.get(file.id);
    return result ? judgedFile(file, result, planOnce(result)) : uncheckedFile(file);
  });
});

const uncheckedFile = remembered((file: SessionFile): JudgedFile => ({ file }));
const judgedFile = remembered(
  (file: SessionFile, result: CheckResult, plan: FilePlan): JudgedFile => ({ file, result, plan }),
);
const planOnce = remembered((result: CheckResult) => planFile(result));

/** Progress changes nothing of what the rules look at. */
const inspectedLists = sameLists<InspectedFile>();
const resultsOnce = remembered(
  (files: readonly InspectedFile[]) =>
    new Map(checkFiles(files).map((result) => [result.file.id, result])),
);

const inspectedOnce = remembered((file: SessionFile) => asBefore(inspectedFile(file)));

/** For each content, what was last asked about it. */
const lastAsked = new WeakMap<Inspection, InspectedFile>();

function asBefore(one: InspectedFile | undefined): InspectedFile | undefined {
  if (!one) return undefined;
  const before = lastAsked.get(one.inspection);
  if (before && isSame(one, before)) return before;
  lastAsked.set(one.inspection, one);
  return one;
}

function isSame(one: InspectedFile, other: InspectedFile): boolean {
  const [some, others] = [Object.entries(one), new Map(Object.entries(other))];
  return some.length === others.size && some.every(([key, value]) => others.get(key) === value);
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
