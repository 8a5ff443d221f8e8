// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Box, Surroundings } from '../../../lib/messaging/panel-dock.ts';
import { watchSurroundings } from '../../../lib/page-side/panel-surroundings.ts';
import { element } from '../upload-page/trusted.ts';

/** happy-dom does no layout: each element says where it is. */
function layOutFrom(element_: Element): DOMRect {
  const [left, top, width, height] = (element_.getAttribute('data-box') ?? '0 0 0 0')
    .split(' ')
    .map(Number);
  return new DOMRect(left, top, width, height);
}

const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  width,
  height,
});
const input = () => element('#files', HTMLInputElement);

let stop = new AbortController();
let told: Surroundings[] = [];
let controls: HTMLElement[] = [];

function watch() {
  return watchSurroundings({
    window,
    document,
    panel: element('#panel', HTMLElement),
    controls: () => controls,
    onChange: (surroundings) => told.push(surroundings),
    signal: stop.signal,
  });
}

/** Lets the next frame come. */
const nextFrame = () => new Promise((resolve) => setTimeout(resolve, 40));

beforeEach(() => {
  stop = new AbortController();
  told = [];
  document.body.innerHTML = `
    <p data-box="10 20 300 40"><input type="file" id="files" data-box="10 20 300 40"></p>
    <a href="#" data-box="5 6 70 8">Help</a><div id="panel" tabindex="-1"></div>`;
  controls = [input()];
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return layOutFrom(this);
  });
  vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(1280);
  vi.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(800);
});
afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
});

describe('the surroundings of the panel', () => {
  it('are the window, and the controls that can be seen', () => {
    watch().tell();
    expect(told).toEqual([
      {
        window: { width: 1280, height: 800 },
        controls: [box(10, 20, 300, 40)],
        focus: [],
        isInPanel: false,
      },
    ]);
  });

  it('hold what is around a control that a widget hides, or nothing', () => {
    input().dataset['box'] = '0 0 1 1';
    input().parentElement?.setAttribute('data-box', '7 7 200 100');
    const { tell } = watch();
    tell();
    expect(told.at(-1)?.controls).toEqual([box(7, 7, 200, 100)]);
    input().parentElement?.setAttribute('data-box', '0 0 0 0');
    tell();
    expect(told.at(-1)?.controls).toEqual([]);
  });

  it('hold nothing of a hidden control whose surroundings are the whole form', () => {
    input().dataset['box'] = '0 0 1 1';
    const other = document.createElement('select');
    other.dataset['box'] = '3 4 50 60';
    input().after(other);
    controls = [input(), other];
    watch().tell();
    expect(told.at(-1)?.controls).toEqual([box(3, 4, 50, 60)]);
  });

  it('hold the focus of the page at once', () => {
    watch();
    element('a', HTMLElement).focus();
    expect(told.at(-1)).toMatchObject({ focus: [box(5, 6, 70, 8)], isInPanel: false });
  });

  it('hold the focus after a key where the browser sends no focus event', async () => {
    watch();
    vi.spyOn(document, 'activeElement', 'get').mockReturnValue(element('a', HTMLElement));
    window.dispatchEvent(new Event('keyup'));
    await nextFrame();
    expect(told.at(-1)?.focus).toEqual([box(5, 6, 70, 8)]);
  });

  it('hold the focus inside an open shadow root', () => {
    const host = document.createElement('div');
    const inner = document.createElement('button');
    inner.dataset['box'] = '1 2 30 40';
    host.attachShadow({ mode: 'open' }).append(inner);
    document.body.append(host);
    watch();
    inner.focus();
    expect(told.at(-1)?.focus).toEqual([box(1, 2, 30, 40)]);
  });

  it('say whether the person is in the panel', () => {
    watch();
    element('#panel', HTMLElement).focus();
    expect(told.at(-1)).toMatchObject({ focus: [], isInPanel: true });
  });

  it('are told once for each change, in the next frame', async () => {
    const { look } = watch();
    look();
    await nextFrame();
    look();
    look();
    await nextFrame();
    expect(told).toHaveLength(1);
    input().dataset['box'] = '10 0 300 40';
    window.dispatchEvent(new Event('scroll'));
    expect(told).toHaveLength(1);
    await nextFrame();
    expect(told.at(-1)?.controls).toEqual([box(10, 0, 300, 40)]);
  });

  it('are told no more after the end', async () => {
    const { look } = watch();
    look();
    stop.abort();
    await nextFrame();
    element('a', HTMLElement).focus();
    expect(told).toEqual([]);
  });

  it('are left alone where something breaks', () => {
    const { tell } = watch();
    controls = [input()];
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(() => {
      throw new Error('broken');
    });
    expect(tell).not.toThrow();
    expect(told).toEqual([]);
  });
});
