import { describe, expect, it } from 'vitest';
import { FILE_TYPE_NAMES, FILE_TYPES, isFileType } from '../../../lib/calpads/file-types.ts';

describe('the file types', () => {
  it('are the seven types that the program lists, in its order', () => {
    expect(FILE_TYPES).toEqual(['CRSC', 'SCSC', 'SCTE', 'SELA', 'SENR', 'SINF', 'SPRG']);
  });

  it('have the names that the program gives them', () => {
    expect(FILE_TYPES.map((fileType) => FILE_TYPE_NAMES[fileType])).toEqual([
      'Course Completion',
      'Student Course Completion',
      'Student Career Technical Education',
      'Student English Language Acquisition',
      'Student Enrollment',
      'Student Information',
      'Student Programs',
    ]);
  });

  it('are recognized by their exact codes', () => {
    expect(FILE_TYPES.every(isFileType)).toBe(true);
  });

  it.each(['', 'senr', 'SENR-R', ' SENR', 'SENR ', 'CENR', 'SCSE', 'CRSE', 'toString', 'length'])(
    'do not include %j',
    (code) => {
      expect(isFileType(code)).toBe(false);
    },
  );
});
