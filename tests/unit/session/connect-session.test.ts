// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { FromPanel } from '../../../lib/messaging/page-port.ts';
import { connectSession } from '../../../lib/session/connect-session.ts';

const TOKEN = '00000000-0000-4000-8000-000000000007';

/** No file is chosen here, so none is started. */
const noWorker = () => {
  throw new Error('No worker is expected.');
};

/** The panel in its frame, greeted by the page's side: the test is at the other end. */
async function connected() {
  const redeem = vi.fn(async (name: string, _payload: object) => name === 'redeem token' || {});
  const { session } = connectSession({
    window,
    hasPage: true,
    createInspectWorker: noWorker,
    createRewriteWorker: noWorker,
    createArchiveWorker: noWorker,
    createCutWorker: noWorker,
    save: noWorker,
    // Only `panel docks` and `redeem token` are asked without a file.
    ask: redeem as unknown as Parameters<typeof connectSession>[0]['ask'],
  });
  const { port1: page, port2: panel } = new MessageChannel();
  const heard: FromPanel['type'][] = [];
  page.onmessage = ({ data }: MessageEvent<FromPanel>) => heard.push(data.type);
  const greeting = new MessageEvent('message', {
    data: { type: 'upload-assistant:connect', token: TOKEN },
    source: window.parent,
  });
  Object.defineProperty(greeting, 'ports', { value: [panel] });
  window.dispatchEvent(greeting);
  await vi.waitFor(() => expect(heard).toEqual(['ready']));
  return { session, page, heard, redeem };
}

describe('a panel that is greeted', () => {
  it('redeems the token, and says that it is ready', async () => {
    const { redeem, page } = await connected();
    expect(redeem).toHaveBeenCalledWith('redeem token', { token: TOKEN });
    page.close();
  });

  it('answers at once whether it is there, and the session hears nothing of that', async () => {
    const { session, page, heard } = await connected();
    const listener = vi.fn();
    session.subscribe(listener);
    page.postMessage({ type: 'are you there' });
    await vi.waitFor(() => expect(heard).toEqual(['ready', 'here']));
    expect(listener).not.toHaveBeenCalled();
    page.close();
  });

  it('says where it stands once it knows what is around it', async () => {
    const { page, heard } = await connected();
    const window_ = { width: 1280, height: 800 };
    const surroundings = { window: window_, controls: [], focus: [], isInPanel: false };
    page.postMessage({ type: 'surroundings', surroundings });
    await vi.waitFor(() => expect(heard).toEqual(['ready', 'stand']));
    page.close();
  });

  it('hears what the page says, and says what the session says', async () => {
    const { session, page, heard } = await connected();
    page.postMessage({ type: 'updated' });
    await vi.waitFor(() => expect(session.getSnapshot().trouble).toBe('updated'));
    session.pointAt('submit');
    await vi.waitFor(() => expect(heard).toEqual(['ready', 'point at']));
    page.close();
  });
});
