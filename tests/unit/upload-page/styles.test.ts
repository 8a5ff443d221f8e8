// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { setStyles } from '../../../lib/upload-page/styles.ts';

function styled(priority?: 'important'): string {
  const element = document.createElement('div');
  setStyles(element, { color: 'red', 'z-index': '5' }, priority);
  return element.style.cssText;
}

describe('our styles', () => {
  it("yield to a person's own style sheet, because text spacing must be theirs to set", () => {
    expect(styled()).toBe('color: red; z-index: 5;');
  });

  it("win over the page's own styles on request", () => {
    expect(styled('important')).toBe('color: red !important; z-index: 5 !important;');
  });
});
