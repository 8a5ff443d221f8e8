import type { Cell, RowContext } from './cells.ts';
import { CELLS } from './cells.ts';
import type { ExtractSpec } from './extract.ts';
import type { Layout } from './layouts/layout.ts';
import { TRAILING_DATES } from './layouts/layout.ts';
import { LAYOUTS, todaysFieldCount } from './layouts.ts';
import { studentOf } from './people.ts';
import { createRandom, digits, hashText, mix } from './random.ts';
import { yearOfRow } from './year-mix.ts';

/** County 01 and an unused district number. Excel drops the leading zero. */
export const MAPLE_LEAF_LEA = '0199901';

const SCHOOLS_PER_LEA = 6;

/** Writes records one by one. The same spec gives the same records. */
export function recordWriter(spec: ExtractSpec): (index: number) => string {
  const layout = LAYOUTS[spec.fileType];
  const lea = spec.reportingLea ?? MAPLE_LEAF_LEA;
  const yearAt = yearOfRow(spec);
  const cells = cellsOf(layout, spec.fieldCount ?? todaysFieldCount(spec.fileType));
  const letters = (spec.encoding ?? 'ascii') === 'ascii' ? 'plain' : 'accented';
  const random = createRandom(
    mix(hashText(`${spec.fileType} ${spec.schoolYear} ${lea}`), spec.seed ?? 1),
  );
  const schools = schoolsOf(lea);
  let studentIndex = 0;
  const row: RowContext = {
    recordCode: layout.recordCode,
    lea,
    random,
    academicYear: '',
    yearStart: 0,
    school: '',
    student: studentOf(lea, 0, letters),
    index: 0,
  };

  return (index) => {
    const year = yearAt(index);
    const student = Math.floor(index / layout.rowsPerStudent);
    if (student !== studentIndex) {
      studentIndex = student;
      row.student = studentOf(lea, student, letters);
    }
    row.index = index;
    row.yearStart = Number(year.slice(0, 4));
    row.academicYear = formatYear(row.yearStart, spec.yearFormat ?? '2022-2023');
    row.school = schools[student % SCHOOLS_PER_LEA] ?? '';
    let record = '';
    for (const cell of cells) {
      record += `^${cell(row)}`;
    }
    return record.slice(1);
  };
}

/** Writes the year with a 2-digit or 4-digit end year, with or without the hyphen. */
export function formatYear(start: number, format: '2022-2023' | '20222023' | '2022-23'): string {
  if (format === '2022-23') {
    return `${start}-${digits((start + 1) % 100, 2)}`;
  }
  return format === '20222023' ? `${start}${start + 1}` : `${start}-${start + 1}`;
}

/** Records longer than any known layout get empty fields before the two dates. */
function cellsOf(layout: Layout, fieldCount: number): readonly Cell[] {
  const fields = layout.body.slice(0, fieldCount - TRAILING_DATES.length);
  const cells: Cell[] = fields.map(([, cell]) => CELLS[cell]);
  while (cells.length < fieldCount - TRAILING_DATES.length) {
    cells.push(CELLS.blank);
  }
  return [...cells, ...TRAILING_DATES.map(([, cell]) => CELLS[cell])];
}

/**
 * Seven digits that begin with 99, which no school has. The last one is the group code for no
 * school.
 */
function schoolsOf(lea: string): readonly string[] {
  const schools: string[] = [];
  for (let i = 1; i < SCHOOLS_PER_LEA; i += 1) {
    schools.push(`99${digits(hashText(lea) % 1000, 3)}${digits(i, 2)}`);
  }
  return [...schools, '0000001'];
}
