import { describe, expect, it } from 'vitest';
import type { Making } from '../../../lib/session/making.ts';
import type { SessionFile } from '../../../lib/session/session-file.ts';
import { newFile } from '../../../lib/session/session-file.ts';
import { workLeft } from '../../../lib/session/work-left.ts';
import { textOf } from '../support/facts.ts';

const ORDER = { packing: 'zip', entryName: 'SENR 2022-23.txt' } as const;

function file(bytes: number, other: Partial<SessionFile> = {}): SessionFile {
  return { ...newFile('a', new File([new Uint8Array(bytes)], 'a.txt')), ...other };
}

function checked(bytes: number, making?: Making): SessionFile {
  const inspection = textOf('SENR', '2022-23');
  return file(bytes, { check: { stage: 'checked', inspection, recalled: {} }, making });
}

function zipping(done: number, elapsed: number): Making {
  return { order: ORDER, stage: 'shape unknown', progress: { work: 'zip', done, elapsed } };
}

describe('the work on all files', () => {
  it('is a share of all bytes while files are checked', () => {
    const files = [checked(300), file(100, { check: { stage: 'checking', done: 0.5 } }), file(100)];
    expect(workLeft(files)).toEqual({ kind: 'check', files: 2, done: 0.7 });
  });

  it('goes on with what is made, once all files are checked', () => {
    const settled: Making = { order: ORDER, stage: 'settled' };
    const files = [checked(100), checked(100, settled), checked(100, zipping(0.5, 500))];
    expect(workLeft(files)).toEqual({ kind: 'make', files: 1, done: 0.75 });
  });

  it('takes as long as the bytes that are left, at the speed so far', () => {
    const waiting: Making = { order: ORDER, stage: 'shape unknown' };
    const files = [checked(100, zipping(0.5, 2000)), checked(100, waiting)];
    expect(workLeft(files)?.secondsLeft).toBe(6);
  });

  it('is not over while a copy is still proven', () => {
    expect(workLeft([checked(100, zipping(1, 500))])).toMatchObject({ kind: 'make', files: 1 });
  });

  it.each([
    ['no files', []],
    ['files that are checked and go as they are', [checked(100)]],
    ['files that were removed', [file(100, { isRemoved: true })]],
    ['copies that were cancelled', [checked(100, { order: ORDER, stage: 'stopped' })]],
  ])('is nothing for %s', (_, files) => {
    expect(workLeft(files)).toBeUndefined();
  });
});
