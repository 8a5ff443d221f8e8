import { afterEach, describe, expect, it, vi } from 'vitest';
import { isButtonPopup } from '../../../lib/browser/own-window.ts';

const world = vi.hoisted(() => ({ popups: [] as object[] }));
vi.mock('webextension-polyfill', () => ({
  default: {
    extension: {
      getViews: ({ type }: { type?: string }) => (type === 'popup' ? world.popups : []),
    },
  },
}));
afterEach(() => vi.unstubAllGlobals());

describe('a page of the extension', () => {
  it('is what the button opened if the browser lists its window as a popup', () => {
    const own = { name: 'own window' };
    vi.stubGlobal('window', own);
    world.popups = [own];
    expect(isButtonPopup()).toBe(true);
  });

  it('is a tab if the popup is another window', () => {
    vi.stubGlobal('window', { name: 'own window' });
    world.popups = [{ name: 'another window' }];
    expect(isButtonPopup()).toBe(false);
  });
});
