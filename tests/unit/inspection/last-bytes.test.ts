import { describe, expect, it } from 'vitest';
import { LastBytes } from '../../../lib/inspection/last-bytes.ts';
import { rawZip } from '../../corpus/raw-zip.ts';
import { latin1, record } from '../support/records.ts';

function containerOf(...blocks: readonly Uint8Array[]) {
  const last = new LastBytes();
  for (const block of blocks) last.feed(block);
  return last.container(blocks.reduce((sum, { length }) => sum + length, 0));
}

describe('the last bytes', () => {
  const whole = rawZip([{}]);
  const secondDisk = rawZip([{}], { disk: 1 });
  const commented = Buffer.concat([secondDisk, Buffer.from('a comment')]);
  commented.writeUInt16LE(9, secondDisk.length - 2);

  it.each([
    ['of the second disk', secondDisk.subarray(40)],
    ['of the second disk, with a comment', commented.subarray(40)],
    ['of a zip cut into pieces', whole.subarray(40)],
    ['of nothing but the end record', whole.subarray(-22)],
  ])('reveal the last part of a split zip: %s', (_what, bytes) => {
    expect(containerOf(bytes)).toBe('split zip');
    for (const at of [1, 10, bytes.length - 21, bytes.length - 1]) {
      expect(containerOf(bytes.subarray(0, at), bytes.subarray(at))).toBe('split zip');
    }
  });

  it.each([
    ['nothing', Buffer.of()],
    ['a whole zip', whole],
    ['a program with a zip at its end', Buffer.concat([Buffer.alloc(500, 'MZ'), whole])],
    ['an end record that is not at the end', Buffer.concat([secondDisk, Buffer.alloc(30)])],
    ['a text', latin1(record('SENR'))],
  ])('reveal nothing for %s', (_what, bytes) => {
    expect(containerOf(bytes)).toBeUndefined();
  });
});
