import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectChosenFile } from '../../../lib/inspection/inspect-chosen-file.ts';
import { reportAsJson } from '../../../lib/report/check-report.ts';
import { reportPage } from '../../../lib/report/report-page.ts';
import { findCanaries } from '../../corpus/canaries.ts';
import { SIZE_FORMS } from '../../corpus/faults/sizes.ts';
import { BATCHES, FORMS } from '../../corpus/faults.ts';
import { reportOf, rowsOf } from '../support/report.ts';
import { sayIn } from '../support/say-in.ts';

const LARGE = new Set(['good-30000000-bytes', ...SIZE_FORMS.map(({ id }) => id)]);
const SMALL = [...FORMS, ...BATCHES.flatMap(({ files }) => files)].filter(
  ({ id }) => !LARGE.has(id),
);
const TOGETHER = 8;
const { signal } = new AbortController();

describe('a report', () => {
  it("has no person's value, whichever files of the corpus are chosen", async () => {
    const inspected = await Promise.all(
      SMALL.map(async ({ name, bytes }) => {
        return { name, inspection: await inspectChosenFile(new File([bytes()], name), { signal }) };
      }),
    );
    const expectNothingOf = (files: typeof inspected, language: 'en' | 'es') => {
      const report = reportOf(rowsOf(...files), language);
      expect(report.files).toHaveLength(files.length);
      expect(findCanaries(reportAsJson(report))).toEqual([]);
      expect(findCanaries(reportPage(report, sayIn(language)))).toEqual([]);
    };
    for (let at = 0; at < inspected.length; at += TOGETHER) {
      expectNothingOf(inspected.slice(at, at + TOGETHER), 'en');
    }
    const choices = fc.subarray(inspected, { minLength: 1, maxLength: TOGETHER });
    const languages = fc.constantFrom('en' as const, 'es' as const);
    fc.assert(fc.property(choices, languages, expectNothingOf), { numRuns: 30 });
  });
});
