import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Sender } from '../../../lib/background/background.ts';
import { serveMessages } from '../../../lib/browser/serve-messages.ts';
import type { ToBackground } from '../../../lib/messaging/to-background.ts';

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

function serve() {
  const answered: (readonly [ToBackground, Sender])[] = [];
  serveMessages(async (message, sender) => {
    answered.push([message, sender]);
    return 'answer';
  });
  const send = polyfill.listeners.at(-1) as Listener;
  return { answered, send };
}

beforeEach(() => {
  polyfill.listeners.length = 0;
});

describe('the background', () => {
  it("answers this extension's own contexts, and knows the tab", async () => {
    const { answered, send } = serve();
    const answer = send({ type: 'page opened' }, { id: 'our-id', tab: { id: 7 } });
    expect(await answer).toEqual({ ok: true, value: 'answer' });
    expect(answered).toEqual([[{ type: 'page opened' }, { tabId: 7, isPrivate: false }]]);
  });

  it('knows the frame', () => {
    const { answered, send } = serve();
    const message = { type: 'page state', state: 'on', missing: [] };
    send(message, { id: 'our-id', tab: { id: 7 }, frameId: 3 });
    expect(answered).toEqual([[message, { tabId: 7, frameId: 3, isPrivate: false }]]);
  });

  it('answers pages that are in no tab', () => {
    const { answered, send } = serve();
    send({ type: 'read ledger' }, { id: 'our-id', url: `${OWN}popup.html` });
    expect(answered).toEqual([[{ type: 'read ledger' }, { tabId: undefined, isPrivate: false }]]);
  });

  it('knows a private window', () => {
    const { answered, send } = serve();
    send({ type: 'submit clicked' }, { id: 'our-id', tab: { id: 7, incognito: true } });
    expect(answered).toEqual([[{ type: 'submit clicked' }, { tabId: 7, isPrivate: true }]]);
  });

  it.each([
    { type: 'read ledger' },
    { type: 'read everything' },
    { type: 'record', events: [] },
    { type: 'choose organization', organization: '00000000-0000-4000-8000-000000000001' },
    { type: 'import events', events: [] },
    { type: 'undo import', events: [] },
    { type: 'erase everything' },
    { type: 'dismiss notice' },
    { type: 'read page state', tabId: 7 },
    { type: 'forget control', at: 5 },
  ])('takes "$type" from its own pages alone, in a tab or not', (message) => {
    const { answered, send } = serve();
    const strangers = [
      { url: 'https://www.calpassplus.org/calpass/upload', tab: { id: 7 } },
      { url: 'https://www.calpassplus.org.example/', tab: { id: 7 } },
      { url: 'chrome-extension://our-id.example/', tab: { id: 7 } },
      { tab: { id: 7 } },
      {},
    ];
    for (const stranger of strangers) {
      expect(send(message, { id: 'our-id', ...stranger })).toBeUndefined();
    }
    expect(answered).toEqual([]);
    for (const page of [{ url: `${OWN}popup.html` }, { url: `${OWN}setup.html`, tab: { id: 3 } }]) {
      send(message, { id: 'our-id', ...page });
    }
    expect(answered).toHaveLength(2);
  });

  it('hears no other extension, and nobody without an id', () => {
    const { answered, send } = serve();
    expect(send({ type: 'read ledger' }, { id: 'other-id' })).toBeUndefined();
    expect(send({ type: 'read ledger' }, {})).toBeUndefined();
    expect(answered).toEqual([]);
  });

  it('hears nothing that is malformed', () => {
    const { answered, send } = serve();
    for (const message of [undefined, null, 'read ledger', {}, { type: 'delete ledger' }]) {
      expect(send(message, { id: 'our-id', tab: { id: 7 } })).toBeUndefined();
    }
    expect(answered).toEqual([]);
  });
});
