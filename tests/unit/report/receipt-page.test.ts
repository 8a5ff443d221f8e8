// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { receiptPage } from '../../../lib/report/receipt-page.ts';
import { sentFile } from '../support/attached-file.ts';
import { sayIn } from '../support/say-in.ts';

const AT = new Date(2023, 9, 20, 16, 52).getTime();

function pageOf(language: 'en' | 'es', ...files: readonly ReturnType<typeof sentFile>[]) {
  const html = receiptPage(
    files.map((file) => ({ at: AT, file })),
    {
      madeAt: new Date(AT).toISOString(),
      runningOn: { extension: '0.1.0', browser: 'Firefox 140' },
      language,
      say: sayIn(language),
    },
  );
  return new DOMParser().parseFromString(html, 'text/html');
}

describe('the receipt', () => {
  it('says of each file what was sent, and when the page said thank you', () => {
    const part = { number: 2, of: 3 };
    const page = pageOf('en', sentFile('SENR'), sentFile('SCSC', '2021-22', { part, rows: 9985 }));
    const [first, second] = [...page.querySelectorAll('section')].map((one) =>
      (one.textContent ?? '').replace(/\s+/g, ' '),
    );
    expect(page.title).toBe('Receipt of files sent to Cal-PASS Plus');
    expect(first).toContain('SENR 2022-23.txt');
    expect(first).toContain('File type and school yearSENR 2022-23');
    expect(first).toContain('Rows10');
    expect(first).toContain('Size as sent1,740 bytes');
    expect(first).toContain('b'.repeat(64));
    expect(first).toMatch(/The page said thank youOctober 20, 2023 at 4:52 PM/);
    expect(second).toContain('SCSC 2021-22, part 2 of 3');
    expect(second).toContain('Rows9,985');
  });

  it('is in Spanish if the person reads Spanish', () => {
    const page = pageOf('es', sentFile('SENR'));
    expect(page.documentElement.lang).toBe('es');
    expect(page.body.textContent).toContain('20 de octubre de 2023');
    expect(page.body.textContent).not.toMatch(/\b(Rows|Size|thank)\b/);
  });

  it('is text to the browser, whatever a name holds', () => {
    const page = pageOf('en', sentFile('SENR', '2022-23', { name: '<img src=x>.txt' }));
    expect(page.querySelector('img')).toBeNull();
    expect(page.querySelector('h2')?.textContent).toBe('<img src=x>.txt');
  });
});
