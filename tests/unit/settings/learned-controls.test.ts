import { describe, expect, it } from 'vitest';
import { forget, MOST_LEARNED, remember } from '../../../lib/settings/learned-controls.ts';
import { learned } from '../support/learned.ts';

describe('remember', () => {
  it('adds, in the order of time', () => {
    const early = learned('submit', { at: 1 });
    const late = learned('description', { at: 2 });
    expect(remember([late], early)).toEqual([early, late]);
  });

  it('replaces what was known of the same control on the same version of the site', () => {
    const first = learned('submit', { at: 1 });
    const again = learned('submit', { at: 2 });
    const elsewhere = learned('submit', { at: 1, siteVersion: 'v2' });
    const other = learned('files', { at: 1 });
    expect(remember([first, elsewhere, other], again)).toEqual([elsewhere, other, again]);
  });

  it(`keeps the latest ${MOST_LEARNED}`, () => {
    const many = Array.from({ length: MOST_LEARNED }, (_, n) =>
      learned('submit', { at: n + 1, siteVersion: `v${n}` }),
    );
    const one = learned('submit', { at: 99, siteVersion: 'v99' });
    expect(remember(many, one)).toEqual([...many.slice(1), one]);
  });
});

describe('forget', () => {
  it('forgets the one of that time, and no other', () => {
    const [first, second] = [learned('submit', { at: 1 }), learned('files', { at: 2 })];
    expect(forget([first, second], 1)).toEqual([second]);
    expect(forget([first, second], 3)).toEqual([first, second]);
  });
});
