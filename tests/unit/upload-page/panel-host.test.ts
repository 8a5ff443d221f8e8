// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPanelHost } from '../../../lib/upload-page/panel-host.ts';
import { element } from './trusted.ts';

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
  const options = { url: 'about:blank', title: 'Upload Assistant', onLoad: () => {} };
  const panel = createPanelHost(document, options);
  return { panel, shadow: shadows[0] };
}

afterEach(() => {
  vi.restoreAllMocks();
  document.querySelector(SELECTOR)?.remove();
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

  it('is as high as it asks to be, and no higher than the window', () => {
    const { panel } = create();
    panel.resize(512);
    expect(host().style.getPropertyValue('height')).toBe('512px');
    expect(host().style.getPropertyValue('max-height')).toContain('100vh');
  });

  it('goes without a trace', () => {
    const { panel } = create();
    panel.remove();
    expect(document.querySelector(SELECTOR)).toBeNull();
  });
});
