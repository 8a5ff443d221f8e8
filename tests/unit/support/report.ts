import type { Inspection } from '../../../lib/inspection/inspection.ts';
import type { CheckReport } from '../../../lib/report/check-report.ts';
import { checkReport } from '../../../lib/report/check-report.ts';
import type { FileRow } from '../../../lib/session/file-row.ts';
import { fileRow } from '../../../lib/session/file-row.ts';
import { judgedFiles } from '../../../lib/session/judge.ts';
import { newFile } from '../../../lib/session/session-file.ts';
import { sayIn } from './say-in.ts';

export const MADE_AT = '2023-10-20T23:52:00.000Z';

/** The rows of files that were chosen together and inspected. */
export function rowsOf(
  ...files: readonly { readonly name: string; readonly inspection: Inspection }[]
): FileRow[] {
  const checked = files.map(({ name, inspection }, at) => ({
    ...newFile(String(at), new File([], name)),
    check: { stage: 'checked' as const, inspection, recalled: {} },
  }));
  return judgedFiles({ files: checked }).map((one) => fileRow(one, 'now', undefined));
}

export function reportOf(rows: readonly FileRow[], language: 'en' | 'es' = 'en'): CheckReport {
  const runningOn = { extension: '0.1.0', browser: 'Firefox 140' };
  return checkReport(rows, { madeAt: MADE_AT, runningOn, language, say: sayIn(language) });
}
