import { expect, test } from 'vitest';
import { plantedBatch } from './batches.ts';
import type { FileRuleId, Form } from './faults/form.ts';
import { SIZE_FORMS } from './faults/sizes.ts';
import { BATCHES, FORMS } from './faults.ts';
import { LAYOUTS } from './layouts.ts';

// A second, simple reading of the forms that can be read as records. It does not know how they were
// made, and it must reach the findings that the forms promise for their records.

const UNREADABLE: readonly FileRuleId[] = [
  'unfinished-download',
  'old-cal-pass-report',
  'empty-file',
  'wrong-container',
  'spreadsheet-damage',
  'look-alike',
  'unknown-records',
  'several-record-types',
  'wide-encoding',
  'nul-bytes',
  'over-long-record',
];
const READ: readonly FileRuleId[] = [
  'type-mismatch',
  'school-year-mismatch',
  'school-year-unknown',
  'school-year-unreadable',
  'padded-school-year',
  'several-leas',
  'field-count',
  'truncated-last-record',
  'header-row',
];
const DATE_RANGE_TYPES = ['SELA', 'SENR', 'SINF', 'SPRG'];

function layoutNamed(type: string) {
  return Object.values(LAYOUTS).find(({ fileType }) => fileType === type);
}

function typeInName(name: string): string | undefined {
  const types = name.match(/(?<![a-z])(?:CRSC|SCSC|SCTE|SELA|SENR|SINF|SPRG)(?![a-z])/gi) ?? [];
  return types.length === 1 ? types[0]?.toUpperCase() : undefined;
}

function yearInName(name: string): string | undefined {
  const [, start = '', end = ''] = /(20\d\d)[-_](?:20)?(\d\d)(?!\d)/.exec(name) ?? [];
  return Number(end) === (Number(start) + 1) % 100 && start !== '' ? `${start}-${end}` : undefined;
}

function isExact(name: string): boolean {
  return /^(?:[A-Z]{4} 20\d\d-\d\d|20\d\d-\d\d [A-Z]{4})\.txt$/.test(name);
}

function read(form: Form): readonly FileRuleId[] {
  const text = Buffer.from(form.bytes())
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .replace('\x1a', '');
  const isOpen = !/[\r\n] *$/.test(text);
  const rows = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  const headers = rows.filter((line) => /^record.?type/i.test(line));
  const all = rows.filter((line) => !headers.includes(line)).map((line) => line.split('^'));
  const usual = Math.max(...all.slice(0, -1).map((row) => row.length), 0);
  const isCut = isOpen && (all.at(-1)?.length ?? 0) < usual;
  const records = isCut ? all.slice(0, -1) : all;
  const found: FileRuleId[] = [];

  const code = records[0]?.[0]?.slice(0, 4) ?? '';
  const layout = layoutNamed(code);
  expect(layout, form.id).toBeDefined();
  const whole = records.filter(([first]) => first === `${code}-R`);
  const at = (position = 0) => new Set(whole.map((row) => row[position - 1] ?? ''));
  const written = [...at(layout?.yearPosition)];
  const isYear = (text: string) => /^20\d\d(?:-\d\d|-?20\d\d)$/.test(text.trim());
  const asShown = (text: string) => `${text.trim().slice(0, 4)}-${text.trim().slice(-2)}`;
  const isShown = (year: string) => yearInName(year) === year; // two years in a row
  const readable = written.filter((text) => isYear(text) && isShown(asShown(text)));
  const years = new Set(readable.map(asShown));
  const areAllReadable = readable.length === written.length;
  const counts = new Set(records.map((row) => row.length));
  const namedType = typeInName(form.name);
  const namedYear = yearInName(form.name);

  if (namedType !== undefined && namedType !== code) {
    found.push('type-mismatch');
  }
  const isProven = years.size === 1 && areAllReadable && !isExact(form.name);
  if (years.size !== 1 && namedYear === undefined && DATE_RANGE_TYPES.includes(code)) {
    found.push('school-year-unknown');
  } else if (years.size > 1 || (years.size === 1 && namedYear && !years.has(namedYear))) {
    if (!isProven) found.push('school-year-mismatch');
  }
  if (!areAllReadable) {
    found.push('school-year-unreadable');
  }
  if (readable.some((text) => text !== text.trim())) {
    found.push('padded-school-year');
  }
  if (at(layout?.leaPosition).size > 1) {
    found.push('several-leas');
  }
  if (counts.size > 1 || ![...counts].every((count) => layout?.fieldCounts.includes(count))) {
    found.push('field-count');
  }
  if (isCut) {
    found.push('truncated-last-record');
  }
  if (headers.length > 0) {
    found.push('header-row');
  }
  return found.sort();
}

const inBatches = [...BATCHES, plantedBatch()].flatMap(({ files }) => files);
const large = [...SIZE_FORMS.map(({ id }) => id), 'good-30000000-bytes'];
const readable = [...FORMS, ...inBatches].filter(
  ({ id, expected }) =>
    !large.includes(id) && !expected.some(({ ruleId }) => UNREADABLE.includes(ruleId)),
);

test('a second reading of the records gives the promised findings', () => {
  expect(readable.length).toBeGreaterThan(250);
  for (const form of readable) {
    const promised = form.expected.map(({ ruleId }) => ruleId).filter((id) => READ.includes(id));
    expect(read(form), form.id).toEqual(promised.sort());
  }
});

test('the level for another school year depends on the type and on the records', () => {
  for (const form of readable) {
    const level = form.expected.find(({ ruleId }) => ruleId === 'school-year-mismatch')?.level;
    const code = /[A-Z]{4}(?=-R\^)/.exec(Buffer.from(form.bytes()).toString('latin1'))?.[0] ?? '';
    const text = Buffer.from(form.bytes()).toString('latin1');
    const year = yearInName(form.name) ?? '';
    const hasYear = text.includes(`^${year.slice(0, 4)}-20${year.slice(-2)}^`);
    if (level !== undefined) {
      expect(level, form.id).toBe(DATE_RANGE_TYPES.includes(code) && hasYear ? 'warn' : 'block');
    }
  }
});
