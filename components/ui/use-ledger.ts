import { ask } from '../../lib/browser/messages.ts';
import type { LedgerView } from '../../lib/messaging/ledger-messages.ts';
import { useKeptData } from './use-kept-data.ts';

/** The ledger as it is now, and again after every change, whoever made it. */
export function useLedger(): LedgerView | 'unreadable' | undefined {
  return useKeptData(readLedger);
}

function readLedger(): Promise<LedgerView> {
  return ask('read ledger', {});
}
