import type { Connect } from '../messaging/page-port.ts';

/**
 * Waits for the content script's greeting and gives its port. Any page can post messages, and the
 * content script may be that of a frame in the page; so a greeting counts only with one port and
 * with a token that the background issued and nobody has used. The first good one is the only one.
 */
export function awaitGreeting(
  window: Window,
  isGenuine: (token: string) => Promise<boolean>,
): Promise<MessagePort> {
  return new Promise((resolve) => {
    const onMessage = async (event: MessageEvent<unknown>) => {
      const [port, ...others] = event.ports;
      if (!port || others.length > 0) return;
      if (!isConnect(event.data) || !(await isGenuine(event.data.token))) return;
      window.removeEventListener('message', onMessage);
      resolve(port);
    };
    window.addEventListener('message', onMessage);
  });
}

function isConnect(data: unknown): data is Connect {
  if (typeof data !== 'object' || data === null) return false;
  const { type, token } = data as Partial<Connect>;
  return type === 'upload-assistant:connect' && typeof token === 'string';
}
