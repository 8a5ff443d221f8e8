import { describe, expect, it } from 'vitest';
import { awaitGreeting } from '../../../lib/session/greeting.ts';
import { settle } from './harness.ts';

const TOKEN = 'the-token';
const CONNECT = { type: 'upload-assistant:connect', token: TOKEN };

interface Message {
  readonly data?: unknown;
  readonly ports?: readonly unknown[];
}

/** As much of a window as a greeting needs. */
function frame() {
  const listeners = new Set<(event: Message) => void>();
  const window = {
    addEventListener: (_type: 'message', listener: (event: Message) => void) =>
      listeners.add(listener),
    removeEventListener: (_type: 'message', listener: (event: Message) => void) =>
      listeners.delete(listener),
  };
  const asked: string[] = [];
  let port: unknown;
  const isGenuine = async (token: string) => {
    asked.push(token);
    return token === TOKEN;
  };
  void awaitGreeting(window as unknown as Window, isGenuine).then((greeted) => {
    port = greeted;
  });
  return {
    asked,
    listeners,
    async receive(message: Message) {
      const event = { data: CONNECT, ports: [{ id: 'port' }], ...message };
      for (const listener of listeners) listener(event);
      await settle();
      return port;
    },
  };
}

describe('a greeting', () => {
  it('with one port and a genuine token, gives the port', async () => {
    const { receive } = frame();
    const port = { id: 'port' };
    expect(await receive({ ports: [port] })).toBe(port);
  });

  it.each<[string, Message]>([
    ['without a port', { ports: [] }],
    ['with two ports', { ports: [{}, {}] }],
    ['without data', { data: null }],
    ['that is a word', { data: TOKEN }],
    ['of another type', { data: { type: 'connect', token: TOKEN } }],
    ['without a token', { data: { type: CONNECT.type } }],
    ['with a token that is no word', { data: { ...CONNECT, token: [TOKEN] } }],
  ])('%s does not count, and costs no token', async (_what, message) => {
    const { receive, asked } = frame();
    expect(await receive(message)).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('with a token nobody issued does not count', async () => {
    const { receive, asked } = frame();
    expect(await receive({ data: { ...CONNECT, token: 'a guess' } })).toBeUndefined();
    expect(asked).toEqual(['a guess']);
  });

  it('counts after any number of false ones', async () => {
    const { receive } = frame();
    await receive({ data: { ...CONNECT, token: 'a guess' } });
    await receive({ ports: [] });
    expect(await receive({})).toEqual({ id: 'port' });
  });

  it('is heard once: the first good one is the only one', async () => {
    const { receive, listeners } = frame();
    const first = { id: 'first' };
    await receive({ ports: [first] });
    expect(listeners.size).toBe(0);
    expect(await receive({ ports: [{ id: 'second' }] })).toBe(first);
  });
});
