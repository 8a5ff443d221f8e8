import { afterEach, describe, expect, it, vi } from 'vitest';
import { collect } from '../../../lib/reading/collect.ts';

const chunks = [new Uint8Array([1, 2]), new Uint8Array(0), new Uint8Array(70_000).fill(3)];
const bytes = Buffer.concat(chunks);

function streamOf(parts: readonly Uint8Array<ArrayBuffer>[]) {
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(to) {
      for (const part of parts) to.enqueue(part);
      to.close();
    },
  });
}

const MIB = 1024 * 1024;

afterEach(() => vi.restoreAllMocks());

it.each([
  [5 * MIB, 0],
  [5 * MIB + 1, 5 * MIB],
])(
  'a Blob with %i expected bytes is made with %i blank bytes before them',
  async (expectedBytes, blank) => {
    const blob = vi.spyOn(Response.prototype, 'blob');
    await collect(streamOf(chunks), { expectedBytes });
    const made: Blob = await blob.mock.results[0]?.value;
    expect(made.size).toBe(blank + bytes.length);
  },
);

describe.each([{ expectedBytes: 6 * MIB }, { expectedBytes: 1 }])(
  'a Blob collected with %j',
  (size) => {
    it('has the bytes of the stream, and nothing else', async () => {
      const blob = await collect(streamOf(chunks), size);
      expect(bytes.equals(await blob.bytes())).toBe(true);
    });

    it('is read chunk by chunk, and each chunk is valid until the request for the next', async () => {
      const expected = Uint8Array.from({ length: 4000 }, (_, at) => at >> 4);
      let at = 0;
      let passedOn = new Uint8Array(0);
      const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
        {
          async pull(to) {
            structuredClone(null, { transfer: [passedOn.buffer] });
            passedOn = expected.slice(at, at + 16);
            at += 16;
            if (passedOn.length > 0) to.enqueue(passedOn);
            else to.close();
          },
        },
        { highWaterMark: 0 },
      );
      const blob = await collect(stream, size);
      expect(await blob.bytes()).toEqual(expected);
    });

    it('is empty if the stream is empty', async () => {
      expect((await collect(streamOf([]), size)).size).toBe(0);
    });

    it('fails if the stream fails', async () => {
      const broken = new ReadableStream<Uint8Array<ArrayBuffer>>({
        pull: () => Promise.reject(new Error('unreadable')),
      });
      await expect(collect(broken, size)).rejects.toThrow('unreadable');
    });
  },
);
