import type { FilePlan } from '../fixes/plan.ts';
import { describe, planFile } from '../fixes/plan.ts';
import type { Described } from '../fixes/submissions.ts';
import { submissions } from '../fixes/submissions.ts';
import type { CheckResult } from '../rules/check-files.ts';
import { checkFiles } from '../rules/check-files.ts';
import type { InspectedFile } from '../rules/checked-file.ts';
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
  const verdicts = verdictsOn(present.flatMap((file) => inspectedOnce(file) ?? []));
  return present.map((file) => ({ file, ...verdicts.get(file.id) }));
}

const inspected = new WeakMap<SessionFile, InspectedFile>();

function inspectedOnce(file: SessionFile): InspectedFile | undefined {
  const one = inspected.get(file) ?? inspectedFile(file);
  if (one) inspected.set(file, one);
  return one;
}

type Verdicts = ReadonlyMap<string, Required<Pick<JudgedFile, 'result' | 'plan'>>>;

let last: { readonly files: readonly InspectedFile[]; readonly verdicts: Verdicts } | undefined;

/**
 * The rules compare each file with all others, which takes long for hundreds of files. So the last
 * answer is kept: most events, such as progress, change nothing of what the rules look at.
 */
function verdictsOn(files: readonly InspectedFile[]): Verdicts {
  if (last && isSameList(files, last.files)) return last.verdicts;
  const results = checkFiles(files);
  const verdicts = new Map(
    results.map((result) => [result.file.id, { result, plan: planFile(result) }]),
  );
  last = { files, verdicts };
  return verdicts;
}

function isSameList(some: readonly InspectedFile[], others: readonly InspectedFile[]): boolean {
  return some.length === others.length && some.every((one, at) => isSame(one, others[at]));
}

function isSame(one: InspectedFile, other: InspectedFile | undefined): boolean {
  if (!other || one === other) return one === other;
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
