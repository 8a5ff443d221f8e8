import { useCallback, useEffect, useRef, useState } from 'react';
import { onKeptDataChanged } from '../../lib/browser/ledger-changes.ts';
import { ask } from '../../lib/browser/messages.ts';
import type { Outcome } from '../../lib/ledger/outcome.ts';
import type { Phase } from '../../lib/session/snapshot.ts';

/** In all other phases the next upload has begun. */
const AFTER_CLICK: readonly Phase[] = ['waiting', 'submitted', 'confirmed'];

/**
 * What the ledger says of the submission on this page, and again after every change, until it is
 * dismissed or the next upload begins.
 */
export function useOutcome(phase: Phase): {
  readonly outcome: Outcome | undefined;
  /** The ledger has said whether there is any. */
  readonly isKnown: boolean;
  readonly dismiss: () => void;
} {
  const [outcome, setOutcome] = useState<Outcome>();
  const [isKnown, setIsKnown] = useState(false);
  const latest = useRef(0);
  const isNextUpload = !AFTER_CLICK.includes(phase);

  const read = useCallback(() => {
    latest.current += 1;
    const turn = latest.current;
    const show = (now: Outcome | undefined) => {
      if (turn === latest.current) setOutcome(now);
    };
    ask('read outcome', {})
      .then(show, () => {}) // what is shown stays
      .finally(() => setIsKnown(true));
  }, []);

  const dismiss = useCallback(() => {
    latest.current += 1;
    setOutcome(undefined);
    ask('dismiss outcome', {}).catch(() => {}); // it may come back with the page
  }, []);

  useEffect(() => {
    const stop = new AbortController();
    onKeptDataChanged(read, stop.signal);
    read();
    return () => stop.abort();
  }, [read]);

  useEffect(() => {
    if (isNextUpload && outcome) dismiss();
  }, [isNextUpload, outcome, dismiss]);

  return { outcome: isNextUpload ? undefined : outcome, isKnown, dismiss };
}
