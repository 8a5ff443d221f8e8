import { expect, it, vi } from 'vitest';
import { onKeptDataChanged } from '../../../lib/browser/ledger-changes.ts';
import { SETTINGS_KEY, SUMMARIES_KEY, TALLY_KEY } from '../../../lib/settings/storage-names.ts';

type Listener = (changes: Readonly<Record<string, unknown>>, area: string) => void;

const listeners = vi.hoisted(() => new Set<Listener>());
vi.mock('webextension-polyfill', () => {
  const onChanged = {
    addListener: (one: Listener) => void listeners.add(one),
    removeListener: (one: Listener) => void listeners.delete(one),
  };
  return { default: { storage: { onChanged } } };
});

function change(area: string, ...keys: readonly string[]): void {
  for (const listener of listeners) {
    listener(Object.fromEntries(keys.map((key) => [key, {}])), area);
  }
}

it('tells of a change of what is kept, until the signal ends', () => {
  const heard = vi.fn();
  const stop = new AbortController();
  onKeptDataChanged(heard, stop.signal);
  change('local', TALLY_KEY);
  change('local', SETTINGS_KEY, SUMMARIES_KEY);
  expect(heard).toHaveBeenCalledTimes(2);
  stop.abort();
  change('local', TALLY_KEY);
  expect(heard).toHaveBeenCalledTimes(2);
});

it('says nothing of the summaries, which only follow from the rest, or of the session', () => {
  const heard = vi.fn();
  onKeptDataChanged(heard, new AbortController().signal);
  change('local', SUMMARIES_KEY);
  change('session', TALLY_KEY);
  expect(heard).not.toHaveBeenCalled();
});
