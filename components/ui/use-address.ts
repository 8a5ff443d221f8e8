import { useSyncExternalStore } from 'react';

/** The fragment of the address, now and after every change. */
export function useAddress(): string {
  return useSyncExternalStore(listenToAddress, () => location.hash);
}

function listenToAddress(onChange: () => void): () => void {
  const stop = new AbortController();
  addEventListener('hashchange', onChange, { signal: stop.signal });
  return () => stop.abort();
}
