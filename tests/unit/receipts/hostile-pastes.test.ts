// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readYear } from '../../../lib/receipts/cell-values.ts';
import { tablesIn } from '../../../lib/receipts/html-table.ts';
import { parseWork, simplified } from '../../../lib/receipts/parse-work.ts';
import { readReceipts } from '../../../lib/receipts/read-receipts.ts';

const parseHtml = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const NAMES = '<tr><td>Academic_Year</td><td>SENR</td></tr>';
const ROW = '<tr><td>2022-2023</td><td>12</td></tr>';

describe('a paste whose parts are nested by the thousand', () => {
  it.each([
    ['tables', '<table><tr><td>'],
    ['tables without cells', '<table>'],
    ['sections', '<div>'],
    ['sections with false ends', '<div></i>'],
    ['raised text', '<SUP>'],
    ['fonts', '<font size=1><p>x'],
    ['cells in a drawing', '<svg><td>'],
    ['sections behind a comment', '<!-- --><div>'],
  ])('is refused before the browser parses it: %s', (_what, part) => {
    const parsed: string[] = [];
    const html = `<table>${NAMES}${ROW}</table>${part.repeat(20_000)}`;
    const reading = readReceipts({ text: '', html }, (text) => {
      parsed.push(text);
      return parseHtml(text);
    });
    expect(reading).toEqual({ kind: 'refused', line: 1, why: ['receipt_nested'] });
    expect(parsed).toEqual([]);
  });

  it('is refused, too, when each paragraph opens hundreds of fonts again', () => {
    const html = `<p>${'<font>'.repeat(500)}</p>${'<p>x'.repeat(10_000)}`;
    const reading = readReceipts({ text: '', html }, parseHtml);
    expect(reading).toMatchObject({ kind: 'refused', why: ['receipt_nested'] });
  });

  it.each([
    ['many cells without end tags', `<table>${'<tr><td>1<td>2'.repeat(20_000)}`],
    ['many lines', `<div>${'line<br>'.repeat(50_000)}</div>`],
    ['many paragraphs', '<p>text'.repeat(50_000)],
    ['a table of 20,000 rows', `<table>${ROW.repeat(20_000)}</table>`],
    ['a mail with 60 layout tables', `${'<table><tr><td>'.repeat(60)}${'<b>a</b>'.repeat(4000)}`],
  ])('is not mistaken for one: %s', (_what, html) => {
    expect(parseWork(html)).toBeLessThan(300_000);
  });

  it('is weighed in one pass: twice the text is looked at twice as long', () => {
    const steps = (html: string) => {
      let count = 0;
      const counting = new Proxy(new String(html), {
        get(target, name) {
          const value: unknown = Reflect.get(target, name);
          if (name !== 'matchAll') return value;
          return function* (tag: RegExp) {
            for (const match of html.matchAll(tag)) {
              count += 1;
              yield match;
            }
          };
        },
      });
      parseWork(counting as unknown as string);
      return count;
    };
    expect(steps('<table><tr><td>'.repeat(2000))).toBe(2 * steps('<table><tr><td>'.repeat(1000)));
  });
});

describe('a simplified page', () => {
  it.each([
    [
      '<svg a><SVG/></svg><math></MATH ><svgx><mathml>',
      '<span a><span/></span><span></span ><svgx><mathml>',
    ],
    ['a<!-- <div> -->b<!----><p>c', 'ab<p>c'],
    ['a<!-- open <div>', 'a'],
    ['<style><!--</style><b>-->c', '<style>c'],
  ])('of %s is %s', (html, simple) => {
    expect(simplified(html)).toBe(simple);
  });
});

describe('a table that claims more than it can hold', () => {
  const gridsOf = (rows: string) =>
    tablesIn(parseHtml(`<table>${rows}</table>`)).map(({ grid }) => grid);

  it.each([
    ['a row of 501 cells', `<tr>${'<td>1</td>'.repeat(501)}</tr>`],
    ['two cells as wide as can be', '<tr><td colspan=1000>1</td><td colspan=1000>2</td></tr>'],
    ['cells over all rows', '<tr><td rowspan=65534 colspan=400>1</td></tr>'.repeat(600)],
  ])('has no cells at all: %s', (_what, rows) => {
    expect(gridsOf(rows)).toEqual([[]]);
  });

  it('is read up to that width', () => {
    const [grid] = gridsOf(`<tr>${'<td>1</td>'.repeat(500)}</tr>`);
    expect(grid?.[0]).toHaveLength(500);
  });
});

describe('a paste of very many rows', () => {
  const years = (count: number) =>
    Array.from({ length: count }, (_, n) => `District ${n}\t2022-23\t${n}`).join('\n');
  const read = (count: number) => readReceipts({ text: `Org_Name\tYear\tSENR\n${years(count)}` });

  it('is read up to 10,000 rows, and refused beyond with words', () => {
    expect(read(10_000)).toMatchObject({ kind: 'read' });
    expect(read(10_001)).toEqual({
      kind: 'refused',
      line: 10_002,
      why: ['receipt_too_many_rows', { count: 10_000 }],
    });
  });
});

describe('a cell with a long run of blanks', () => {
  it('takes time in proportion to its length', () => {
    const best = (length: number) => {
      const cell = `2022${' '.repeat(length)}x`;
      const runs = Array.from({ length: 5 }, () => {
        const begin = performance.now();
        expect(readYear(cell)).toBeUndefined();
        return performance.now() - begin;
      });
      return Math.min(...runs);
    };
    best(20_000); // warm
    // Four times the length; were it the square of it, sixteen times the time.
    expect(best(80_000) / Math.max(best(20_000), 0.01)).toBeLessThan(10);
  });
});
