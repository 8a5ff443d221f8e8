import type { BatchRuleId, ExpectedFinding, Form } from './form.ts';

/** A finding about several files of one choice. */
export interface BatchFinding extends ExpectedFinding<BatchRuleId> {
  /** 0-based places of the files concerned, ascending. */
  readonly files: readonly number[];
}

/** Files chosen together, in this order. */
export interface Batch {
  /** Unique, kebab-case. */
  readonly id: string;
  readonly files: readonly Form[];
  /** Findings that no file has alone; those of one file stand with the file. */
  readonly expected: readonly BatchFinding[];
}

/** A finding about files that must not go together; it stops their upload. */
export function among(ruleId: BatchRuleId, ...files: readonly number[]): BatchFinding {
  return { ruleId, level: 'block', files };
}
