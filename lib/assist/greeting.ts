import type { Connect } from '../messaging/page-port.ts';

/**
 * Waits for the content script's greeting and gives its port. The page around the frame can post
 * messages too, so a greeting counts only from the parent window, with one port, and with a token
 * that the background issued and nobody has used; the first good one is the only one.
 */
export function awaitGreeting(
  window: Window,
  isGenuine: (token: string) => Promise<boolean>,
): Promise<MessagePort> {
  return new Promise((resolve) => {
    const onMessage = async (event: MessageEvent<unknown>) => {
      const [port, ...others] = event.ports;
      if (event.source !== window.parent || !port || others.length > 0) return;
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
