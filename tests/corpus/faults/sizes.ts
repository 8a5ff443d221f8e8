import { extractBytes, specOfBytes } from '../extract.ts';
import type { FileType } from '../file-types.ts';
import { SCHOOL_YEAR } from './edit.ts';
import type { ExpectedFinding, Form } from './form.ts';
import { block } from './form.ts';

function large(
  fileType: FileType,
  bytes: number,
  name: string,
  more: readonly ExpectedFinding[] = [],
): Form {
  const spec = specOfBytes({ fileType, schoolYear: SCHOOL_YEAR }, bytes);
  return {
    id: `size-${fileType.toLowerCase()}-${bytes}`,
    name,
    bytes: () => extractBytes(spec),
    expected: [block('too-large'), ...more],
    rightName: `${fileType} ${SCHOOL_YEAR}.txt`,
    facts: { rows: spec.rows, years: { [SCHOOL_YEAR]: spec.rows } },
  };
}

/** Files over 30,000,000 bytes. Each `bytes()` makes about 30 MB. */
export const SIZE_FORMS: readonly Form[] = [
  large('SCSC', 30_000_001, 'SCSC 2022-23.txt'),
  large('SINF', 31_457_281, '2022-23 SINF.txt'),
  large('SENR', 30_000_002, 'SENR_8812731.txt', [block('name-not-exact')]),
];
