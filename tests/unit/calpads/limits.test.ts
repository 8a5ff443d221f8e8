import { expect, it } from 'vitest';
import { LARGEST_UPLOAD_BYTES } from '../../../lib/calpads/limits.ts';

it('30 MB is read in the way that is safe under both meanings', () => {
  expect(LARGEST_UPLOAD_BYTES).toBe(30_000_000);
});
