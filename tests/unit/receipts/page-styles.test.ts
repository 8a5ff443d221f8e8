// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { Styles, styleRules } from '../../../lib/receipts/page-styles.ts';
import { Refusal } from '../../../lib/receipts/refusal.ts';

const rulesOf = (css: string) =>
  styleRules(`<style type="text/css">${css}</style>`).map(({ selector, style }) => [
    selector,
    Object.fromEntries(style),
  ]);

describe('the style rules of a pasted page', () => {
  it('are those that decide what a reader sees of a number', () => {
    expect(rulesOf('td { color: red } .a, B { Font-Size: 0PX !Important; color: red }')).toEqual([
      ['.a, B', { 'font-size': '0px' }],
    ]);
  });

  it('are read out of comments, as spreadsheets write them, but not those in CSS comments', () => {
    const css = '<!-- /* .b { display: none } */ .a { display: none; } -->';
    expect(rulesOf(css)).toEqual([['.a', { display: 'none' }]]);
  });

  it('are not those for another screen', () => {
    expect(
      rulesOf('@media print { .a { display: none } .b {} } .c { opacity: 0 } @page { margin: 0 }'),
    ).toEqual([['.c', { opacity: '0' }]]);
  });

  it('are read from every style sheet, and a sheet without an end is none', () => {
    const html =
      '<STYLE>a{opacity:0}</STYLE><p><style media=x>b{opacity:1}</style><style>c{opacity:0}';
    expect(styleRules(html).map(({ selector }) => selector)).toEqual(['a', 'b']);
  });

  it.each([
    ['201 rules', 'a{opacity:0}'.repeat(201)],
    ['200,001 characters', ' '.repeat(200_001)],
  ])('are refused if they are too many: %s', (_what, css) => {
    expect(() => rulesOf(css)).toThrow(Refusal);
  });

  it.each([
    ['style tags', '<style>'.repeat(140_000)],
    ['signs of rules', `<style>${'@'.repeat(190_000)}</style>`],
    ['rules without an end', `<style>${'@a{b{'.repeat(38_000)}</style>`],
    ['comments without an end', `<style>${'/*'.repeat(95_000)}</style>`],
    ['brackets', `<style>${'{'.repeat(190_000)}</style>`],
    ['no brackets', `<style>${'a'.repeat(190_000)}</style>`],
  ])('of the largest size are read in no time: %s', (_what, html) => {
    const begun = performance.now();
    expect(styleRules(html)).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});

describe('the style of an element', () => {
  const styleOf = (css: string, element: string, property: string) => {
    const page = new DOMParser().parseFromString(element, 'text/html');
    const only = page.body.firstElementChild;
    return only && new Styles(page, styleRules(`<style>${css}</style>`)).valueOf(only, property);
  };

  it.each([
    ['', '<b style="OPACITY : 0 ">', '0'],
    ['.a { opacity: 0 }', '<b class="a">', '0'],
    ['.a { opacity: 0 } b { opacity: 1 }', '<b class="a">', '1'],
    ['.a { opacity: 0 }', '<b class="a" style="opacity: 1">', '1'],
    ['.a { opacity: 0 }', '<b>', ''],
    ['!! { opacity: 0 }', '<b>', ''],
  ])('comes from %j and %s', (css, element, value) => {
    expect(styleOf(css, element, 'opacity')).toBe(value);
  });

  it('stays struck, whichever rule is stronger', () => {
    const css = '.a { text-decoration: line-through } b { text-decoration: none }';
    expect(styleOf(css, '<b class="a">', 'text-decoration')).toBe('line-through');
  });
});
