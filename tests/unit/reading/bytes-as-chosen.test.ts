import { describe, expect, it } from 'vitest';
import { bytesAsChosen } from '../../../lib/reading/bytes-as-chosen.ts';

/** As Firefox reads a file that has grown: all of it, but a slice only to the end it had. */
function grownFile(before: string, now: string): Blob {
  const chosen = new Blob([before]);
  return Object.defineProperty(chosen, 'arrayBuffer', {
    value: () => new Blob([now]).arrayBuffer(),
  });
}

describe('the bytes of a chosen file', () => {
  it('end where the file ended when it was chosen', async () => {
    const bytes = await bytesAsChosen(grownFile('SENR-R^1', 'SENR-R^1 and one more'));
    expect(new TextDecoder().decode(bytes)).toBe('SENR-R^1');
  });

  it('are none of a file that can no longer be read', async () => {
    const slice = () => ({
      arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')),
    });
    const gone = Object.defineProperty(new Blob(['SENR']), 'slice', { value: slice });
    expect(await bytesAsChosen(gone)).toBeUndefined();
  });
});
