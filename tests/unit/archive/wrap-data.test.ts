import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapData } from '../../../lib/archive/wrap-data.ts';
import { zipOf } from '../../corpus/faults/zip-file.ts';
import { cut } from '../support/cut.ts';

const NAME = 'SENR 2022-23.txt';

describe('a zip around its data', () => {
  it('is what the writer wrote, however it was cut into chunks', async () => {
    const zip = zipOf([{ name: NAME, text: 'SENR-R^A^'.repeat(40) }]);
    const start = 30 + NAME.length;
    const data = zip.subarray(start, start + new DataView(zip.buffer).getUint32(18, true));
    const someCuts = fc.array(fc.integer({ min: 30, max: zip.length }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(someCuts, async (cuts) => {
        const wrap = wrapData(new Blob([data]));
        const writer = wrap.writable.getWriter();
        for (const chunk of cut(
          zip,
          cuts.toSorted((a, b) => a - b),
        )) {
          await writer.write(chunk);
        }
        await writer.close();
        expect(new Uint8Array(await wrap.zip().arrayBuffer())).toEqual(zip);
      }),
    );
  });

  it('holds the data it was given, not what the writer passed on', async () => {
    const zip = zipOf([{ name: NAME, text: '' }]);
    const dataBytes = new DataView(zip.buffer).getUint32(18, true);
    const data = new Uint8Array(dataBytes).fill(7);
    const wrap = wrapData(new Blob([data]));
    const writer = wrap.writable.getWriter();
    await writer.write(zip);
    const made = new Uint8Array(await wrap.zip().arrayBuffer());
    const start = 30 + NAME.length;
    expect(made.subarray(start, start + dataBytes)).toEqual(data);
    expect(made.subarray(start + dataBytes)).toEqual(zip.subarray(start + dataBytes));
    expect(wrap.zip().type).toBe('application/zip');
  });

  it('may come from a writer that passes the blanks on as it got them, time after time', async () => {
    const header = zipOf([{ name: NAME, text: '' }]).slice(0, 30 + NAME.length);
    const data = new Uint8Array(9_000_000).fill(7);
    for (let time = 0; time < 2; time += 1) {
      const wrap = wrapData(new Blob([data]));
      const writer = wrap.writable.getWriter();
      await writer.write(header);
      let blanks = 0;
      for await (const blank of wrap.blank.readable) {
        blanks += blank.length;
        await writer.write(blank);
      }
      expect(blanks).toBe(data.length);
      const made = Buffer.from(await wrap.zip().arrayBuffer());
      expect(made.equals(Buffer.concat([header, data]))).toBe(true);
    }
  });
});
