import { describe, expect, it, vi } from 'vitest';
import { browserOf } from '../../../lib/browser/running-on.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));

const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.1.2 Safari/537.36';

describe('the browser in a report', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; rv:153.0) Gecko/20100101 Firefox/153.0', 'Firefox 153'],
    [CHROME, 'Chrome 149'],
    [`${CHROME} Edg/149.0.9.9`, 'Edge 149'],
    [`${CHROME} OPR/120.0.1`, 'Opera 120'],
    ['Zqx', 'another browser'],
  ])('of "%s" is %s', (userAgent, name) => {
    expect(browserOf(userAgent)).toBe(name);
  });
});
