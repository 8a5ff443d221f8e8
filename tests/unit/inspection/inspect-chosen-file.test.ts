import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { inspectChosenFile } from '../../../lib/inspection/inspect-chosen-file.ts';
import { BLOCK_BYTES } from '../../../lib/reading/blocks.ts';
import { zipOf } from '../../corpus/faults/zip-file.ts';
import { rawZip } from '../../corpus/raw-zip.ts';
import { blockHashesOf } from '../support/block-hashes.ts';
import { never } from '../support/inspect.ts';
import type { Disk } from '../support/live-file.ts';
import { liveFile } from '../support/live-file.ts';
import { latin1, lines, record } from '../support/records.ts';

const extract = lines(record('SENR'), record('SENR'));
const inspect = (content: string | Uint8Array<ArrayBuffer>) =>
  inspectChosenFile(
    new File([typeof content === 'string' ? latin1(content) : content], 'any'),
    never(),
  );

const sixty = (folder: string) => Array.from({ length: 60 }, (_, at) => `${folder}/${at}.jpg`);

function failing(error: unknown): File {
  const file = new File(['x'], 'SENR 2022-23.txt');
  file.stream = () =>
    new ReadableStream({ type: 'bytes', start: (at) => at.error(new TypeError()) });
  file.slice = () => {
    const part = new Blob([]);
    part.arrayBuffer = () => Promise.reject(error);
    return part;
  };
  return file;
}

describe('a chosen file', () => {
  it('is inspected as text if it is text', async () => {
    expect(await inspect(extract)).toMatchObject({ kind: 'text', facts: { rows: 2 } });
  });

  it('is inspected inside if it is a zip with one text', async () => {
    const zip = zipOf([{ name: 'SENR 2022-23.txt', text: extract }]);
    const inspection = await inspect(zip);
    expect(inspection).toMatchObject({
      kind: 'archive',
      facts: { container: 'zip', bytes: zip.length },
      archive: {
        entries: [{ name: 'SENR 2022-23.txt', facts: { rows: 2, odsRecords: { SENR: 2 } } }],
      },
    });
  });

  it('gives the same facts in a zip as without the zip', async () => {
    const text = await inspect(extract);
    const zipped = await inspect(zipOf([{ name: 'a.txt', text: extract }]));
    const inside = zipped.kind === 'archive' ? zipped.archive.entries[0]?.facts : undefined;
    expect(inside).toEqual(text.kind === 'text' ? text.facts : 'text expected');
  });

  it('is only listed if it is a zip with several texts', async () => {
    const inspection = await inspect(
      zipOf([
        { name: 'one/a.txt', text: extract },
        { name: 'b.txt', text: 'x' },
      ]),
    );
    const archive = inspection.kind === 'archive' ? inspection.archive : undefined;
    expect(archive).toEqual({ entries: [{ name: 'one/a.txt' }, { name: 'b.txt' }] });
  });

  it('has no entries if it is an empty zip', async () => {
    const inspection = await inspect(zipOf([]));
    expect(inspection).toMatchObject({ kind: 'archive', archive: { entries: [] } });
  });

  it('is damaged if it is a zip that was cut short', async () => {
    const zip = zipOf([{ name: 'SENR 2022-23.txt', text: extract }]);
    const inspection = await inspect(zip.slice(0, zip.length - 30));
    expect(inspection).toMatchObject({ archive: { damage: 'damaged', entries: [] } });
  });

  it('is refused with a reason if it is a zip that nobody would make on purpose', async () => {
    const inspection = await inspect(zipOf([{ name: '../SENR 2022-23.txt', text: extract }]));
    expect(inspection).toMatchObject({ archive: { damage: 'unsafe name', entries: [] } });
  });

  it('is damaged if it is a zip whose content does not match its checksum', async () => {
    const zip = zipOf([{ name: 'SENR 2022-23.txt', text: extract }]);
    const inText = Buffer.from(zip).indexOf('0199901');
    zip[inText] = 0x37;
    expect(await inspect(zip)).toMatchObject({ archive: { damage: 'damaged', entries: [] } });
  });

  it('is not damaged but empty if it is a zip with one empty text', async () => {
    const inspection = await inspect(zipOf([{ name: 'SENR 2022-23.txt', text: '' }]));
    expect(inspection).toMatchObject({
      archive: { entries: [{ name: 'SENR 2022-23.txt', facts: { emptiness: 'zero-bytes' } }] },
    });
  });

  it('is only listed if it is a zip over the limit, which cannot go as it is', async () => {
    const text = 'x'.repeat(30_000_001);
    const large = new File([zipOf([{ name: 'SENR 2022-23.txt', text }])], 'SENR 2022-23.zip');
    expect(await inspectChosenFile(large, never())).toMatchObject({
      kind: 'archive',
      archive: { entries: [{ name: 'SENR 2022-23.txt' }] },
    });
    const inspection = await inspectChosenFile(large, never());
    expect(inspection.kind === 'archive' && inspection.archive.entries[0]?.facts).toBeUndefined();
  });

  it('is not an archive of texts if it is a workbook', async () => {
    const workbook = zipOf([{ name: '[Content_Types].xml', text: '<Types/>' }]);
    expect(await inspect(workbook)).toMatchObject({ kind: 'text', facts: { container: 'xlsx' } });
  });

  it.each([
    ['Numbers', 'iwork', ['Data/a.jpg', 'Index/Document.iwa', 'Index/Tables/Tile.iwa']],
    ['Numbers with 60 pictures', 'iwork', [...sixty('Data'), 'Index/Document.iwa']],
    ['old Numbers, zipped by the Finder', 'iwork', ['A.numbers/Index.zip', '__MACOSX/a.txt']],
    ['Word in another order', 'word', [...sixty('media'), 'word/document.xml']],
    ['a workbook in another order', 'xlsx', [...sixty('media'), 'xl/workbook.bin']],
    ['PowerPoint in another order', 'powerpoint', [...sixty('media'), 'ppt/presentation.xml']],
  ])('is not an archive of texts if it is a document: %s', async (_what, container, names) => {
    const document = zipOf(names.map((name) => ({ name, text: '' })));
    expect(await inspect(document)).toMatchObject({ kind: 'text', facts: { container } });
  });

  it('is an archive of texts if a text stands beside a document that was unpacked', async () => {
    const names = ['SENR 2022-23.txt', 'A.numbers/Index/Document.iwa', 'word/document.xml'];
    const zip = zipOf(names.map((name) => ({ name, text: extract })));
    expect(await inspect(zip)).toMatchObject({ kind: 'archive', facts: { container: 'zip' } });
  });

  it('is the last part of a split zip if another disk is the first', async () => {
    const part = rawZip([{}], { disk: 1 }).subarray(40);
    expect(await inspect(Uint8Array.from(part))).toMatchObject({
      kind: 'text',
      facts: { container: 'split zip' },
    });
  });

  it('has only the files of the person if macOS added others', async () => {
    const inspection = await inspect(
      zipOf([
        { name: 'SENR 2022-23.txt', text: extract },
        { name: '__MACOSX/._SENR 2022-23.txt', text: '' },
      ]),
    );
    expect(inspection).toMatchObject({
      archive: { entries: [{ name: 'SENR 2022-23.txt' }], isUnusual: true },
    });
  });

  it.each(['NotFoundError', 'AbortError'])('is gone if it was moved: %s', async (name) => {
    const error = new DOMException('', name);
    expect(await inspectChosenFile(failing(error), never())).toEqual({
      kind: 'unreadable',
      reason: 'gone',
    });
  });

  it.each([
    ['it has changed', new DOMException('', 'NotReadableError')],
    ['something else happens', new Error('disk')],
  ])('is unreadable if %s', async (_what, error) => {
    expect(await inspectChosenFile(failing(error), never())).toEqual({
      kind: 'unreadable',
      reason: 'unreadable',
    });
  });

  it('is not called unreadable if the work was stopped', async () => {
    const signal = AbortSignal.abort(new Error('stopped'));
    const file = new File([latin1(extract)], 'SENR 2022-23.txt');
    await expect(inspectChosenFile(file, { signal })).rejects.toThrow('stopped');
  });
});

describe('a file that changes while it is inspected', () => {
  const contentHash = (bytes: Uint8Array) =>
    createHash('sha256').update(blockHashesOf(bytes, BLOCK_BYTES)).digest('hex');
  const ROW = `${record('SENR')}\r\n`;
  const long = latin1(ROW.repeat(Math.ceil((2.2 * BLOCK_BYTES) / ROW.length)));
  /** The disk has `after` from the second read on. */
  const changing = (before: Uint8Array<ArrayBuffer>, after: Uint8Array<ArrayBuffer>): Disk => {
    const disk: Disk = { content: before };
    disk.onRead = (reads) => {
      if (reads === 1) disk.content = after;
    };
    return disk;
  };

  it('gives facts, content hash and block hashes for the bytes that were read', async () => {
    const after = new Uint8Array(Buffer.from(long).fill('SINF', BLOCK_BYTES));
    const read = new Uint8Array(
      Buffer.concat([long.subarray(0, BLOCK_BYTES), after.subarray(BLOCK_BYTES)]),
    );
    const inspection = await inspectChosenFile(liveFile(changing(long, after)), never());
    expect(inspection).toEqual(await inspect(read));
    expect(inspection).toMatchObject({
      facts: { bytes: long.length, contentHash: contentHash(read) },
      blockHashes: blockHashesOf(read, BLOCK_BYTES),
    });
  });

  it('is inspected up to its old size if it grows', async () => {
    const after = new Uint8Array(Buffer.concat([long, latin1(ROW)]));
    const inspection = await inspectChosenFile(liveFile(changing(long, after)), never());
    expect(inspection).toMatchObject({
      facts: { bytes: long.length, contentHash: contentHash(long) },
    });
  });

  it('is unreadable if it shrinks', async () => {
    const after = long.slice(0, BLOCK_BYTES + 5);
    expect(await inspectChosenFile(liveFile(changing(long, after)), never())).toEqual({
      kind: 'unreadable',
      reason: 'unreadable',
    });
  });

  it('is read once if it is a zip, so its hash and its entries come from the same bytes', async () => {
    const zip = zipOf([{ name: 'SENR 2022-23.txt', text: extract }]);
    const other = zipOf([{ name: 'SINF 2022-23.txt', text: lines(record('SINF')) }]);
    const inspection = await inspectChosenFile(liveFile(changing(zip, other)), never());
    expect(inspection).toEqual(await inspect(zip));
    expect(inspection).toMatchObject({
      kind: 'archive',
      facts: { contentHash: contentHash(zip) },
      archive: { entries: [{ name: 'SENR 2022-23.txt', facts: { rows: 2 } }] },
    });
  });

  it('is still a text if it becomes a zip after its first block was read', async () => {
    const zip = zipOf([{ name: 'SENR 2022-23.txt', text: 'x'.repeat(long.length) }]);
    const inspection = await inspectChosenFile(liveFile(changing(long, zip)), never());
    expect(inspection.kind).toBe('text');
  });
});
