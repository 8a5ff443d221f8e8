import { ALL_RULES } from './all-rules.ts';
import type { ChosenFile } from './checked-file.ts';
import { checkedFile } from './checked-file.ts';
import type { CheckedFile, Finding, Level } from './rule.ts';

export interface CheckResult {
  readonly file: CheckedFile;
  /** Most severe first; within one level in the order of ALL_RULES. */
  readonly findings: readonly Finding[];
}

/** Runs all rules on all files; one file's findings hide nothing of another's. */
export function checkFiles(files: readonly ChosenFile[]): CheckResult[] {
  const checked: CheckedFile[] = [];
  for (const file of files) checked.push(checkedFile(file, [...checked]));
  return checked.map((file) => ({ file, findings: findingsOf(file) }));
}

const SEVERITY: Readonly<Record<Level, number>> = { block: 0, warn: 1, note: 2 };

function findingsOf(file: CheckedFile): Finding[] {
  return ALL_RULES.flatMap((rule) => {
    const verdict = rule.check(file);
    return verdict ? [{ level: rule.level, ...verdict, ruleId: rule.id }] : [];
  }).toSorted((a, b) => SEVERITY[a.level] - SEVERITY[b.level]);
}
