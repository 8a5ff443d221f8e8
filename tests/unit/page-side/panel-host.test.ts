// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { removeLeftovers } from '../../../lib/page-side/leftovers.ts';
import type { PanelHost } from '../../../lib/page-side/panel-host.ts';
import { createPanelHost } from '../../../lib/page-side/panel-host.ts';
import { safelyWith } from '../../../lib/upload-page/safely.ts';
import { element } from '../upload-page/trusted.ts';

// happy-dom loads no frames; without this it says so at length each time.
const { happyDOM } = window as unknown as {
  happyDOM: { settings: { handleDisabledFileLoadingAsSuccess: boolean } };
};
happyDOM.settings.handleDisabledFileLoadingAsSuccess = true;

const SELECTOR = '[data-upload-assistant=panel]';
const host = () => element(SELECTOR, HTMLElement);

function create() {
  const shadows: ShadowRoot[] = [];
  const attach = HTMLElement.prototype.attachShadow;
  vi.spyOn(HTMLElement.prototype, 'attachShadow').mockImplementation(function (
    this: HTMLElement,
    init,
  ) {
    const shadow = attach.call(this, init);
    shadows.push(shadow);
    return shadow;
  });
  const options = {
    url: 'about:blank',
    title: 'Upload Assistant',
    safely: safelyWith(() => told.push('failure')),
    onLoad: () => {},
    onRemoved: () => told.push('removed'),
    onGone: () => told.push('gone'),
  };
  const panel = createPanelHost(document, options);
  made = panel;
  return { panel, shadow: shadows[0] };
}

/** Mutation observers speak after the work that is under way. */
const observed = () => new Promise((resolve) => setTimeout(resolve, 0));

let told: string[] = [];
let made: PanelHost | undefined;

afterEach(() => {
  told = [];
  vi.restoreAllMocks();
  made?.remove();
});

describe('the panel', () => {
  it("is a frame with a title, in a shadow root that the page's scripts cannot open", () => {
    const { shadow } = create();
    expect(shadow?.mode).toBe('closed');
    expect(host().shadowRoot).toBeNull();
    const frame = shadow?.querySelector('iframe');
    expect(frame?.title).toBe('Upload Assistant');
    expect(frame?.src).toBe('about:blank');
  });

  it("stands outside the page's body, so that the page's layout does not move", () => {
    create();
    expect(host().parentElement).toBe(document.documentElement);
    expect(host().style.getPropertyValue('position')).toBe('fixed');
  });

  it('is not seen before it appears, and neither is its frame', () => {
    const { panel, shadow } = create();
    expect(host().style.visibility).toBe('hidden');
    expect(shadow?.querySelector('iframe')?.style.visibility).toBe('inherit');
    panel.appear();
    expect(host().style.visibility).toBe('visible');
  });

  it('stands where it is told to', () => {
    const { panel } = create();
    panel.show({ left: 1, top: 2, width: 330, height: 512 });
    const { left, top, width, height, right, bottom } = host().style;
    expect([left, top, width, height]).toEqual(['1px', '2px', '330px', '512px']);
    expect([right, bottom]).toEqual(['auto', 'auto']);
    expect(host()).toBe(panel.element);
  });

  it('shows where it would be while the person drags it, out of reach of the page', () => {
    const { panel, shadow } = create();
    panel.outline({ left: 1, top: 2, width: 330, height: 512 });
    panel.outline({ left: 9, top: 2, width: 330, height: 512 });
    const outlines = () => [...(shadow?.querySelectorAll<HTMLElement>('div') ?? [])];
    expect(outlines().map(({ style }) => style.left)).toEqual(['9px']);
    expect(outlines()[0]?.style.pointerEvents).toBe('none');
    panel.outline(undefined);
    expect(outlines()).toEqual([]);
  });

  it('moves further in when the page takes it out, and says so each time', async () => {
    create();
    document.body.innerHTML = '<main><section><form></form></section></main>';
    const parents = [];
    for (let times = 0; times < 4; times += 1) {
      host().remove();
      await observed();
      parents.push(host().parentElement?.localName);
    }
    expect(parents).toEqual(['body', 'section', 'main', 'html']);
    expect(told).toEqual(Array.from({ length: 4 }, () => 'removed'));
    host().remove();
    await observed();
    expect(document.querySelector(SELECTOR)).toBeNull();
    expect(told.slice(4)).toEqual(['removed', 'gone']);
  });

  it('is not put back when the assistant itself takes it out', async () => {
    const { panel } = create();
    panel.remove();
    await observed();
    expect(document.querySelector(SELECTOR)).toBeNull();
    expect(told).toEqual([]);
  });

  it('goes without a trace', () => {
    const { panel } = create();
    panel.remove();
    expect(document.querySelector(SELECTOR)).toBeNull();
  });
});

describe('what an earlier run left', () => {
  it('goes, but for the shelter of an input that is the page’s own', () => {
    document.body.innerHTML = ['panel', 'mark', 'banner', 'shelter']
      .map((part) => `<div data-upload-assistant="${part}"></div>`)
      .join('');
    expect(removeLeftovers(document)).toBe(true);
    const left = [...document.querySelectorAll<HTMLElement>('[data-upload-assistant]')];
    expect(left.map(({ dataset }) => dataset['uploadAssistant'])).toEqual(['shelter']);
  });

  it('is nothing on a page where no panel was', () => {
    document.body.innerHTML = '<div data-upload-assistant="shelter"></div>';
    expect(removeLeftovers(document)).toBe(false);
  });
});
