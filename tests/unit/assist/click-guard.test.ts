import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sight } from '../../../components/assist/click-guard.ts';
import { ClickGuard, TOO_EARLY_MS } from '../../../components/assist/click-guard.ts';

const IN_VIEW: Sight = { isIntersecting: true, isVisible: true };
const COVERED: Sight = { isIntersecting: true, isVisible: false };
const OUT: Sight = { isIntersecting: false, isVisible: false };
/** As Firefox tells it. */
const IN_VIEW_IN_FIREFOX: Sight = { isIntersecting: true };

function after(...notes: readonly (readonly [Sight, number])[]) {
  const guard = new ClickGuard();
  for (const [sight, now] of notes) guard.note(sight, now);
  return guard;
}

describe('a click on a button that acts outward', () => {
  it('does not count before the button was ever in view', () => {
    expect(new ClickGuard().judge('pointer', 10_000)).toBe('too early');
    expect(new ClickGuard().judge('key', 10_000)).toBe('too early');
  });

  it.each([IN_VIEW, IN_VIEW_IN_FIREFOX])('counts 300 ms after it came into view: %j', (sight) => {
    const guard = after([sight, 1000]);
    for (const by of ['pointer', 'key'] as const) {
      expect(guard.judge(by, 1299)).toBe('too early');
      expect(guard.judge(by, 1300)).toBe('counts');
    }
  });

  it('begins to wait again when the button goes and comes back', () => {
    const guard = after([IN_VIEW, 0], [OUT, 5000], [IN_VIEW, 5100]);
    expect(guard.judge('pointer', 5399)).toBe('too early');
    expect(guard.judge('key', 5399)).toBe('too early');
    expect(guard.judge('pointer', 5400)).toBe('counts');
  });

  it('of the pointer does not count while the page covers the panel; a key does', () => {
    const guard = after([COVERED, 0]);
    expect(guard.judge('pointer', 60_000)).toBe('not seen');
    expect(guard.judge('key', 60_000)).toBe('counts');
  });

  it('of the pointer does not count just after the page uncovers the panel', () => {
    const guard = after([IN_VIEW, 0], [COVERED, 5000], [IN_VIEW, 6000]);
    expect(guard.judge('pointer', 6299)).toBe('not seen');
    expect(guard.judge('pointer', 6300)).toBe('counts');
  });

  it('counts only after 300 ms of unbroken sight, whatever went before', () => {
    const notes = fc.array(
      fc.tuple(fc.constantFrom(IN_VIEW, COVERED, OUT), fc.integer({ min: 0, max: 400 })),
      { minLength: 1, maxLength: 10 },
    );
    fc.assert(
      fc.property(notes, fc.integer({ min: 0, max: 400 }), (steps, wait) => {
        const guard = new ClickGuard();
        let now = 0;
        let sightSince: number | undefined;
        for (const [sight, later] of steps) {
          now += later;
          guard.note(sight, now);
          sightSince = sight === IN_VIEW ? (sightSince ?? now) : undefined;
        }
        now += wait;
        const hasSeen = sightSince !== undefined && now - sightSince >= TOO_EARLY_MS;
        expect(guard.judge('pointer', now) === 'counts').toBe(hasSeen);
      }),
      { numRuns: 1000 },
    );
  });
});
