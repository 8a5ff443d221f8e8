import { useCallback, useEffect, useState } from 'react';
import { onKeptDataChanged } from '../../lib/browser/ledger-changes.ts';
import { ask } from '../../lib/browser/messages.ts';
import type { LedgerView } from '../../lib/messaging/ledger-messages.ts';

/** The ledger as it is now, and again after every change, whoever made it. */
export function useLedger(): LedgerView | 'unreadable' | undefined {
  const [view, setView] = useState<LedgerView | 'unreadable'>();
  const read = useCallback(() => {
    ask('read ledger', {}).then(setView, () => setView('unreadable'));
  }, []);
  useEffect(() => {
    const stop = new AbortController();
    onKeptDataChanged(read, stop.signal);
    read();
    return () => stop.abort();
  }, [read]);
  return view;
}
