import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Encoding } from '../../../lib/inspection/file-facts.ts';
import { isWide, wideToUtf8 } from '../../../lib/inspection/wide-text.ts';

const WIDE = ['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'] as const;

function encode(text: string, encoding: (typeof WIDE)[number]): Uint8Array {
  const isLittleEndian = encoding.endsWith('le');
  const is32 = encoding.startsWith('utf-32');
  const units = is32 ? [...text].map((c) => c.codePointAt(0) ?? 0) : codeUnits(text);
  const size = is32 ? 4 : 2;
  const view = new DataView(new ArrayBuffer(units.length * size));
  units.forEach((unit, at) => {
    if (is32) view.setUint32(at * size, unit, isLittleEndian);
    else view.setUint16(at * size, unit, isLittleEndian);
  });
  return new Uint8Array(view.buffer);
}

function codeUnits(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

describe('isWide', () => {
  it.each(WIDE)('counts %s', (encoding) => {
    expect(isWide(encoding)).toBe(true);
  });

  it.each<Encoding | undefined>(['ascii', 'utf-8', 'utf-8 with mark', 'windows-1252', undefined])(
    'does not count %s',
    (encoding) => {
      expect(isWide(encoding)).toBe(false);
    },
  );
});

describe('wideToUtf8', () => {
  it.each(WIDE)('turns %s into the same text, wherever the blocks are cut', (encoding) => {
    // An extra first character keeps U+FEFF from being read as a mark.
    const text = fc
      .string({ unit: 'grapheme-composite' })
      .map((t) => `^${t.replaceAll('\uFEFF', '')}`);
    fc.assert(
      fc.property(text, fc.nat(), (plain, at) => {
        const bytes = encode(plain, encoding);
        const cut = Math.floor((at % (bytes.length + 1)) / 4) * 4;
        const convert = wideToUtf8(encoding);
        const parts = [convert(bytes.subarray(0, cut)), convert(bytes.subarray(cut))];
        expect(Buffer.concat(parts).toString('utf8')).toBe(plain);
      }),
    );
  });

  it('does not fail on numbers that are not characters', () => {
    const bytes = Uint8Array.of(0xff, 0xff, 0xff, 0x7f, 0x00, 0xd8, 0x00, 0x00);
    expect(() => wideToUtf8('utf-32le')(bytes)).not.toThrow();
    expect(() => wideToUtf8('utf-16be')(bytes)).not.toThrow();
  });
});
