// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { submitMarker } from '../../../lib/page-side/submit-marker.ts';

const KEY = 'upload-assistant-submitted';

beforeEach(() => window.sessionStorage.clear());
afterEach(() => vi.restoreAllMocks());

describe('the mark of a submission', () => {
  it('is there for the next page of the tab, until it is cleared', () => {
    expect(submitMarker.read(window)).toBeUndefined();
    submitMarker.set(window, 'clicked');
    expect(submitMarker.read(window)).toBe('clicked');
    submitMarker.clear(window, 'clicked');
    expect(submitMarker.read(window)).toBeUndefined();
    expect(window.sessionStorage).toHaveLength(0);
  });

  it('stays where another is cleared: that message may still be on its way', () => {
    submitMarker.set(window, 'clicked');
    submitMarker.set(window, 'thanked');
    submitMarker.clear(window, 'clicked');
    expect(submitMarker.read(window)).toBe('thanked');
  });

  it('is nothing that somebody else wrote', () => {
    window.sessionStorage.setItem(KEY, 'true');
    expect(submitMarker.read(window)).toBeUndefined();
  });

  it('holds one word, and nothing else is stored', () => {
    submitMarker.set(window, 'thanked');
    expect({ ...window.sessionStorage }).toEqual({ [KEY]: 'thanked' });
  });

  it('is missing where storage is forbidden, and nothing breaks', () => {
    vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
      throw new DOMException('Forbidden', 'SecurityError');
    });
    submitMarker.set(window, 'clicked');
    expect(submitMarker.read(window)).toBeUndefined();
    submitMarker.clear(window, 'clicked');
  });
});
