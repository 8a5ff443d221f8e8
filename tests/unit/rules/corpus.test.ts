import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../lib/rules/rule.ts';
import { plantedBatch } from '../../corpus/batches.ts';
import type { BatchFinding } from '../../corpus/faults/batch.ts';
import type { ExpectedFinding } from '../../corpus/faults/form.ts';
import { BATCHES, FORMS } from '../../corpus/faults.ts';
import { findingsOf } from './check.ts';

/** The form in which both sides are compared, e.g. `empty-file block zero-bytes`. */
function wanted({ ruleId, level, params = {} }: ExpectedFinding<string>): string {
  const { kind, container, damage } = params as Record<string, string | undefined>;
  return [ruleId, level, kind ?? container ?? damage].filter(Boolean).join(' ');
}

function got({ ruleId, level, kind }: Finding, isKindWanted: boolean): string {
  return [ruleId, level, isKindWanted ? kind : undefined].filter(Boolean).join(' ');
}

const RULES_WITH_KINDS = [
  'empty-file',
  'wrong-container',
  'spreadsheet-damage',
  'look-alike',
  'foreign-lines',
  'line-ends',
];

function expectFindings(
  findings: readonly Finding[],
  expected: readonly ExpectedFinding<string>[],
): void {
  const found = findings.map((finding) => got(finding, RULES_WITH_KINDS.includes(finding.ruleId)));
  expect(found.toSorted()).toEqual(expected.map(wanted).toSorted());
}

describe('every form in the corpus has its findings and no others', () => {
  it.each(FORMS.map((form) => [form.id, form] as const))(
    '%s',
    async (_, { name, bytes, expected }) => {
      const [findings = []] = await findingsOf({ name, content: Uint8Array.from(bytes()) });
      expectFindings(findings, expected);
    },
  );
});

describe('every choice of several files has its findings and no others', () => {
  it.each([...BATCHES, plantedBatch()].map((batch) => [batch.id, batch] as const))(
    '%s',
    async (_, { files, expected }) => {
      const chosen = files.map(({ name, bytes }) => ({ name, content: Uint8Array.from(bytes()) }));
      const findings = await findingsOf(...chosen);
      for (const [place, file] of files.entries()) {
        const together = expected.filter((finding) => concerns(finding, place));
        expectFindings(findings[place] ?? [], [...file.expected, ...together]);
      }
    },
  );

  /**
   * If the same file is chosen twice, the first may go. For any other pair, nobody knows which is
   * right.
   */
  function concerns({ ruleId, files }: BatchFinding, place: number): boolean {
    return files.includes(place) && (ruleId !== 'same-file-twice' || place !== Math.min(...files));
  }
});
