// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readReceipts } from '../../../lib/receipts/read-receipts.ts';
import { READ, REFUSED, SAMPLE, sampleRows } from './pasted-shapes.ts';

const parseHtml = (html: string) => new DOMParser().parseFromString(html, 'text/html');

describe('a pasted table', () => {
  it.each(READ)('is read: $name', ({ text, html, rows, ignoredColumns = [] }) => {
    const pasted = { text, ...(html !== undefined && { html }) };
    expect(readReceipts(pasted, parseHtml)).toEqual({ kind: 'read', rows, ignoredColumns });
  });

  it.each(REFUSED)('is refused: $name', ({ text, html, line, why }) => {
    const pasted = { text, ...(html !== undefined && { html }) };
    expect(readReceipts(pasted, parseHtml)).toEqual({ kind: 'refused', line, why });
  });

  it('in html is left alone when nobody can parse it', () => {
    const html = '<table><tr><td>Year</td><td>SENR</td></tr></table>';
    expect(readReceipts({ text: SAMPLE, html })).toMatchObject({ rows: sampleRows() });
  });

  it('never shows a word of what was pasted in a reason', () => {
    const readings = REFUSED.map(({ text }) => readReceipts({ text }));
    for (const reading of readings.filter(({ kind }) => kind === 'refused')) {
      expect(JSON.stringify(reading)).not.toMatch(/Maple|Oak|Ann|Example|Unified/);
    }
  });

  it('comes in many shapes', () => {
    expect(READ.length + REFUSED.length).toBeGreaterThan(90);
  });
});
