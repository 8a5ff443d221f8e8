import { useCallback, useEffect, useState } from 'react';
import { onKeptDataChanged } from '../../lib/browser/ledger-changes.ts';
import type { LedgerView } from '../../lib/messaging/from-background.ts';
import type { LedgerClient } from '../../lib/messaging/ledger-client.ts';

/** The ledger as it is now, and again after every change, whoever made it. */
export function useLedger(client: LedgerClient): LedgerView | 'unreadable' | undefined {
  const [view, setView] = useState<LedgerView | 'unreadable'>();
  const read = useCallback(() => {
    client.read().then(setView, () => setView('unreadable'));
  }, [client]);
  useEffect(() => {
    const stop = new AbortController();
    onKeptDataChanged(read, stop.signal);
    read();
    return () => stop.abort();
  }, [read]);
  return view;
}
