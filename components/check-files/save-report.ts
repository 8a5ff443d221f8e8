import { say, uiLocale } from '../../lib/browser/i18n.ts';
import { runningOn } from '../../lib/browser/running-on.ts';
import { saveFile } from '../../lib/browser/save-file.ts';
import { checkReport, reportAsJson } from '../../lib/report/check-report.ts';
import { reportPage } from '../../lib/report/report-page.ts';
import type { FileRow } from '../../lib/session/file-row.ts';
import { inOrderOfPlaces } from '../../lib/session/row-place.ts';

/** Downloads the report of these files twice: as a page for people, and as JSON. */
export async function saveReport(rows: readonly FileRow[]): Promise<void> {
  const madeAt = new Date().toISOString();
  const report = checkReport(inOrderOfPlaces(rows), {
    madeAt,
    runningOn: runningOn(),
    language: uiLocale(),
    say,
  });
  const name = `check-report-${madeAt.slice(0, 19).replaceAll(':', '-')}`;
  await saveFile(new Blob([reportPage(report, say)], { type: 'text/html' }), `${name}.html`);
  await saveFile(new Blob([reportAsJson(report)], { type: 'application/json' }), `${name}.json`);
}
