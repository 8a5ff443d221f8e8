import { describe, expect, it } from 'vitest';
import { awaitGreeting } from '../../../lib/session/greeting.ts';
import { settle } from './harness.ts';

const TOKEN = '0b9a4c0e-51d7-4c43-9d5c-0a5b1c2d3e4f';
const GUESS = '11111111-2222-4333-8444-555555555555';
/** The background cannot be asked about this one. */
const DOWN = '22222222-2222-4333-8444-555555555555';
const CONNECT = { type: 'upload-assistant:connect', token: TOKEN };

interface Message {
  readonly data?: unknown;
  readonly ports?: readonly unknown[];
  readonly source?: unknown;
}
type Listener = (event: Message) => void;

/** As much of a window as a greeting needs. */
function frame() {
  const listeners = new Set<Listener>();
  const parent = { id: 'the page around it' };
  const window = {
    parent,
    addEventListener(_type: 'message', listener: Listener, { signal }: { signal: AbortSignal }) {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
  };
  const asked: string[] = [];
  let asking = 0;
  let mostAsking = 0;
  let port: unknown;
  const isGenuine = async (token: string) => {
    asked.push(token);
    asking += 1;
    mostAsking = Math.max(mostAsking, asking);
    await Promise.resolve();
    asking -= 1;
    if (token === DOWN) throw new Error('The background does not answer.');
    return token === TOKEN;
  };
  void awaitGreeting(window as unknown as Window, isGenuine).then((greeted) => {
    port = greeted;
  });
  return {
    asked,
    parent,
    listeners,
    mostAskingAtOnce: () => mostAsking,
    /** Posts without waiting for anything. */
    post(message: Message) {
      const event = { data: CONNECT, ports: [{ id: 'port' }], source: parent, ...message };
      for (const listener of listeners) listener(event);
    },
    async receive(message: Message) {
      this.post(message);
      await settle();
      return port;
    },
  };
}

describe('a greeting', () => {
  it('with one port and a genuine token, gives the port', async () => {
    const port = { id: 'port' };
    expect(await frame().receive({ ports: [port] })).toBe(port);
  });

  it.each<[string, Message]>([
    ['without a port', { ports: [] }],
    ['with two ports', { ports: [{}, {}] }],
    ['without data', { data: null }],
    ['that is a word', { data: TOKEN }],
    ['of another type', { data: { type: 'connect', token: TOKEN } }],
    ['without a token', { data: { type: CONNECT.type } }],
    ['with a token that is no word', { data: { ...CONNECT, token: [TOKEN] } }],
    ['with a token of another shape', { data: { ...CONNECT, token: `${TOKEN}0` } }],
    ['from another window', { source: { parent: { id: 'another page' } } }],
    ['from nobody', { source: null }],
  ])('%s does not count, and costs no token', async (_what, message) => {
    const one = frame();
    expect(await one.receive(message)).toBeUndefined();
    expect(one.asked).toEqual([]);
  });

  it('counts from a frame in the page, where the form may stand', async () => {
    const port = { id: 'port' };
    const one = frame();
    const inner = { parent: { parent: one.parent } };
    expect(await one.receive({ ports: [port], source: inner })).toBe(port);
  });

  it('with a token nobody issued does not count', async () => {
    const one = frame();
    expect(await one.receive({ data: { ...CONNECT, token: GUESS } })).toBeUndefined();
    expect(one.asked).toEqual([GUESS]);
  });

  it('counts after any number of false ones', async () => {
    const one = frame();
    await one.receive({ data: { ...CONNECT, token: GUESS } });
    await one.receive({ data: { ...CONNECT, token: DOWN } });
    await one.receive({ ports: [] });
    expect(await one.receive({})).toEqual({ id: 'port' });
  });

  it('is heard once: the first good one is the only one', async () => {
    const one = frame();
    const first = { id: 'first' };
    await one.receive({ ports: [first] });
    expect(one.listeners.size).toBe(0);
    expect(await one.receive({ ports: [{ id: 'second' }] })).toBe(first);
  });

  it('is not drowned by a flood of others, about which the background is asked one at a time', async () => {
    const one = frame();
    one.post({ data: { ...CONNECT, token: GUESS } });
    const port = { id: 'the good one' };
    one.post({ ports: [port] });
    for (let n = 0; n < 20_000; n += 1) one.post({ data: { ...CONNECT, token: GUESS } });
    expect(await one.receive({ data: { ...CONNECT, token: GUESS } })).toBe(port);
    expect(one.asked).toEqual([GUESS, TOKEN]);
    expect(one.mostAskingAtOnce()).toBe(1);
  });

  it('in a flood costs the background a bounded number of questions', async () => {
    const one = frame();
    for (let n = 0; n < 20_000; n += 1) one.post({ data: { ...CONNECT, token: GUESS } });
    for (let turn = 0; turn < 200; turn += 1) await settle();
    expect(one.asked.length).toBeLessThan(100);
    expect(await one.receive({})).toEqual({ id: 'port' });
  });
});
