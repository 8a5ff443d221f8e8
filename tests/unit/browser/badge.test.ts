import { beforeEach, describe, expect, it, vi } from 'vitest';
import { showTabBadge } from '../../../lib/browser/badge.ts';

/** The button as browsers keep it: what a tab has not been given it takes from the rest. */
const button = vi.hoisted(() => ({
  texts: new Map<number | undefined, string>(),
  titles: new Map<number | undefined, string>(),
}));
vi.mock('webextension-polyfill', () => {
  const set = (of: Map<number | undefined, string>, tabId?: number, value?: string | null) =>
    value === null || value === undefined ? of.delete(tabId) : of.set(tabId, value);
  const get = (of: Map<number | undefined, string>, tabId?: number) =>
    of.get(tabId) ?? of.get(undefined) ?? '';
  type Details = { tabId?: number; text?: string | null; title?: string };
  return {
    default: {
      action: {
        setBadgeText: async ({ tabId, text }: Details) => set(button.texts, tabId, text),
        getBadgeText: async ({ tabId }: Details) => get(button.texts, tabId),
        setTitle: async ({ tabId, title }: Details) => set(button.titles, tabId, title),
        getTitle: async ({ tabId }: Details) => get(button.titles, tabId),
      },
    },
  };
});

vi.stubGlobal('chrome', { i18n: { getMessage: (key: string) => key } });

const PARTLY = { text: '!', title: ['badge_partly_on'] } as const;
const shown = (tabId: number) => [
  button.texts.get(tabId) ?? button.texts.get(undefined),
  button.titles.get(tabId) ?? button.titles.get(undefined),
];

beforeEach(() => {
  button.texts = new Map([[undefined, '12']]);
  button.titles = new Map([[undefined, '12 missing']]);
});

describe('the button of one tab', () => {
  it('says its own, and what all say again', async () => {
    await showTabBadge(7, PARTLY);
    expect([shown(7), shown(8)]).toEqual([
      ['!', 'badge_partly_on'],
      ['12', '12 missing'],
    ]);
    await showTabBadge(7, undefined);
    expect(shown(7)).toEqual(['12', '12 missing']);
    button.texts.set(undefined, '11');
    expect(shown(7)[0]).toBe('11');
  });

  it('that never said its own follows the others in full', async () => {
    await showTabBadge(7, undefined);
    button.titles.set(undefined, '11 missing');
    expect(shown(7)).toEqual(['12', '11 missing']);
  });
});
