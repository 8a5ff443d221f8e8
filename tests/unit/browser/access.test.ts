import { describe, expect, it, vi } from 'vitest';
import { askForAccess, hasAccess, onAccessChanged } from '../../../lib/browser/access.ts';

const SITE = ['https://site.example/*'];

const world = vi.hoisted(() => ({
  asked: [] as unknown[],
  listeners: new Set<() => void>(),
}));
vi.mock('webextension-polyfill', () => {
  const event = {
    addListener: (listener: () => void) => world.listeners.add(listener),
    removeListener: (listener: () => void) => world.listeners.delete(listener),
  };
  const answer = async (permissions: unknown) => {
    world.asked.push(permissions);
    return true;
  };
  return {
    default: {
      runtime: { getManifest: () => ({ host_permissions: SITE }) },
      permissions: { contains: answer, request: answer, onAdded: event, onRemoved: event },
    },
  };
});

describe('the access to the site', () => {
  it('is asked for what the manifest names, and no more', async () => {
    expect(await hasAccess()).toBe(true);
    expect(await askForAccess()).toBe(true);
    expect(world.asked).toEqual([{ origins: SITE }, { origins: SITE }]);
  });

  it('is followed until the end', () => {
    const stop = new AbortController();
    let calls = 0;
    onAccessChanged(() => {
      calls += 1;
    }, stop.signal);
    for (const listener of world.listeners) listener();
    expect(calls).toBeGreaterThan(0);
    stop.abort();
    expect(world.listeners.size).toBe(0);
  });
});
