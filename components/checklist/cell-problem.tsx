import { say, t } from '../../lib/browser/i18n.ts';
import type { ChecklistCell } from '../../lib/ledger/checklist.ts';
import { DOUBT_WORDS } from '../../lib/ledger/outcome-words.ts';
import type { ReceiptFinding } from '../../lib/receipts/reconcile.ts';
import { isAmong } from '../../lib/receipts/reconcile.ts';
import type { Words } from '../../lib/words/words.ts';

interface Props {
  readonly cell: ChecklistCell;
  readonly findings: readonly ReceiptFinding[];
}

/** Why a cell is a problem or a question, with the actual numbers. */
export function CellProblem({ cell, findings }: Props) {
  const words = wordsOf(cell, findings);
  return (
    <>
      {words && (
        <p role="alert" className="finding-bar">
          {say(words)}
        </p>
      )}
      {cell.reason && <p>{t('cell_reason', cell.reason)}</p>}
    </>
  );
}

function wordsOf(cell: ChecklistCell, findings: readonly ReceiptFinding[]): Words | undefined {
  const { status, doubt, comparison, sent, counts } = cell;
  if (doubt) return [DOUBT_WORDS[doubt.why], { day: doubt.at }];
  if (status !== 'problem') return undefined;
  const rowsSent = { count: sent?.rows ?? 0 };
  const rowsReceived = { count: counts?.rows ?? 0 };
  switch (comparison) {
    case 'fewer':
      return ['problem_fewer', rowsReceived, rowsSent];
    case 'more':
      return ['problem_more', rowsReceived, rowsSent];
    case 'zero':
      return ['problem_zero', rowsSent];
    case 'not listed':
      return ['problem_not_listed'];
  }
  const identical = findings.find((finding) => isAmong(cell, finding));
  if (identical?.kind === 'identical years') {
    return ['finding_identical_years', { list: identical.years }, { list: identical.fileTypes }];
  }
  return ['problem_data_after_all', rowsReceived];
}
