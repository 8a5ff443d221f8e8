import { beforeEach, describe, expect, it, vi } from 'vitest';
import { serveMessages } from '../../../lib/browser/serve-messages.ts';
import type { ToBackground } from '../../../lib/messaging/to-background.ts';

type Listener = (message: unknown, sender: object) => unknown;

const polyfill = vi.hoisted(() => ({ listeners: [] as unknown[] }));
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      id: 'our-id',
      onMessage: { addListener: (listener: unknown) => polyfill.listeners.push(listener) },
    },
  },
}));

function serve() {
  const answered: (readonly [ToBackground, number | undefined])[] = [];
  serveMessages(async (message, tabId) => {
    answered.push([message, tabId]);
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
    expect(await answer).toBe('answer');
    expect(answered).toEqual([[{ type: 'page opened' }, 7]]);
  });

  it('answers pages that are in no tab', () => {
    const { answered, send } = serve();
    send({ type: 'read ledger' }, { id: 'our-id' });
    expect(answered).toEqual([[{ type: 'read ledger' }, undefined]]);
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
