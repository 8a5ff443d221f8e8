// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportPage } from '../../../lib/report/report-page.ts';
import type { FileRow } from '../../../lib/session/file-row.ts';
import { shownText } from '../../../lib/words/shown-text.ts';
import { textOf } from '../support/facts.ts';
import { reportOf, rowsOf } from '../support/report.ts';
import { sayIn } from '../support/say-in.ts';

function pageOf(rows: readonly FileRow[], language: 'en' | 'es' = 'en'): string {
  return reportPage(reportOf(rows, language), sayIn(language));
}

function read(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

const good = (name: string) => ({
  name,
  inspection: textOf('SENR', '2022-23', { students: 1234 }),
});

/** The tags that the page itself is made of. */
const OWN_TAGS =
  'html head meta title style body main h1 h2 h3 p table caption thead tbody tr th td a section dl div dt dd code ul li strong'.split(
    ' ',
  );

describe('the page of a report', () => {
  it('says what was found in each file', () => {
    const page = read(pageOf(rowsOf(good('senr.csv'), good('SENR 2021-22.txt'))));
    const text = page.body.textContent ?? '';
    expect(page.documentElement.lang).toBe('en');
    expect(page.title).toBe('Report of checked files');
    expect(text).toContain('Upload Assistant for Cal-PASS Plus 0.1.0, in Firefox 140');
    expect(text).toContain('October 20, 2023');
    expect(page.querySelectorAll('section')).toHaveLength(2);
    const [first] = page.querySelectorAll('section');
    expect(first?.querySelector('h2')?.textContent).toBe('senr.csv');
    expect(first?.textContent).toMatch(/Ready, with the changes below/);
    expect(first?.textContent).toMatch(/Fixed in the copy: /);
    expect(first?.textContent).toMatch(/Name to sendSENR 2022-23\.txt/);
    expect(first?.textContent).toMatch(/1,234/);
    expect(first?.textContent).toMatch(/2022-23: 10/);
    expect(first?.textContent).toMatch(/9900001: 10/);
    expect(first?.textContent).toMatch(/[0-9a-f]{64}/);
  });

  it('is in Spanish if the person reads Spanish', () => {
    const page = read(pageOf(rowsOf(good('SENR 2022-23.txt')), 'es'));
    expect(page.documentElement.lang).toBe('es');
    expect(page.title).toBe('Informe de archivos revisados');
    expect(page.body.textContent).toContain('20 de octubre de 2023');
    expect(page.body.textContent).not.toMatch(/\b(Rows|Size|Ready)\b/);
  });

  it('has the hash of each part that was made', () => {
    const [row] = rowsOf(good('SENR 2022-23.txt'));
    const part = { number: 2, of: 3, rows: 4, bytes: 60, sha256: 'c'.repeat(64), isSent: false };
    const page = read(pageOf([{ ...row, parts: [part] } as FileRow]));
    expect(page.body.textContent).toContain(`part 2 of 3, 60 bytes, SHA-256 ${'c'.repeat(64)}`);
  });

  it('can be read aloud: each table and column has its name, each link its place', () => {
    const page = read(pageOf(rowsOf(good('a.txt'), good('b.txt'))));
    expect(page.querySelector('caption')?.textContent).toBe('All files: 2');
    expect([...page.querySelectorAll('th')].every((each) => each.hasAttribute('scope'))).toBe(true);
    for (const link of page.querySelectorAll('a')) {
      const place = page.querySelector(link.getAttribute('href') ?? '');
      expect(place?.querySelector('h2')?.textContent).toBe(link.textContent);
    }
  });

  it('loads nothing and runs nothing, whatever the names of the files are', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '<script>alert(1)</script>.txt',
        '"><img src=x onerror=alert(1)>.txt',
        "' onmouseover='alert(1).txt",
        '</style><script src=//x>.txt',
        '<!-- .txt',
        '&lt;b&gt;.txt',
        '&#60;svg onload=1>.txt',
        'SENR \u202etxt.exe',
        'javascript:alert(1).txt',
        ']]><iframe srcdoc=x>.txt',
      ),
      fc.stringMatching(/^[<>&"'/= a-z]{1,40}$/),
    );
    fc.assert(
      fc.property(hostile, (name) => {
        const html = pageOf(rowsOf(good(name)));
        const tags = html.replace(/<style>.*?<\/style>/s, '').match(/<[^>]*>/g) ?? [];
        const names = tags.map((tag) => /^<\/?([a-z0-9]+)/.exec(tag)?.[1] ?? tag);
        expect(names.filter((tag) => !OWN_TAGS.includes(tag) && tag !== '<!doctype html>')).toEqual(
          [],
        );
        expect(html).not.toMatch(/<[^>]*\s(?:on\w+|src|style)=/);
        const shown = /<h2>(.*?)<\/h2>/s.exec(html)?.[1] ?? '';
        expect(unescaped(shown)).toBe(shownText(name));
      }),
      { numRuns: 300 },
    );
  });
});

function unescaped(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
