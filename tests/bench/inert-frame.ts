import type { Doc } from '../e2e/drivers/driver.ts';

const PANEL = '[data-upload-assistant=panel]';

/** In CSS pixels. */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

export function panelSize(page: Doc): Promise<FrameSize> {
  return page.evaluate((selector) => {
    const { width, height } = document.querySelector(selector)?.getBoundingClientRect() ?? {};
    if (!width || !height) throw new Error('There is no panel on the page.');
    return { width, height };
  }, PANEL);
}

/**
 * A frame that looks as the panel's does and does nothing: what any page pays for having one in front
 * of it while it paints.
 */
export function putInertFrame(page: Doc, size: FrameSize): Promise<void> {
  return page.evaluate(({ width, height }: FrameSize) => {
    const host = document.createElement('div');
    host.dataset['inertFrame'] = '';
    host.style.cssText = `all: initial; position: fixed; z-index: 2147483647; right: 16px; bottom: 0; width: ${width}px; height: ${height}px`;
    const frame = document.createElement('iframe');
    frame.style.cssText =
      'all: initial; display: block; width: 100%; height: 100%; border: 0; border-radius: 8px 8px 0 0; box-shadow: 0 2px 16px rgb(0 0 0 / 35%); color-scheme: light dark';
    frame.srcdoc = '<p>A frame</p>';
    host.attachShadow({ mode: 'closed' }).append(frame);
    document.documentElement.append(host);
  }, size);
}

export function removeInertFrame(page: Doc): Promise<void> {
  return page.evaluate(() => document.querySelector('[data-inert-frame]')?.remove(), undefined);
}
