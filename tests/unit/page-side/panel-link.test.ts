// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FromPanel } from '../../../lib/messaging/page-port.ts';
import { PanelLink } from '../../../lib/page-side/panel-link.ts';
import { safelyWith } from '../../../lib/upload-page/safely.ts';
import { element } from '../upload-page/trusted.ts';
import type { PanelFrames } from './panel-end.ts';
import { panelFrames } from './panel-end.ts';

const FRAME = 'chrome-extension://id/assist.html';
const host = () => document.querySelector<HTMLElement>('[data-upload-assistant=panel]');

let stop = new AbortController();
let frames: PanelFrames;
let heard: FromPanel[] = [];
let told: string[] = [];

function link(issueToken = async () => 'a token') {
  return new PanelLink({
    document,
    frameUrl: FRAME,
    title: 'Upload Assistant',
    issueToken,
    signal: stop.signal,
    safely: safelyWith((error) => told.push(String(error))),
    onMessage: (message) => heard.push(message),
    onRestart: () => told.push('restart'),
    onFailure: (error) => told.push(String(error)),
  });
}

/** Lets messages and observers have their turn. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 20));

beforeEach(() => {
  document.body.innerHTML = '<form></form>';
  stop = new AbortController();
  frames = panelFrames();
  heard = [];
  told = [];
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
  host()?.remove();
});

describe('the line to the panel', () => {
  it('is opened once', () => {
    const panel = link();
    expect([panel.isOpen, panel.open(), panel.isOpen, panel.open()]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(frames.count).toBe(1);
    panel.close();
  });

  it("greets the frame with a token, and only the extension's own page", async () => {
    const panel = link();
    panel.open();
    const end = await frames.load();
    expect(end.connect).toEqual({ type: 'upload-assistant:connect', token: 'a token' });
    expect(end.origin).toBe(new URL(FRAME).origin);
    panel.close();
  });

  it('keeps messages, in order, for a panel that is not ready yet', async () => {
    const panel = link();
    panel.open();
    panel.send({ type: 'submit stopped' });
    panel.send({ type: 'submitted' });
    const end = await frames.load();
    await turn();
    expect(end.heard).toEqual([]);
    end.say({ type: 'ready' });
    await end.hears('submitted');
    panel.send({ type: 'confirmed' });
    await end.hears('confirmed');
    expect(end.heard.map(({ type }) => type)).toEqual(['submit stopped', 'submitted', 'confirmed']);
    panel.close();
  });

  it('answers size and focus itself, and passes on all else', async () => {
    const panel = link();
    panel.open();
    const end = await frames.load();
    end.say({ type: 'ready' });
    end.say({ type: 'resize', height: 321 });
    end.say({ type: 'focus panel' });
    end.say({ type: 'take back' });
    await vi.waitFor(() => expect(heard).toEqual([{ type: 'take back' }]));
    expect(host()?.style.height).toBe('321px');
    panel.close();
  });

  it('lets the panel stand aside for a drop', () => {
    const panel = link();
    panel.open();
    panel.standAside(true);
    expect(host()?.style.pointerEvents).toBe('none');
    panel.standAside(false);
    expect(host()?.style.pointerEvents).toBe('auto');
    panel.close();
  });

  it('ends with the panel: nothing is heard or said, and it can be opened anew', async () => {
    const panel = link();
    panel.open();
    const end = await frames.load();
    end.say({ type: 'ready' });
    panel.close();
    expect(host()).toBeNull();
    panel.send({ type: 'confirmed' });
    end.say({ type: 'take back' });
    await turn();
    expect([heard, end.heard]).toEqual([[], []]);
    expect(panel.open()).toBe(true);
    panel.close();
  });

  it('begins anew when the page throws the panel out, and says so', async () => {
    const panel = link();
    panel.open();
    const end = await frames.load();
    end.say({ type: 'ready' });
    panel.send({ type: 'submitted' });
    await end.hears('submitted');
    host()?.remove();
    await vi.waitFor(() => expect(told).toEqual(['restart']));
    panel.send({ type: 'confirmed' });
    const again = await frames.load();
    again.say({ type: 'ready' });
    await again.hears('confirmed');
    expect([end.heard, again.heard]).toEqual([[{ type: 'submitted' }], [{ type: 'confirmed' }]]);
    panel.close();
  });

  it('is not opened once the assistant has stopped', () => {
    stop.abort();
    expect(link().open()).toBe(false);
    expect(frames.count).toBe(0);
  });
});

describe('it fails', () => {
  it('when there is no token', async () => {
    const panel = link(() => Promise.reject(new Error('no background')));
    panel.open();
    void frames.load();
    await vi.waitFor(() => expect(told).toEqual(['Error: no background']));
    panel.close();
  });

  it('when the page leaves no place for the panel', async () => {
    const panel = link();
    panel.open();
    element('form', HTMLFormElement).remove();
    for (let times = 0; times < 4 && host(); times += 1) {
      host()?.remove();
      await turn();
    }
    expect(told).toContain('Error: The page leaves no place for the panel.');
    panel.close();
  });

  it('when the panel does not answer in time', () => {
    vi.useFakeTimers();
    const panel = link();
    panel.open();
    vi.advanceTimersByTime(19_999);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual(['Error: The panel did not answer.']);
    panel.close();
  });

  it('not when the panel was closed meanwhile, or the assistant has stopped', () => {
    vi.useFakeTimers();
    const panel = link();
    panel.open();
    panel.close();
    vi.advanceTimersByTime(20_000);
    expect(told).toEqual([]);
    panel.open();
    stop.abort();
    expect(vi.getTimerCount()).toBe(0);
    panel.close();
  });
});
