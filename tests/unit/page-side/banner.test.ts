// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { showBanner } from '../../../lib/page-side/banner.ts';
import { element } from '../upload-page/trusted.ts';

const SELECTOR = '[data-upload-assistant=banner]';
const banner = () => element(SELECTOR, HTMLElement);

beforeEach(() => {
  document.querySelector(SELECTOR)?.remove();
  showBanner(document, 'The assistant <b>stopped</b>.', 'Close');
});

describe('the banner', () => {
  it('says what happened, and is announced', () => {
    expect(banner().textContent).toContain('The assistant <b>stopped</b>.');
    expect(banner().getAttribute('role')).toBe('alert');
    expect(banner().querySelector('b')).toBeNull();
  });

  it("stands outside the page's body, above everything", () => {
    expect(banner().parentElement).toBe(document.documentElement);
    expect(banner().style.getPropertyValue('position')).toBe('fixed');
    expect(banner().style.getPropertyValue('z-index')).toBe('2147483647');
  });

  it('goes with its button, which submits nothing', () => {
    const button = element(`${SELECTOR} button`, HTMLButtonElement);
    expect(button.type).toBe('button');
    expect(button.textContent).toBe('Close');
    button.click();
    expect(document.querySelector(SELECTOR)).toBeNull();
  });
});
