import { useEffect, useState } from 'react';
import { onKeptDataChanged } from '../../lib/browser/ledger-changes.ts';

/**
 * Something that the background keeps, as it is now, and again after every change, whoever made it.
 * @param read always the same function
 */
export function useKeptData<Data>(read: () => Promise<Data>): Data | 'unreadable' | undefined {
  const [data, setData] = useState<Data | 'unreadable'>();
  useEffect(() => {
    const stop = new AbortController();
    const readAgain = () => {
      read().then(
        (one) => setData(() => one),
        () => setData('unreadable'),
      );
    };
    onKeptDataChanged(readAgain, stop.signal);
    readAgain();
    return () => stop.abort();
  }, [read]);
  return data;
}
