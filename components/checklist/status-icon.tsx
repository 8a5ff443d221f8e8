import type { CellStatus } from '../../lib/ledger/cells.ts';

/** The shapes differ, so that status never hangs on colour alone: hollow ring, half ring, arrow. */
const PATHS: Readonly<Record<CellStatus, string>> = {
  missing: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11',
  ready: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M8 2.5v11a5.5 5.5 0 0 0 0-11',
  sent: 'M2.5 8h10M8.5 4l4 4l-4 4',
};

export function StatusIcon({ status }: { readonly status: CellStatus }) {
  return (
    <svg className="status-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path
        d={PATHS[status]}
        fill={status === 'ready' ? 'currentColor' : 'none'}
        fillRule="evenodd"
        stroke="currentColor"
        strokeWidth="1.5"
      />
    </svg>
  );
}
