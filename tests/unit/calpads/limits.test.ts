import { expect, it } from 'vitest';
import {
  AIMED_ZIP_PART_BYTES,
  LARGEST_TEXT_PART_BYTES,
  LARGEST_UPLOAD_BYTES,
} from '../../../lib/calpads/limits.ts';

it('reads 30 MB in the way that is safe under both meanings', () => {
  expect(LARGEST_UPLOAD_BYTES).toBe(30_000_000);
});

it('reads 10,000 KB for a part that is not zipped in the same way', () => {
  expect(LARGEST_TEXT_PART_BYTES).toBe(10_000_000);
});

it('aims zipped parts below the limit, so a part that shrinks less still passes', () => {
  expect(AIMED_ZIP_PART_BYTES).toBeLessThan(0.95 * LARGEST_UPLOAD_BYTES);
});
