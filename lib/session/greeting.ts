import type { Connect } from '../messaging/page-port.ts';

/** What the background issues: a UUID. */
const TOKEN = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Greetings that may wait for their turn. While so many wait, others are not heard. */
const MOST_WAITING = 50;

interface Greeting {
  readonly token: string;
  readonly port: MessagePort;
}

/**
 * Waits for the content script's greeting and gives its port. Any page can post messages here, by
 * the thousand. So a greeting counts only if it comes from the page around this frame or a frame in
 * it, with one port, and with a token that the background issued and nobody has used. The background
 * is asked about one token at a time, and no more after the first good one.
 */
export async function awaitGreeting(
  window: Window,
  isGenuine: (token: string) => Promise<boolean>,
): Promise<MessagePort> {
  const stop = new AbortController();
  for await (const { token, port } of greetings(window, stop.signal)) {
    // A background that cannot be asked has not said yes.
    if (!(await isGenuine(token).catch(() => false))) continue;
    stop.abort();
    return port;
  }
  throw new Error('The greetings do not end.');
}

async function* greetings(window: Window, signal: AbortSignal): AsyncGenerator<Greeting> {
  const waiting: Greeting[] = [];
  let wake = () => {};
  const onMessage = (event: MessageEvent<unknown>) => {
    const greeting = readGreeting(event, window.parent);
    if (!greeting || waiting.length >= MOST_WAITING) return;
    waiting.push(greeting);
    wake();
  };
  window.addEventListener('message', onMessage, { signal });
  while (true) {
    const next = waiting.shift();
    if (next) yield next;
    else await new Promise<void>((resolve) => (wake = resolve));
  }
}

function readGreeting(
  { source, data, ports }: MessageEvent<unknown>,
  parent: Window,
): Greeting | undefined {
  const [port, ...others] = ports;
  if (!isWithin(source, parent) || !port || others.length > 0) return undefined;
  return isConnect(data) ? { token: data.token, port } : undefined;
}

/**
 * Whether a message comes from the page around this frame, or from a frame in it: there the content
 * script is at work when the form stands in a frame.
 */
function isWithin(source: MessageEventSource | null, page: Window): boolean {
  if (source === page) return true;
  if (!source || !('parent' in source) || source.parent === source) return false;
  return isWithin(source.parent, page);
}

function isConnect(data: unknown): data is Connect {
  if (typeof data !== 'object' || data === null) return false;
  const { type, token } = data as Partial<Connect>;
  return type === 'upload-assistant:connect' && typeof token === 'string' && TOKEN.test(token);
}
