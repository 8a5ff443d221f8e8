import { beforeEach, describe, expect, it } from 'vitest';
import { formatLabel } from '../../../lib/calpads/file-label.ts';
import { hashesOf } from '../../../lib/inspection/content-hash.ts';
import type { FromPanel } from '../../../lib/messaging/page-port.ts';
import { CopyProver } from '../../../lib/session/copy-prover.ts';
import type { PreparedFile, SessionFile } from '../../../lib/session/session-file.ts';
import { newFile } from '../../../lib/session/session-file.ts';
import { textOf } from '../support/facts.ts';
import { settle, sha256Of } from './harness.ts';

const LABEL = { fileType: 'SENR', schoolYear: '2022-23', order: 'type first' } as const;

let asked: Extract<FromPanel, { type: 'copy' }>[] = [];
let prover: CopyProver;

/** Checked, and goes under the right name. */
async function prepared(words: string, other: Partial<SessionFile> = {}): Promise<PreparedFile> {
  const file = new File([words], 'senr.txt', { type: 'text/plain' });
  const { contentHash } = await hashesOf(file);
  const inspection = textOf('SENR', '2022-23', { contentHash, bytes: file.size });
  return {
    file: {
      ...newFile(`id of ${words}`, file),
      check: { stage: 'checked', inspection, recalled: {} },
      ...other,
    },
    plan: { kind: 'can go', label: LABEL, name: `${formatLabel(LABEL)}.txt`, steps: ['rename'] },
    label: LABEL,
    partsLeft: undefined,
  };
}

async function zipped(words: string, sha256: string): Promise<PreparedFile> {
  const one = await prepared('text', {
    making: {
      order: { packing: 'zip', entryName: 'SENR 2022-23.txt' },
      stage: 'settled',
      whole: { blob: new Blob([words]), sha256 },
    },
  });
  return { ...one, plan: { ...one.plan, name: 'SENR 2022-23.zip', steps: ['zip'] } };
}

function answer(words?: string): void {
  const copy = asked.at(-1)?.copy ?? '';
  prover.copied({ type: 'copied', copy, ...(words && { file: new File([words], 'copy') }) });
}

beforeEach(() => {
  asked = [];
  prover = new CopyProver({
    toPage: (message) => {
      if (message.type === 'copy') asked.push(message);
    },
    hashes: hashesOf,
  });
});

describe('a copy on the page', () => {
  it('is proven when it is what was checked, byte for byte', async () => {
    const proving = prover.copyInPage([await prepared('senr')]);
    expect(asked).toEqual([
      {
        type: 'copy',
        copy: 'copy-1',
        name: 'SENR 2022-23.txt',
        of: { kind: 'chosen', id: 'id of senr' },
      },
    ]);
    answer('senr');
    const { proven, changed } = await proving;
    expect(changed).toEqual([]);
    expect(proven).toMatchObject([
      { copy: 'copy-1', record: { attachedBytes: 4, attachedSha256: sha256Of('senr') } },
    ]);
  });

  it.each([
    ['is longer', 'senr and more'],
    ['has other bytes', 'sinf'],
    ['could not be made', undefined],
  ])('is not, when it %s', async (_how, words) => {
    const proving = prover.copyInPage([await prepared('senr')]);
    answer(words);
    expect(await proving).toEqual({ proven: [], changed: ['id of senr'] });
  });

  it('of what was made is proven by its SHA-256', async () => {
    const proving = prover.copyInPage([await zipped('zip', sha256Of('zip'))]);
    expect(asked[0]).toMatchObject({ name: 'SENR 2022-23.zip', of: { kind: 'made' } });
    answer('zip');
    expect((await proving).proven).toMatchObject([
      { record: { name: 'SENR 2022-23.zip', attachedSha256: sha256Of('zip') } },
    ]);
    const other = prover.copyInPage([await zipped('zip', sha256Of('another'))]);
    answer('zip');
    expect((await other).changed).toHaveLength(1);
  });

  it('is asked for after the one before it is proven: each may be 30 MB', async () => {
    const proving = prover.copyInPage([await prepared('one'), await prepared('two')]);
    await settle();
    expect(asked).toHaveLength(1);
    answer('one');
    await expect.poll(() => asked.length).toBe(2);
    expect(new Set(asked.map(({ copy }) => copy)).size).toBe(2);
    answer('three');
    const { proven, changed } = await proving;
    expect([proven.length, changed]).toEqual([1, ['id of two']]);
  });

  it('that nobody asked for is nothing', async () => {
    const proving = prover.copyInPage([await prepared('senr')]);
    prover.copied({ type: 'copied', copy: 'copy-9', file: new File(['x'], 'x') });
    answer('senr');
    expect((await proving).proven).toHaveLength(1);
  });

  it('is not proven where nobody can hash it', async () => {
    const silent = new CopyProver({
      toPage: () => queueMicrotask(() => silent.copied({ type: 'copied', copy: 'copy-1', file })),
      hashes: () => Promise.reject(new Error('NotReadableError')),
    });
    const file = new File(['senr'], 'copy');
    const one = await prepared('senr');
    expect(await silent.copyInPage([one])).toEqual({ proven: [], changed: ['id of senr'] });
  });
});

describe('a copy to save', () => {
  it('is a blob of our own with the very bytes', async () => {
    const one = await prepared('senr');
    const copy = await prover.copyHere(one);
    expect(await copy?.blob.text()).toBe('senr');
    expect(copy?.blob).not.toBe(one.file.file);
    expect(copy?.blob.type).toBe('text/plain');
    expect(copy?.proven.record).toMatchObject({ attachedSha256: sha256Of('senr') });
    expect(asked).toEqual([]);
  });

  it('is none where the file is not what was checked', async () => {
    const one = await prepared('senr');
    const file = new File(['sinf'], 'senr.txt');
    expect(await prover.copyHere({ ...one, file: { ...one.file, file } })).toBeUndefined();
  });
});
