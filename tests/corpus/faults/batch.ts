import type { BatchRuleId, ExpectedFinding, Form } from './form.ts';

/** A finding about several files chosen together. */
export interface BatchFinding extends ExpectedFinding<BatchRuleId> {
  /** The 0-based positions of these files, ascending. */
  readonly files: readonly number[];
}

/** Files chosen together, in this order. */
export interface Batch {
  /** Unique, kebab-case. */
  readonly id: string;
  readonly files: readonly Form[];
  /** Findings that no file has alone. The findings of one file are in its own form. */
  readonly expected: readonly BatchFinding[];
}

/** A finding about files that must not go together. It stops their upload. */
export function among(ruleId: BatchRuleId, ...files: readonly number[]): BatchFinding {
  return { ruleId, level: 'block', files };
}

/** A finding about files that are parts of one. Each may go, in an upload of its own. */
export function partsOfOne(...files: readonly number[]): BatchFinding {
  return { ruleId: 'one-of-several', level: 'note', files };
}
