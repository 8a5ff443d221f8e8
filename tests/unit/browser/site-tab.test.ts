import { beforeEach, describe, expect, it, vi } from 'vitest';
import { onSiteTabChanged, siteTab } from '../../../lib/browser/site-tab.ts';

interface Tab {
  readonly id: number;
  readonly url?: string;
  readonly lastAccessed?: number;
  readonly active?: boolean;
}

/** A browser with these tabs; `own` is the one that asks, the popup has none. */
const world = vi.hoisted(() => ({
  tabs: [] as Tab[],
  own: undefined as Tab | undefined,
  listeners: new Map<string, (...args: never[]) => void>(),
}));
vi.mock('webextension-polyfill', () => {
  const event = (name: string) => ({
    addListener: (listener: () => void) => world.listeners.set(name, listener),
    removeListener: () => world.listeners.delete(name),
  });
  return {
    default: {
      runtime: { getManifest: () => ({ host_permissions: ['https://site.example/*'] }) },
      storage: { onChanged: event('stored') },
      tabs: {
        onActivated: event('activated'),
        onRemoved: event('removed'),
        getCurrent: async () => world.own,
        query: async ({ url, active }: { url?: string[]; active?: boolean }) =>
          url
            ? world.tabs.filter((tab) => tab.url?.startsWith('https:'))
            : world.tabs.filter((tab) => tab.active === active),
      },
    },
  };
});

const site = (id: number, other: Partial<Tab> = {}): Tab => ({
  id,
  url: 'https://site.example/upload',
  ...other,
});

beforeEach(() => {
  world.tabs = [];
  world.own = undefined;
});

describe('the tab of the site', () => {
  it('is the one under the popup', async () => {
    world.tabs = [site(1), site(2, { active: true })];
    expect(await siteTab()).toBe(2);
  });

  it.each<readonly [string, Tab]>([
    ['another site, whose address is not told', { id: 2, active: true }],
    ['a page of our own', { id: 2, active: true, url: 'chrome-extension://us/setup.html' }],
  ])('is none when the popup stands over %s', async (_what, tab) => {
    world.tabs = [site(1), tab];
    expect(await siteTab()).toBeUndefined();
  });

  it('is none without any tab', async () => {
    expect(await siteTab()).toBeUndefined();
  });

  it('is for a tab of our own the one of the site that was looked at last', async () => {
    world.own = { id: 9, active: true };
    world.tabs = [site(1, { lastAccessed: 10 }), site(2, { lastAccessed: 30 }), site(3), world.own];
    expect(await siteTab()).toBe(2);
    world.tabs = [world.own];
    expect(await siteTab()).toBeUndefined();
  });
});

describe('what changes it', () => {
  it('is another tab, a closed tab, or a report; and nothing after the end', () => {
    const stop = new AbortController();
    let calls = 0;
    onSiteTabChanged(() => {
      calls += 1;
    }, stop.signal);
    const stored = world.listeners.get('stored') as (changes: object, area: string) => void;
    stored({ 'page:7': {} }, 'session');
    world.listeners.get('activated')?.();
    world.listeners.get('removed')?.();
    expect(calls).toBe(3);
    stored({ tokens: {} }, 'session');
    stored({ 'page:7': {} }, 'local');
    expect(calls).toBe(3);
    stop.abort();
    expect(world.listeners.size).toBe(0);
  });
});
