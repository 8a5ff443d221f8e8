import { describe, expect, it } from 'vitest';
import { takeOutOfZip } from '../../../lib/archive/take-out.ts';
import { zipOf } from '../../corpus/faults/zip-file.ts';
import { HOSTILE_ZIPS } from '../../corpus/hostile-zips.ts';
import { PEOPLES_ZIPS } from '../../corpus/peoples-zips.ts';
import { liveFile } from '../support/live-file.ts';

const { signal } = new AbortController();
const takeOut = (entries: Parameters<typeof zipOf>[0]) =>
  takeOutOfZip(new Blob([zipOf(entries)]), { signal });

async function textsOf(result: Awaited<ReturnType<typeof takeOutOfZip>>) {
  if (result.kind === 'refused') return result.reason;
  return Promise.all(
    result.files.map(async ({ name, folders, blob }) => [
      [...folders, name].join('/'),
      await blob.text(),
    ]),
  );
}

describe('the result of taking files out of a zip', () => {
  it('is every file, byte for byte, with its folders beside its name', async () => {
    const result = await takeOut([
      { name: 'SENR.txt', text: 'one' },
      { name: 'a/b/SINF 2022-23.txt', text: 'two' },
      { name: 'empty.txt', text: '' },
    ]);
    expect(await textsOf(result)).toEqual([
      ['SENR.txt', 'one'],
      ['a/b/SINF 2022-23.txt', 'two'],
      ['empty.txt', ''],
    ]);
  });

  it('has no files that an operating system added', async () => {
    const names = [
      '__MACOSX/._SENR.txt',
      '__MACOSX/a/._b.txt',
      '.DS_Store',
      'a/.DS_Store',
      '.hidden/x.txt',
      'Thumbs.db',
      'a/desktop.ini',
      'a/~$SENR.txt',
      'a/__MACOSX/._b.txt',
    ];
    const result = await takeOut([...names, 'SENR.txt'].map((name) => ({ name, text: 'x' })));
    expect(await textsOf(result)).toEqual([['SENR.txt', 'x']]);
  });

  it('is nothing at all if one of the files is damaged', async () => {
    const zip = zipOf([
      { name: 'a.txt', text: 'aaaa' },
      { name: 'b.txt', text: 'bbbb' },
    ]);
    zip[Buffer.from(zip).indexOf('bbbb')] = 0x63;
    expect(await textsOf(await takeOutOfZip(new Blob([zip]), { signal }))).toBe('damaged');
  });

  it('stays the same if the zip changes on disk afterward', async () => {
    const content = zipOf([
      { name: 'a.txt', text: 'aaaa' },
      { name: 'b.txt', text: 'bbbb' },
    ]);
    const disk = { content };
    const result = await takeOutOfZip(liveFile(disk), { signal });
    disk.content = content.map(() => 0);
    expect(await textsOf(result)).toEqual([
      ['a.txt', 'aaaa'],
      ['b.txt', 'bbbb'],
    ]);
  });

  it('is nothing if the work was stopped', async () => {
    const stopped = { signal: AbortSignal.abort(new Error('stopped')) };
    const zip = new Blob([zipOf([{ name: 'a.txt', text: 'a' }])]);
    await expect(takeOutOfZip(zip, stopped)).rejects.toThrow('stopped');
  });
});

describe('a zip as people make them', () => {
  it.each(PEOPLES_ZIPS)('gives its files: $what', async ({ bytes, files }) => {
    const result = await takeOutOfZip(new Blob([bytes]), { signal });
    const taken = result.kind === 'taken out' ? result.files : [];
    expect(taken.map(({ name, folders }) => [...folders, name].join('/'))).toEqual(files);
  });
});

describe('a hostile zip', () => {
  it.each(HOSTILE_ZIPS)('gives only the reason: $what', async ({ bytes, refusal }) => {
    const result = await takeOutOfZip(new Blob([bytes]), { signal });
    expect(refusal).toContain(result.kind === 'refused' && result.reason);
  });
});
