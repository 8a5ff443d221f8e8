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
