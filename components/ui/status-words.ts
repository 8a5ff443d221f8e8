import type { CellStatus } from '../../lib/ledger/cells.ts';
import type { MessageKey } from '../../lib/words/words.ts';

export const STATUS_WORDS: Readonly<Record<CellStatus, MessageKey>> = {
  missing: 'status_missing',
  ready: 'status_ready',
  'not sure': 'status_not_sure',
  sent: 'status_sent',
  'confirmed by e-mail': 'status_email',
  received: 'status_received',
  problem: 'status_problem',
  'no data': 'status_no_data',
};

/** The class that gives a status its color, in the table and in the bar. */
export function statusClass(status: CellStatus): string {
  return status === 'confirmed by e-mail' ? 'email' : status.replace(' ', '-');
}
