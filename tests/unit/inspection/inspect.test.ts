import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectFile, inspectStream } from '../../../lib/inspection/inspect.ts';
import { BLOCK_BYTES } from '../../../lib/reading/blocks.ts';
import { EMPTY_FORMS } from '../../corpus/faults/empty.ts';
import { latin1, lines, record } from '../support/records.ts';

const never = () => ({ signal: new AbortController().signal });
const inspect = (content: string | Uint8Array<ArrayBuffer>) =>
  inspectFile(new Blob([typeof content === 'string' ? latin1(content) : content]), never());

async function* pieces(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  let start = 0;
  for (const cut of [...cuts, bytes.length]) {
    yield bytes.subarray(start, cut);
    start = cut;
  }
}

const extract = lines(record('SENR'), record('SENR', { year: '2021-2022' }));
const EXTRACT_FACTS = {
  rows: 2,
  odsRecords: { SENR: 2 },
  schoolYears: { '2021-22': 1, '2022-23': 1 },
  reportingLeas: { '0199901': 2 },
  lineEnds: { crlf: 2, lf: 0, cr: 0 },
  unknownRecords: 0,
};

describe('a stream', () => {
  it('gives the same facts as the file, however it is cut', async () => {
    const bytes = latin1(`\xef\xbb\xbf${extract}\n\r${record('SINF')}caf\xc3\xa9\r\n`);
    const expected = await inspect(bytes);
    const cut = fc.integer({ min: 0, max: bytes.length });
    await fc.assert(
      fc.asyncProperty(fc.array(cut, { maxLength: 8 }), async (cuts) => {
        const inOrder = cuts.toSorted((a, b) => a - b);
        expect(await inspectStream(pieces(bytes, inOrder), never())).toEqual(expected);
      }),
    );
  });

  it('gives the same facts over several blocks, with a record across each cut', async () => {
    const row = `${record('SENR')}\r\n`;
    const bytes = latin1(row.repeat(Math.ceil((BLOCK_BYTES * 1.2) / row.length)));
    const facts = await inspect(bytes);
    expect(facts.rows).toBe(bytes.length / row.length);
    expect(facts.odsRecords.SENR).toBe(facts.rows);
    expect(facts.oddities).toEqual({});
    expect(await inspectStream(pieces(bytes, [1, 70_000, 70_001]), never())).toEqual(facts);
  });

  it('finds CR and LF on both sides of a block border', async () => {
    const start = record('SENR');
    const filler = `${start.padEnd(64_000, ' ')}\r\n`;
    const full = filler.repeat(Math.floor(BLOCK_BYTES / filler.length));
    const rest = BLOCK_BYTES - full.length;
    for (const more of [-3, -2, -1, 0]) {
      const facts = await inspect(`${full}${' '.repeat(rest + more)}\r\n${start}\r\n`);
      const expected = full.length / filler.length + 2;
      expect(facts.lineEnds).toEqual({ crlf: expected, lf: 0, cr: 0 });
    }
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
  ])('is empty by %s: %j', async (emptiness, text) => {
    const facts = await inspect(text);
    expect(facts.emptiness).toBe(emptiness);
    expect(facts.rows).toBe(0);
  });

  it.each(
    EMPTY_FORMS.map(({ id, bytes, expected }) => [id, expected[0]?.params?.kind, bytes] as const),
  )('of the corpus, %s, is empty by %s', async (_id, kind, bytes) => {
    expect((await inspect(bytes())).emptiness).toBe(kind);
  });

  it('is not one that has a single record', async () => {
    expect((await inspect(`\r\n\r\n${record('SENR')}\r\n\x1a`)).emptiness).toBeUndefined();
    expect((await inspect('x')).emptiness).toBeUndefined();
  });

  it('is not one of NUL bytes: it has a fault of its own', async () => {
    const facts = await inspect('\0\0\0');
    expect(facts.emptiness).toBeUndefined();
    expect(facts.oddities['nul byte']).toEqual({ count: 1, firstLines: [1] });
  });

  it('in wide characters is empty all the same', async () => {
    expect((await inspect('\xff\xfe\r\0\n\0')).emptiness).toBe('blank-lines-only');
  });

  it('is not one that is no text', async () => {
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
  ])('is known: %s', async (encoding, text) => {
    expect((await inspect(text)).encoding).toBe(encoding);
  });

  it('is windows-1252 when the very last byte is a letter of it', async () => {
    expect((await inspect(`${extract}Jos\xe9`)).encoding).toBe('windows-1252');
  });

  it('is UTF-8 when a letter lies across the border of two blocks', async () => {
    const bytes = latin1(`${'x'.repeat(BLOCK_BYTES - 1)}\xc3\xa9`);
    expect((await inspect(bytes)).encoding).toBe('utf-8');
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

/** A file that counts what is fetched of it. */
function counted(bytes: Uint8Array<ArrayBuffer>) {
  const file = new Blob([bytes]);
  const fetched = { streams: 0, bytes: 0, slices: 0 };
  const slice = file.slice.bind(file);
  file.slice = (...range) => {
    fetched.slices += 1;
    return slice(...range);
  };
  file.stream = () => {
    fetched.streams += 1;
    let at = 0;
    return new ReadableStream({
      type: 'bytes',
      pull(to) {
        const part = bytes.slice(at, at + 1_000_000);
        at += part.length;
        fetched.bytes += part.length;
        if (part.length > 0) return to.enqueue(part);
        to.close();
        to.byobRequest?.respond(0);
      },
    });
  };
  return { file, fetched };
}

describe('an inspection', () => {
  it('never throws on random bytes, and fetches every one of them once', async () => {
    const bytes = fc.uint8Array({ maxLength: 3000 });
    const times = fc.oneof(
      { weight: 60, arbitrary: fc.constant(1) },
      fc.constant(Math.ceil((2 * BLOCK_BYTES) / 3000)),
    );
    const heads = fc.constantFrom(
      '',
      '\xff\xfe',
      '\xfe\xff',
      '\xff\xfe\0\0',
      '\0\0\xfe\xff',
      'PK\x03\x04',
    );
    await fc.assert(
      fc.asyncProperty(heads, bytes, times, async (head, tail, repeated) => {
        const all = Buffer.concat([latin1(head), ...Array<Uint8Array>(repeated).fill(tail)]);
        const { file, fetched } = counted(new Uint8Array(all));
        const facts = await inspectFile(file, never());
        expect(facts.bytes).toBe(all.length);
        expect(facts.rows).toBeGreaterThanOrEqual(0);
        expect(fetched).toEqual({ streams: 1, bytes: all.length, slices: 0 });
      }),
      { numRuns: 300 },
    );
  });

  it('looks no further than the first bytes into what is no text', async () => {
    const facts = await inspect(`PK\x03\x04${extract}`);
    expect(facts).toMatchObject({ container: 'zip', rows: 0, odsRecords: {} });
  });

  it('tells how far it is, up to the last byte', async () => {
    const seen: number[] = [];
    const size = 2 * BLOCK_BYTES + 5;
    const { signal } = new AbortController();
    await inspectFile(new Blob([new Uint8Array(size)]), {
      signal,
      onProgress: (bytes) => seen.push(bytes),
    });
    expect(seen).toEqual([BLOCK_BYTES, 2 * BLOCK_BYTES, size]);
  });

  it('does not begin when it was stopped before', async () => {
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(inspectFile(new Blob(['x']), { signal })).rejects.toThrow('stopped');
  });

  it('stops with the signal, between two blocks', async () => {
    const stop = new AbortController();
    let blocks = 0;
    const inspecting = inspectFile(new Blob([new Uint8Array(5 * BLOCK_BYTES)]), {
      signal: stop.signal,
      onProgress: () => {
        blocks += 1;
        stop.abort(new Error('stopped'));
      },
    });
    await expect(inspecting).rejects.toThrow('stopped');
    expect(blocks).toBe(1);
  });

  it('stops a stream with the signal', async () => {
    const stop = new AbortController();
    async function* endless() {
      for (;;) {
        yield new Uint8Array(BLOCK_BYTES);
        stop.abort(new Error('stopped'));
      }
    }
    await expect(inspectStream(endless(), { signal: stop.signal })).rejects.toThrow('stopped');
  });
});
