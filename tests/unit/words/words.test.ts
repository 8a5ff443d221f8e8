import { describe, expect, it } from 'vitest';
import { LARGEST_UPLOAD_BYTES } from '../../../lib/calpads/limits.ts';
import { formatArg } from '../../../lib/words/words.ts';

/**
 * Turns all kinds of blanks into plain ones. The locale data decides which one is before a unit.
 */
const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ');
const bytes = (count: number, locale = 'en') => plain(formatArg({ bytes: count }, locale));

describe('counts by name', () => {
  const years = [
    ['2021-22', 173_205],
    ['2022-23', 12],
  ] as const;

  it.each([
    ['en', '2021-22 (173,205) and 2022-23 (12)'],
    ['es', '2021-22 (173.205) y 2022-23 (12)'],
  ])('in %s: %s', (locale, text) => {
    expect(formatArg({ counts: years }, locale)).toBe(text);
  });
});

describe('days', () => {
  const day = new Date(2023, 10, 1, 12).getTime();

  it.each([
    ['en', 'November 1, 2023', 'Nov 1'],
    ['es', '1 de noviembre de 2023', '1 nov'],
  ])('in %s: %s, and short %s', (locale, long, short) => {
    expect(formatArg({ day }, locale)).toBe(long);
    expect(formatArg({ shortDay: day }, locale)).toBe(short);
  });
});

describe('sizes', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [1100, '1.1 kB'],
    [1_700_000, '1.7 MB'],
    [29_900_000, '29.9 MB'],
    [30_000_000, '30 MB'],
    [30_000_001, '30.1 MB'],
    [31_457_281, '31.5 MB'],
    [100_000_001, '101 MB'],
    [450_000_000, '450 MB'],
    [2_000_000_000, '2 GB'],
    [5_000_000_000_000, '5,000 GB'],
  ])('in English: %i bytes is %s', (count, text) => {
    expect(bytes(count)).toBe(text);
  });

  it.each([
    [1, '1 byte'],
    [512, '512 bytes'],
    [1_700_000, '1,7 MB'],
    [30_000_000, '30 MB'],
    [30_000_001, '30,1 MB'],
  ])('in Spanish: %i bytes is %s', (count, text) => {
    expect(bytes(count, 'es')).toBe(text);
  });

  it('just over the limit never look like the limit', () => {
    const limit = bytes(LARGEST_UPLOAD_BYTES);
    for (const over of [1, 2, 10, 1000, 49_999, 50_000]) {
      expect(bytes(LARGEST_UPLOAD_BYTES + over)).not.toBe(limit);
    }
  });

  it('with one decimal are not rounded up by binary rounding errors', () => {
    for (let tenths = 10; tenths < 1000; tenths += 1) {
      const expected = `${String(tenths / 10)} MB`;
      expect(bytes(tenths * 100_000)).toBe(expected);
    }
  });

  it('are never shown smaller than they are', () => {
    const units: Readonly<Record<string, number>> = { kB: 1e3, MB: 1e6, GB: 1e9 };
    for (const count of [1001, 99_951, 999_999, 1_000_001, 29_999_999, 999_999_999]) {
      const [number = '', unit = ''] = bytes(count).replaceAll(',', '').split(' ');
      expect(Number(number) * (units[unit] ?? 1)).toBeGreaterThanOrEqual(count);
    }
  });
});

describe('other values', () => {
  it('are formatted for the language', () => {
    expect(formatArg({ count: 39_299 }, 'en')).toBe('39,299');
    expect(formatArg({ count: 39_299 }, 'es')).toBe('39.299');
    expect(formatArg({ count: 0 }, 'en')).toBe('0');
    expect(plain(formatArg({ day: Date.UTC(2023, 9, 31, 12) }, 'en'))).toBe('October 31, 2023');
    expect(plain(formatArg({ day: Date.UTC(2023, 9, 31, 12) }, 'es'))).toBe(
      '31 de octubre de 2023',
    );
  });

  it('in a list are joined for the language', () => {
    const list = ['CRSC', 'SENR', 'SINF'];
    expect(formatArg({ list }, 'en')).toBe('CRSC, SENR, and SINF');
    expect(formatArg({ list }, 'es')).toBe('CRSC, SENR y SINF');
    expect(formatArg({ list: ['SENR'] }, 'en')).toBe('SENR');
    expect(formatArg({ list: [] }, 'en')).toBe('');
  });

  it('stay the same if they are text', () => {
    expect(formatArg('SENR 2022-23', 'es')).toBe('SENR 2022-23');
    expect(formatArg('', 'en')).toBe('');
  });
});
