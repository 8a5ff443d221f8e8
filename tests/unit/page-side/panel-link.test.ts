// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FromPanel } from '../../../lib/messaging/page-port.ts';
import { PanelLink } from '../../../lib/page-side/panel-link.ts';
import { safelyWith } from '../../../lib/upload-page/safely.ts';
import { element } from '../upload-page/trusted.ts';
import type { PanelEnd, PanelFrames } from './panel-end.ts';
import { panelFrames } from './panel-end.ts';

const FRAME = 'chrome-extension://id/assist.html';
const host = () => document.querySelector<HTMLElement>('[data-upload-assistant=panel]');

let stop = new AbortController();
let frames: PanelFrames;
let heard: FromPanel[] = [];
let told: string[] = [];
let hasFiles = false;

function link(issueToken = async () => 'a token') {
  return new PanelLink({
    window,
    document,
    controls: () => [],
    frameUrl: FRAME,
    title: 'Upload Assistant',
    issueToken,
    signal: stop.signal,
    safely: safelyWith((error) => told.push(String(error))),
    hasFiles: () => hasFiles,
    isLost: () => false,
    onMessage: (message) => heard.push(message),
    onRestart: () => told.push('restart'),
    onFailure: () => told.push('no panel'),
  });
}

/** What it heard, but for where the page's controls are. */
const typesOf = ({ heard: messages }: PanelEnd) =>
  messages.map(({ type }) => type).filter((type) => type !== 'surroundings');

/** Lets messages and observers have their turn. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 20));

beforeEach(() => {
  document.body.innerHTML = '<form></form>';
  stop = new AbortController();
  frames = panelFrames();
  heard = [];
  told = [];
  hasFiles = false;
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
    panel.send({ type: 'clicked' });
    const end = await frames.load();
    await turn();
    expect(end.heard).toEqual([]);
    end.say({ type: 'ready' });
    await end.hears('clicked');
    panel.send({ type: 'thanked' });
    await end.hears('thanked');
    expect(typesOf(end)).toEqual(['submit stopped', 'clicked', 'thanked']);
    panel.close();
  });

  it('answers place and focus itself, and passes on all else', async () => {
    const panel = link();
    panel.open();
    const end = await frames.load();
    end.say({ type: 'ready' });
    end.say({ type: 'stand', place: { left: 1, top: 2, width: 330, height: 321 } });
    end.say({ type: 'outline' });
    end.say({ type: 'focus panel' });
    end.say({ type: 'take back' });
    await vi.waitFor(() => expect(heard).toEqual([{ type: 'take back' }]));
    expect(host()?.style.height).toBe('321px');
    panel.close();
  });

  it('shows the panel once it is ready: before that there is nothing to see', async () => {
    const panel = link();
    panel.open();
    const visibility = () =>
      document.querySelector<HTMLElement>('[data-upload-assistant=panel]')?.style.visibility;
    const end = await frames.load();
    expect(visibility()).toBe('hidden');
    end.say({ type: 'ready' });
    await vi.waitFor(() => expect(visibility()).toBe('visible'));
    panel.close();
  });

  it('tells a panel that is ready what is around it, and one that starts again, too', async () => {
    const panel = link();
    panel.open();
    const end = await frames.load();
    end.say({ type: 'ready' });
    expect((await end.hears('surroundings')).surroundings).toMatchObject({ isInPanel: false });
    host()?.remove();
    await vi.waitFor(() => expect(told).toEqual(['restart']));
    const again = await frames.load();
    again.say({ type: 'ready' });
    await again.hears('surroundings');
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

  it('ends with the panel: nothing is heard or said, and it can be opened again', async () => {
    const panel = link();
    panel.open();
    const end = await frames.load();
    end.say({ type: 'ready' });
    panel.close();
    expect(host()).toBeNull();
    panel.send({ type: 'thanked' });
    end.say({ type: 'take back' });
    await turn();
    expect([heard, typesOf(end)]).toEqual([[], []]);
    expect(panel.open()).toBe(true);
    panel.close();
  });

  it('starts again when the page throws the panel out, and says so', async () => {
    const panel = link();
    panel.open();
    const end = await frames.load();
    end.say({ type: 'ready' });
    panel.send({ type: 'clicked' });
    await end.hears('clicked');
    host()?.remove();
    await vi.waitFor(() => expect(told).toEqual(['restart']));
    panel.send({ type: 'thanked' });
    const again = await frames.load();
    again.say({ type: 'ready' });
    await again.hears('thanked');
    expect([typesOf(end), typesOf(again)]).toEqual([['clicked'], ['thanked']]);
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
    expect(told).toContain('no panel');
    panel.close();
  });

  it('when the panel is not ready in time', () => {
    vi.useFakeTimers();
    const panel = link();
    panel.open();
    vi.advanceTimersByTime(9_999);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual(['no panel']);
    panel.close();
  });

  it('not when the panel was closed meanwhile, or the assistant has stopped', () => {
    vi.useFakeTimers();
    const panel = link();
    panel.open();
    panel.close();
    vi.advanceTimersByTime(10_000);
    expect(told).toEqual([]);
    panel.open();
    stop.abort();
    expect(vi.getTimerCount()).toBe(0);
    panel.close();
  });

  it('not before a panel that was opened again had its own time', () => {
    vi.useFakeTimers();
    const panel = link();
    panel.open();
    vi.advanceTimersByTime(6_000);
    panel.close();
    panel.open();
    vi.advanceTimersByTime(9_999);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual(['no panel']);
    panel.close();
  });

  it('not once more when it was ended', () => {
    vi.useFakeTimers();
    const panel = link();
    panel.open();
    panel.end();
    vi.advanceTimersByTime(10_000);
    expect(told).toEqual([]);
    expect([panel.isOpen, panel.open()]).toEqual([false, false]);
  });
});

describe('a panel that holds files', () => {
  const PULSE_MS = 1_000;

  /** Ready, and given files; from now on the test moves the clock. */
  async function withFiles() {
    const panel = link();
    panel.open();
    const end = await frames.load();
    end.say({ type: 'ready' });
    panel.send({ type: 'submit stopped' });
    await end.hears('submit stopped');
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    hasFiles = true;
    panel.send({ type: 'chosen', choice: 1, files: [], when: 'at choice' });
    return { panel, end };
  }

  const questions = (end: PanelEnd) =>
    end.heard.filter(({ type }) => type === 'are you there').length;

  /** Lets so many seconds pass; the panel answers each question, or none. */
  async function pass(seconds: number, answer: () => void = () => {}): Promise<void> {
    for (let second = 0; second < seconds; second += 1) {
      answer();
      await turn();
      vi.advanceTimersByTime(PULSE_MS);
      await turn();
    }
  }

  it('is asked at once, and each second', async () => {
    const { panel, end } = await withFiles();
    await end.hears('are you there');
    expect(questions(end)).toBe(1);
    await pass(2);
    expect(questions(end)).toBe(3);
    panel.close();
  });

  it('and says nothing is dead after ten or eleven seconds', async () => {
    const { panel } = await withFiles();
    await pass(9);
    expect(told).toEqual([]);
    await pass(2);
    expect(told).toContain('no panel');
    panel.close();
  });

  it('and answers lives, however long it takes', async () => {
    const { panel, end } = await withFiles();
    await pass(20, () => end.say({ type: 'here' }));
    expect(told).toEqual([]);
    expect(heard).toEqual([]);
    panel.close();
  });

  it('lives also when it says other things', async () => {
    const { panel, end } = await withFiles();
    await pass(20, () => end.say({ type: 'outline' }));
    expect(told).toEqual([]);
    panel.close();
  });

  it('dies later, too', async () => {
    const { panel, end } = await withFiles();
    await pass(6, () => end.say({ type: 'here' }));
    await pass(11);
    expect(told).toContain('no panel');
    panel.close();
  });

  it('is asked no more once it holds none', async () => {
    const { panel, end } = await withFiles();
    await end.hears('are you there');
    hasFiles = false;
    await pass(20);
    expect(questions(end)).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
    expect(told).toEqual([]);
    panel.close();
  });

  it('is asked again with the next choice', async () => {
    const { panel, end } = await withFiles();
    hasFiles = false;
    await pass(2);
    hasFiles = true;
    panel.send({ type: 'chosen', choice: 2, files: [], when: 'at choice' });
    await pass(11);
    expect(questions(end)).toBeGreaterThan(2);
    expect(told).toContain('no panel');
    panel.close();
  });

  it('and is closed, is asked no more', async () => {
    const { panel } = await withFiles();
    panel.close();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('and whose assistant has stopped, is asked no more', async () => {
    const { panel } = await withFiles();
    stop.abort();
    expect(vi.getTimerCount()).toBe(0);
    panel.close();
  });

  it('has its own time to start: before it is ready it is not asked', async () => {
    const panel = link();
    panel.open();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    hasFiles = true;
    panel.send({ type: 'chosen', choice: 1, files: [], when: 'at choice' });
    await pass(20);
    expect(told).toEqual([]);
    panel.close();
  });
});
