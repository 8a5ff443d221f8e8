import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkReportSchema, reportAsJson } from '../../../lib/report/check-report.ts';
import type { FileRow } from '../../../lib/session/file-row.ts';
import { textOf } from '../support/facts.ts';
import { reportOf, rowsOf } from '../support/report.ts';

const senr = () =>
  textOf('SENR', '2022-23', {
    students: 9,
    schools: { '9900002': 3, '9900001': 7 },
    reportingLeas: { '0199901': 10 },
  });

const [row] = rowsOf({ name: 'SENR 2022-23.txt', inspection: senr() });
const changed = (change: Partial<FileRow>) => reportOf([{ ...row, ...change } as FileRow]).files[0];

describe('the report of a file', () => {
  it('has its verdict, its counts by year, school and LEA, and its hash', () => {
    const inspection = senr();
    const report = reportOf(rowsOf({ name: 'SENR 2022-23.txt', inspection }));
    expect(report).toEqual({
      kind: 'Upload Assistant for Cal-PASS Plus: check report',
      format: 1,
      madeAt: '2023-10-20T23:52:00.000Z',
      extension: '0.1.0',
      browser: 'Firefox 140',
      language: 'en',
      files: [
        {
          name: 'SENR 2022-23.txt',
          verdict: 'ready',
          bytes: 0,
          contentHash: inspection.kind === 'text' && inspection.facts.contentHash,
          fileType: 'SENR',
          rows: 10,
          students: 9,
          schoolYears: [{ schoolYear: '2022-23', rows: 10 }],
          schools: [
            { code: '9900001', rows: 7 },
            { code: '9900002', rows: 3 },
          ],
          reportingLeas: [{ code: '0199901', rows: 10 }],
          findings: [],
          toSend: { name: 'SENR 2022-23.txt', steps: [], changes: [], copies: [] },
        },
      ],
    });
  });

  it('tells a problem that is fixed from one that holds the file back', () => {
    const [renamed, empty] = reportOf(
      rowsOf(
        { name: 'senr.csv', inspection: senr() },
        {
          name: 'SINF 2022-23.txt',
          inspection: textOf('SINF', '2022-23', { emptiness: 'zero-bytes' }),
        },
      ),
    ).files;
    expect(renamed).toMatchObject({
      verdict: 'ready after changes',
      findings: [
        { rule: 'wrong-extension', level: 'fixed' },
        { rule: 'name-not-exact', level: 'fixed' },
      ],
      toSend: { name: 'SENR 2022-23.txt', steps: ['rename'] },
    });
    expect(empty).toMatchObject({
      verdict: 'held back',
      findings: [
        {
          rule: 'empty-file',
          level: 'block',
          words: 'No data in file: it has 0 bytes. Download it again from CALPADS.',
        },
      ],
    });
    expect(empty).not.toHaveProperty('toSend');
  });

  it('calls no problem fixed in a file that is held back', () => {
    const twin = senr();
    const [, second] = reportOf(
      rowsOf(
        { name: 'SENR 2022-23.txt', inspection: twin },
        { name: 'senr.csv', inspection: twin },
      ),
    ).files;
    expect(second?.verdict).toBe('held back');
    expect(new Set(second?.findings.map(({ level }) => level))).toEqual(new Set(['block']));
  });

  it('says when the person has to choose the school year', () => {
    const schoolYears = { '2021-22': 5, '2022-23': 5 };
    const inspection = textOf('SENR', '2022-23', { schoolYears });
    const [file] = reportOf(rowsOf({ name: 'senr.txt', inspection })).files;
    expect(file?.verdict).toBe('needs an answer');
    expect(file?.findings.map(({ level }) => level)).toContain('block');
    expect(changed({ plan: undefined as never })?.verdict).toBe('not checked');
  });

  it('has what was prepared, with the hash of each part', () => {
    const sha256 = 'a'.repeat(64);
    expect(changed({ preparedSha256: sha256, preparedBytes: 99 })?.toSend?.copies).toEqual([
      { bytes: 99, sha256 },
    ]);
    expect(changed({ preparedSha256: sha256, bytes: 7 })?.toSend?.copies).toEqual([
      { bytes: 7, sha256 },
    ]);
    const parts = [
      { number: 1, of: 2, rows: 6, bytes: 60, sha256, isSent: false },
      { number: 2, of: 2, rows: 4, isSent: false },
    ];
    expect(changed({ parts })?.toSend?.copies).toEqual([
      { part: { number: 1, of: 2 }, rows: 6, bytes: 60, sha256 },
    ]);
  });

  it('has the words of the language of the person', () => {
    const rows = rowsOf({ name: 'senr.csv', inspection: senr() });
    const [inEnglish, inSpanish] = (['en', 'es'] as const).map((each) => reportOf(rows, each));
    expect(inSpanish?.language).toBe('es');
    expect(inSpanish?.files[0]?.findings[0]?.words).not.toBe(
      inEnglish?.files[0]?.findings[0]?.words,
    );
  });

  it('shows the characters in a name that turn the direction of text', () => {
    expect(changed({ name: 'SENR\u202etxt.exe' })?.name).toBe('SENR[U+202E]txt.exe');
  });
});

describe('the JSON of a report', () => {
  it('is what its schema reads', () => {
    const report = reportOf(rowsOf({ name: 'x <1>.csv', inspection: senr() }));
    expect(checkReportSchema.parse(JSON.parse(reportAsJson(report)))).toEqual(report);
  });

  it('never has a field that the schema does not know', () => {
    const report = reportOf(row ? [row] : []);
    const files = report.files.map((file) => ({ ...file, firstRecord: 'SENR-R^' }));
    expect(() => reportAsJson({ ...report, files })).toThrow();
  });

  it('is described in docs by an example that its schema reads', () => {
    const docs = readFileSync(join(import.meta.dirname, '../../../docs/check-report.md'), 'utf8');
    const [, example = ''] = /```json\n(.*?)```/s.exec(docs) ?? [];
    expect(checkReportSchema.parse(JSON.parse(example)).files).toHaveLength(2);
  });
});
