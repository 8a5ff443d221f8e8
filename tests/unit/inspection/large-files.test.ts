import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectFile, inspectStream } from '../../../lib/inspection/inspect.ts';
import { LONGEST_RECORD_BYTES } from '../../../lib/inspection/record-scanner.ts';
import { BLOCK_BYTES } from '../../../lib/reading/blocks.ts';
import { inspect, never, pieces } from '../support/inspect.ts';
import { latin1, record } from '../support/records.ts';
import { scan } from '../support/scan.ts';

/*
 * Tests that need megabytes. Mutation testing of the scanner leaves them out, because each byte
 * costs time there.
 */

/** A file that counts how many of its bytes are fetched. */
function counted(bytes: Uint8Array<ArrayBuffer>) {
  const file = new Blob([bytes]);
  const fetched = { bytes: 0 };
  const slice = file.slice.bind(file);
  file.slice = (...range) => {
    const part = slice(...range);
    fetched.bytes += part.size;
    return part;
  };
  file.stream = () => {
    throw new Error('It may hang: see lib/reading/blocks.ts.');
  };
  return { file, fetched };
}

describe('a file of several blocks', () => {
  it('gives the same facts over several blocks, with a record across each cut', async () => {
    const row = `${record('SENR')}\r\n`;
    const bytes = latin1(row.repeat(Math.ceil((BLOCK_BYTES * 1.2) / row.length)));
    const facts = await inspect(bytes);
    expect(facts.rows).toBe(bytes.length / row.length);
    expect(facts.odsRecords.SENR).toBe(facts.rows);
    expect(facts.oddities).toEqual({});
    const streamed = await inspectStream(pieces(bytes, [1, 70_000, 70_001]), never());
    expect(streamed.facts).toEqual(facts);
  });

  it('counts CR LF once if a block ends between them', async () => {
    const start = record('SENR');
    const filler = `${start.padEnd(64_000, ' ')}\r\n`;
    const full = filler.repeat(Math.floor(BLOCK_BYTES / filler.length));
    const rest = BLOCK_BYTES - full.length;
    for (const more of [-3, -2, -1, 0]) {
      const facts = await inspect(`${full}${' '.repeat(rest + more)}\r\n${start}\r\n`);
      const expected = full.length / filler.length + 2;
      expect(facts.lineEnds).toEqual({ crlf: expected, lf: 0, cr: 0, crcrlf: 0 });
    }
  });

  it('is UTF-8 if a letter crosses the border between two blocks', async () => {
    const bytes = latin1(`${'x'.repeat(BLOCK_BYTES - 1)}\xc3\xa9`);
    expect((await inspect(bytes)).encoding).toBe('utf-8');
  });

  it('never makes it throw with random bytes, and has each byte fetched once', async () => {
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
        const { facts } = await inspectFile(file, never());
        expect(facts.bytes).toBe(all.length);
        expect(facts.rows).toBeGreaterThanOrEqual(0);
        expect(fetched.bytes).toBe(all.length);
      }),
      { numRuns: 300 },
    );
  });

  it('has its progress reported, up to the last byte', async () => {
    const seen: number[] = [];
    const size = 2 * BLOCK_BYTES + 5;
    const { signal } = new AbortController();
    await inspectFile(new Blob([new Uint8Array(size)]), {
      signal,
      onProgress: (bytes) => seen.push(bytes),
    });
    expect(seen).toEqual([BLOCK_BYTES, 2 * BLOCK_BYTES, size]);
  });

  it('is not read further after the signal, between two blocks', async () => {
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

  it('may be an endless stream, which stops with the signal', async () => {
    const stop = new AbortController();
    async function* endless() {
      for (;;) {
        yield new Uint8Array(BLOCK_BYTES);
        stop.abort(new Error('stopped'));
      }
    }
    await expect(inspectStream(endless(), { signal: stop.signal })).rejects.toThrow('stopped');
  });

  it('has the same over-long records and line ends wherever it is cut', () => {
    // The property builds the text inside, so a person can read a counterexample.
    const line = fc.record({
      more: fc.constantFrom(undefined, undefined, -1, 0, 1, 2, 5000),
      letter: fc.constantFrom('a', '^', '\0', '"'),
      end: fc.constantFrom('\r\n', '\n', '\r'),
    });
    const described = fc.record({
      lines: fc.array(line, { minLength: 1, maxLength: 3 }),
      isOpen: fc.boolean(),
      cuts: fc.array(fc.nat(220_000), { maxLength: 8 }),
    });
    fc.assert(
      fc.property(described, ({ lines: read, isOpen, cuts }) => {
        const texts = read.map(({ more, letter, end }) =>
          more === undefined
            ? record('SENR') + end
            : letter.repeat(LONGEST_RECORD_BYTES + more) + end,
        );
        const bytes = latin1(texts.join('').slice(0, isOpen ? -1 : undefined));
        const inside = cuts.map((cut) => cut % (bytes.length + 1)).toSorted((x, y) => x - y);
        expect(scan(bytes, inside)).toEqual(scan(bytes));
      }),
      { numRuns: 150 },
    );
  });
});
