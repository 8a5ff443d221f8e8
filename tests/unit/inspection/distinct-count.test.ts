import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DistinctCount } from '../../../lib/inspection/distinct-count.ts';

const HALF = 100_000;

function estimateOf(numbers: Iterable<number>): number {
  const count = new DistinctCount();
  for (const number of numbers) count.add(Math.floor(number / HALF), number % HALF);
  return count.estimate;
}

function* sequence(from: number, step: number, length: number) {
  for (let at = 0; at < length; at += 1) yield from + step * at;
}

describe('the estimate of how many numbers are different', () => {
  it('is exact for a few', () => {
    expect(estimateOf([])).toBe(0);
    expect(estimateOf([9912345678])).toBe(1);
    expect(estimateOf([9912345678, 9912345679, 9912345678])).toBe(2);
    expect(estimateOf([1234500000, 12345])).toBe(2);
  });

  it.each([
    [1, 1000],
    [1, 20_000],
    [7, 500_000],
    [100_000, 40_000],
    [99_999, 60_000],
    [1, 1_500_000],
  ])('is within 1 %% for a sequence in steps of %i: %i numbers', (step, length) => {
    const estimate = estimateOf(sequence(1_000_000_000, step, length));
    expect(Math.abs(estimate - length) / length).toBeLessThan(0.01);
  });

  it('does not depend on order or repetition', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 9_999_999_999 }), { maxLength: 300 });
    fc.assert(
      fc.property(numbers, (each) => {
        const different = new Set(each).size;
        const estimate = estimateOf([...each, ...each.toReversed()]);
        expect(estimate).toBe(estimateOf(each));
        expect(Math.abs(estimate - different)).toBeLessThanOrEqual(2);
      }),
    );
  });
});
