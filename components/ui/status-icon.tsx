import type { CellStatus } from '../../lib/ledger/cells.ts';
import type { FileCellStatus } from '../check-files/files-by-cell.ts';

type Status = CellStatus | FileCellStatus;

/** The shapes differ, so that status never hangs on color alone. */
const PATHS: Readonly<Record<Status, string>> = {
  // Rings: hollow, half full.
  missing: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11',
  ready: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M8 2.5v11a5.5 5.5 0 0 0 0-11',
  // An arrow.
  sent: 'M2.5 8h10M8.5 4l4 4l-4 4',
  // A question mark.
  'not sure': 'M5 5.5a3 3 0 1 1 4.2 2.8c-.8.4-1.2.9-1.2 1.9M8 12.5v.8',
  // An envelope.
  'confirmed by e-mail': 'M2 4h12v8.5H2V4M2 4.5l6 4.5l6-4.5',
  // A tick.
  received: 'M2.5 8.5l3.5 4l7.5-9',
  'no data': 'M3.5 8h9',
  // A pencil.
  'to fix': 'M2.5 13.5l1-4L10.5 2.5l3 3L6.5 12.5l-4 1M8.5 4.5l3 3',
  // A triangle.
  problem: 'M8 2.5L14 13.5H2L8 2.5M8 6.5v3.5M8 11.2v.8',
  checking: 'M3 8h.01M8 8h.01M13 8h.01',
};

export function StatusIcon({ status }: { readonly status: Status }) {
  return (
    <svg className="status-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path
        d={PATHS[status]}
        fill={status === 'ready' ? 'currentColor' : 'none'}
        fillRule="evenodd"
        stroke="currentColor"
        strokeWidth={status === 'checking' ? '2.5' : '1.5'}
        strokeLinecap="round"
      />
    </svg>
  );
}
