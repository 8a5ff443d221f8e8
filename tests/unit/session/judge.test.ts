import { describe, expect, it } from 'vitest';
import { judgedFiles } from '../../../lib/session/judge.ts';
import type { SessionFile } from '../../../lib/session/session-file.ts';
import { newFile } from '../../../lib/session/session-file.ts';
import { textOf } from '../support/facts.ts';

function checked(id: string, other: Partial<SessionFile> = {}): SessionFile {
  const inspection = textOf('SENR', '2022-23');
  const check = { stage: 'checked', inspection, recalled: {} } as const;
  return { ...newFile(id, new File([id], `${id}.txt`)), check, ...other };
}

function withProgress(file: SessionFile, zippedBytes?: number): SessionFile {
  const order = { packing: 'zip', entryName: 'SENR 2022-23.txt' } as const;
  const progress = { work: 'zip', done: 0.5, elapsed: 1 } as const;
  return { ...file, making: { order, stage: 'shape unknown', progress, zippedBytes } };
}

describe('what the rules say', () => {
  it('is not asked again for progress', () => {
    const [one, other] = [checked('a'), checked('b')];
    const [before] = judgedFiles({ files: [one, other] });
    const [after] = judgedFiles({ files: [withProgress(one), other] });
    expect(after?.result).toBe(before?.result);
    expect(after?.file.making?.progress?.done).toBe(0.5);
  });

  it.each<[what: string, change: (file: SessionFile) => SessionFile]>([
    ['the size of the zip', (file) => withProgress(file, 40_000_000)],
    ['an answer of the person', (file) => ({ ...file, chosenYear: '2021-22' })],
    ['the content', ({ id }) => checked(id)],
  ])('is asked again for %s', (_, change) => {
    const one = checked('a');
    const [before] = judgedFiles({ files: [one] });
    const [after] = judgedFiles({ files: [change(one)] });
    expect(after?.result).not.toBe(before?.result);
  });

  it('is asked again when another file is there', () => {
    const one = checked('a');
    const [before] = judgedFiles({ files: [one] });
    const [after] = judgedFiles({ files: [one, checked('b')] });
    expect(before?.plan?.kind).toBe('can go');
    expect(after?.plan?.kind).not.toBe('can go');
  });
});
