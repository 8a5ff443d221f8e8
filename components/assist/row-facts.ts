import { t } from '../../lib/browser/i18n.ts';
import type { FileRow } from '../../lib/session/file-row.ts';
import { tCount } from '../ui/count-words.ts';

/** `SENR 2022-23 · 9,985 rows · 1.7 MB`, with the years of the records. */
export function factsOf({
  fileType,
  schoolYears,
  rows,
  bytes,
  preparedBytes,
  plan,
}: FileRow): string {
  const years = schoolYears.map(([year]) => year);
  const isZipped = plan?.kind === 'can go' && plan.steps.includes('zip');
  const size = preparedBytes
    ? t(isZipped ? 'size_zipped' : 'size_as_sent', { bytes }, { bytes: preparedBytes })
    : t('size', { bytes });
  const parts = [
    fileType && t('row_type', fileType, { list: years }),
    rows && tCount('rows', rows),
    size,
  ];
  return parts.filter(Boolean).join(' · ');
}
