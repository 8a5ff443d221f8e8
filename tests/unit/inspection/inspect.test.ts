import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectFile, inspectStream } from '../../../lib/inspection/inspect.ts';
import { EMPTY_FORMS } from '../../corpus/faults/empty.ts';
import { inspect, never, pieces } from '../support/inspect.ts';
import { latin1, lines, record } from '../support/records.ts';

const extract = lines(record('SENR'), record('SENR', { year: '2021-2022' }));
const EXTRACT_FACTS = {
  rows: 2,
  odsRecords: { SENR: 2 },
  schoolYears: { '2021-22': 1, '2022-23': 1 },
  reportingLeas: { '0199901': 2 },
  lineEnds: { crlf: 2, lf: 0, cr: 0, crcrlf: 0 },
  foreignLines: {},
};

describe('a stream', () => {
  it('gives the same facts as the file, however it is cut', async () => {
    const bytes = latin1(`\xef\xbb\xbf${extract}\n\r${record('SINF')}caf\xc3\xa9\r\n`);
    const expected = await inspect(bytes);
    const cut = fc.integer({ min: 0, max: bytes.length });
    await fc.assert(
      fc.asyncProperty(fc.array(cut, { maxLength: 8 }), async (cuts) => {
        const inOrder = cuts.toSorted((a, b) => a - b);
        const { facts } = await inspectStream(pieces(bytes, inOrder), never());
        expect(facts).toEqual(expected);
      }),
    );
  });
});

describe('an empty file', () => {
  it.each([
    ['zero-bytes', ''],
    ['byte-order-mark-only', '\xef\xbb\xbf'],
    ['byte-order-mark-only', '\xff\xfe'],
    ['byte-order-mark-only', '\xff\xfe\0\0'],
    ['blank-lines-only', '\r\n\r\n'],
    ['blank-lines-only', '   '],
    ['blank-lines-only', '\xef\xbb\xbf\r\n'],
    ['blank-lines-only', '\t\t\r\n\t'],
    ['end-of-file-mark-only', '\x1a'],
    ['end-of-file-mark-only', '\r\n\x1a'],
    ['separators-only', '^^^^\r\n^^^^\r\n'],
    ['separators-only', ',,,\r\n'],
    ['separators-only', '^^^^\r\n\x1a'],
  ])('is recognized as %s: %j', async (emptiness, text) => {
    const facts = await inspect(text);
    expect(facts.emptiness).toBe(emptiness);
    expect(facts.rows).toBe(0);
  });

  it.each(
    EMPTY_FORMS.map(({ id, bytes, expected }) => [id, expected[0]?.params?.kind, bytes] as const),
  )('in the corpus, %s, is recognized as %s', async (_id, kind, bytes) => {
    expect((await inspect(bytes())).emptiness).toBe(kind);
  });

  it('does not have a single record', async () => {
    expect((await inspect(`\r\n\r\n${record('SENR')}\r\n\x1a`)).emptiness).toBeUndefined();
    expect((await inspect('x')).emptiness).toBeUndefined();
  });

  it('does not have NUL bytes, which are a fault of their own', async () => {
    const facts = await inspect('\0\0\0');
    expect(facts.emptiness).toBeUndefined();
    expect(facts.oddities['nul byte']).toEqual({ count: 1, firstLines: [1] });
  });

  it('may have wide characters', async () => {
    expect((await inspect('\xff\xfe\r\0\n\0')).emptiness).toBe('blank-lines-only');
  });

  it('is a text', async () => {
    expect((await inspect('PK\x05\x06')).emptiness).toBeUndefined();
  });
});

describe('the encoding', () => {
  it.each([
    ['ascii', extract],
    ['utf-8', `${extract}Jos\xc3\xa9\r\n`],
    ['utf-8', `${extract}\xf0\x9f\x8d\x81\r\n`],
    ['utf-8 with mark', `\xef\xbb\xbf${extract}`],
    ['windows-1252', `${extract}Jos\xe9\r\n`],
    ['windows-1252', `${extract}Jos\xc3\xa9 and Jos\xe9\r\n`],
    ['windows-1252', `${extract}\x93quoted\x94\r\n`],
  ])('is recognized: %s', async (encoding, text) => {
    expect((await inspect(text)).encoding).toBe(encoding);
  });

  it('is windows-1252 if only the last byte shows it', async () => {
    expect((await inspect(`${extract}Jos\xe9`)).encoding).toBe('windows-1252');
  });

  it('with a mark changes none of the other facts', async () => {
    expect(await inspect(`\xef\xbb\xbf${extract}`)).toMatchObject(EXTRACT_FACTS);
  });

  it.each([
    ['utf-16le', 2, true],
    ['utf-16be', 2, false],
    ['utf-32le', 4, true],
    ['utf-32be', 4, false],
  ] as const)(
    '%s is read like any other, with a mark and without',
    async (encoding, size, isLe) => {
      for (const mark of ['\uFEFF', '']) {
        const text = mark + extract;
        const view = new DataView(new ArrayBuffer(text.length * size));
        for (let at = 0; at < text.length; at += 1) {
          if (size === 2) view.setUint16(at * 2, text.charCodeAt(at), isLe);
          else view.setUint32(at * 4, text.charCodeAt(at), isLe);
        }
        const facts = await inspect(new Uint8Array(view.buffer));
        expect(facts.encoding).toBe(encoding);
        expect(facts).toMatchObject(EXTRACT_FACTS);
        expect(facts.oddities).toEqual({});
      }
    },
  );
});

describe('an inspection', () => {
  it('reads only the first bytes of a file that is not text', async () => {
    const facts = await inspect(`PK\x03\x04${extract}`);
    expect(facts).toMatchObject({ container: 'zip', rows: 0, odsRecords: {} });
  });

  it('does not begin if it was stopped before', async () => {
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(inspectFile(new Blob(['x']), { signal })).rejects.toThrow('stopped');
  });
});
