import { describe, expect, it } from 'vitest';
import { safelyWith } from '../../../lib/upload-page/safely.ts';

const BROKEN = new Error('broken');

function withFailures() {
  const failures: unknown[] = [];
  return { failures, safely: safelyWith((error) => failures.push(error)) };
}

describe('work that is done safely', () => {
  it('gets its arguments and returns its result', () => {
    const { safely, failures } = withFailures();
    expect(safely((a: number, b: number) => a + b)(1, 2)).toBe(3);
    expect(failures).toEqual([]);
  });

  it('reports an error that it throws, and returns nothing', () => {
    const { safely, failures } = withFailures();
    const work = safely(() => {
      throw BROKEN;
    });
    expect(work()).toBeUndefined();
    expect(failures).toEqual([BROKEN]);
  });

  it('also reports an error that comes later', async () => {
    const { safely, failures } = withFailures();
    await expect(safely(() => Promise.reject(BROKEN))()).rejects.toBe(BROKEN);
    expect(failures).toEqual([BROKEN]);
  });
});
