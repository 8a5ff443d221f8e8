import { t, uiLocale } from '../../lib/browser/i18n.ts';
import type { ReceiptFinding } from '../../lib/receipts/reconcile.ts';
import { formatArg } from '../../lib/words/words.ts';

interface Props {
  readonly findings: readonly ReceiptFinding[];
}

/** Says what is odd in the row counts as a whole. */
export function ReceiptFindings({ findings }: Props) {
  return findings.map((finding) =>
    finding.kind === 'identical years' ? (
      <p key={finding.years.join()} role="alert" className="finding-bar">
        {t('finding_identical_years', { list: finding.years }, { list: finding.fileTypes })}
      </p>
    ) : (
      <p key={`${finding.fileType} ${finding.schoolYear}`} className="finding-bar note">
        {t(
          'finding_far_below',
          finding.fileType,
          finding.schoolYear,
          { count: finding.rows },
          { list: finding.neighbours.map((count) => formatArg({ count }, uiLocale())) },
        )}
      </p>
    ),
  );
}
