import { beforeEach, describe, expect, it, vi } from 'vitest';
import { serveMessages } from '../../../lib/browser/serve-messages.ts';
import type { Handlers, Sender } from '../../../lib/messaging/messages.ts';
import { MESSAGES } from '../../../lib/messaging/messages.ts';

type Listener = (message: unknown, sender: object) => unknown;

const polyfill = vi.hoisted(() => ({ listeners: [] as unknown[] }));
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      id: 'our-id',
      getURL: (path: string) => `chrome-extension://our-id/${path}`,
      onMessage: { addListener: (listener: unknown) => polyfill.listeners.push(listener) },
    },
  },
}));

const OWN = 'chrome-extension://our-id/';
const SITE = {
  id: 'our-id',
  url: 'https://www.calpassplus.org/upload',
  tab: { id: 7 },
  frameId: 0,
};
const PANEL = { id: 'our-id', url: `${OWN}assist.html`, tab: { id: 7 }, frameId: 5 };
const POPUP = { id: 'our-id', url: `${OWN}popup.html` };
const SETUP = { id: 'our-id', url: `${OWN}setup.html`, tab: { id: 3 }, frameId: 0 };
const STRANGERS = [
  { id: 'other-id', url: 'chrome-extension://other-id/popup.html' },
  { id: 'other-id', url: `${OWN}popup.html` },
  {},
];

function serve() {
  const answered: (readonly [string, Sender])[] = [];
  const handler = (name: string) => async (_payload: unknown, sender: Sender) => {
    answered.push([name, sender]);
    return 'done';
  };
  // Each handler answers alike: here it counts who gets an answer, not which.
  const handlers = Object.fromEntries(
    Object.keys(MESSAGES).map((name) => [name, handler(name)]),
  ) as unknown as Handlers;
  serveMessages(handlers);
  const send = polyfill.listeners.at(-1) as Listener;
  return { answered, send };
}

beforeEach(() => {
  polyfill.listeners.length = 0;
});

describe('the background', () => {
  it("answers this extension's own contexts, and knows the tab and the frame", async () => {
    const { answered, send } = serve();
    const answer = send({ name: 'page opened', payload: {} }, { ...SITE, frameId: 3 });
    expect(await answer).toEqual({ ok: true, value: 'done' });
    expect(answered).toEqual([['page opened', { tabId: 7, frameId: 3, isPrivate: false }]]);
  });

  it('answers pages that are in no tab', () => {
    const { answered, send } = serve();
    send({ name: 'read ledger', payload: {} }, POPUP);
    expect(answered).toEqual([['read ledger', { tabId: undefined, isPrivate: false }]]);
  });

  it('knows a private window', () => {
    const { answered, send } = serve();
    send({ name: 'thanks shown', payload: {} }, { ...SITE, tab: { id: 7, incognito: true } });
    expect(answered).toEqual([['thanks shown', { tabId: 7, frameId: 0, isPrivate: true }]]);
  });

  it.each([
    ['a content script', SITE, ['page opened']],
    [
      'a page with an address like ours',
      { ...SITE, url: 'chrome-extension://our-id.example/' },
      ['page opened'],
    ],
    ['a sender without an address', { id: 'our-id', tab: { id: 7 } }, ['page opened']],
    ['the panel', PANEL, ['read ledger']],
    ['the popup', POPUP, ['read ledger', 'erase everything']],
    ['a tab of the extension', SETUP, ['read ledger', 'erase everything']],
  ])('takes from %s what that may send, and nothing else', (_who, sender, allowed) => {
    const { answered, send } = serve();
    for (const name of ['page opened', 'read ledger', 'erase everything']) {
      const answer = send({ name, payload: {} }, sender);
      expect(answer !== undefined, name).toBe(allowed.includes(name));
    }
    expect(answered.map(([name]) => name)).toEqual(allowed);
  });

  it.each(STRANGERS)('hears no other extension, and nobody without an id: %j', (stranger) => {
    const { answered, send } = serve();
    expect(send({ name: 'read ledger', payload: {} }, stranger)).toBeUndefined();
    expect(send({ name: 'page opened', payload: {} }, stranger)).toBeUndefined();
    expect(answered).toEqual([]);
  });
});
