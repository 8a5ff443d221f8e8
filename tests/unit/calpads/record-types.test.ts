import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILE_TYPES } from '../../../lib/calpads/file-types.ts';
import { readRecordType, typeOfSeparated } from '../../../lib/calpads/record-types.ts';

describe('readRecordType', () => {
  it.each(FILE_TYPES)('recognizes an ODS record of %s by its -R', (fileType) => {
    expect(readRecordType(`${fileType}-R`)).toEqual({ kind: 'ods', fileType });
  });

  it.each(FILE_TYPES)('recognizes a rejected record of %s by its -E', (fileType) => {
    const type = { kind: 'look-alike', lookAlike: 'rejected-records', fileType };
    expect(readRecordType(`${fileType}-E`)).toEqual(type);
  });

  it.each(FILE_TYPES)("recognizes a student system's %s by the missing suffix", (fileType) => {
    const type = { kind: 'look-alike', lookAlike: 'sis-upload-file', fileType };
    expect(readRecordType(fileType)).toEqual(type);
  });

  it.each([
    ['CENR-R', 'cumulative-enrollment'],
    ['SCSE-R', 'fall-2-sibling'],
    ['CRSE-R', 'fall-2-sibling'],
    ['1234567', 'ssid-extract'],
    ['0000001', 'ssid-extract'],
  ])('recognizes %s as a look-alike: %s', (firstField, lookAlike) => {
    expect(readRecordType(firstField)).toEqual({ kind: 'look-alike', lookAlike });
  });

  it.each(['SDEM-R', 'STAS-R', 'WBLR-R', 'MEPS-R', 'SASS-R', 'SINC-R'])(
    'recognizes %s as another extract, by its code',
    (code) => {
      const type = { kind: 'look-alike', lookAlike: 'other-extract', code };
      expect(readRecordType(code)).toEqual(type);
    },
  );

  it.each(['SDEM-E', 'CRSE-E', 'CENR-E'])('recognizes %s as a rejected record', (code) => {
    expect(readRecordType(code)).toEqual({ kind: 'look-alike', lookAlike: 'rejected-records' });
  });

  it.each([
    '',
    'senr-r',
    'SENR-r',
    'SENR-R ',
    ' SENR-R',
    'SENR-X',
    'SENR_R',
    'SENRR',
    'SEN',
    'CENR',
    'SCSE',
    'SDEM',
    'SDEM-X',
    'sdem-r',
    'ZQX-R',
    'SDEM-R ',
    'SDEMO-R',
    '123456',
    '12345678',
    '12345a7',
    'Record Type',
    '\u00ef\u00bb\u00bfSENR-R',
  ])('does not recognize %j', (firstField) => {
    expect(readRecordType(firstField)).toEqual({ kind: 'unknown' });
  });

  it('returns nothing from a field that it does not recognize', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const type = readRecordType(`Zqx${text}`);
        expect(type).toEqual({ kind: 'unknown' });
      }),
    );
  });
});

describe('typeOfSeparated', () => {
  it.each(['SENR,1', 'SENR-R,1', '"SENR-R","1"', '"SENR",1', 'SENR\t1', 'SENR-R|1'])(
    'recognizes SENR in %j',
    (line) => {
      expect(typeOfSeparated(line)).toBe('SENR');
    },
  );

  it.each(['', 'SENR', 'SENR^1', 'SENR-E,1', 'SENRS,1', 'SDEM-R,1', 'senr,1', ' SENR,1'])(
    'recognizes nothing in %j',
    (line) => {
      expect(typeOfSeparated(line)).toBeUndefined();
    },
  );
});
