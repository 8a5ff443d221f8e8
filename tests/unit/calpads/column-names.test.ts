import { describe, expect, it } from 'vitest';
import { isColumnName, isHeaderRow } from '../../../lib/calpads/column-names.ts';

describe('a row of column names', () => {
  it.each([
    ['Record Type Code', 'Transaction Type', 'Local Record ID', 'Reporting LEA'],
    ['RecordTypeCode', 'TransactionTypeCode', 'LocalRecordID', 'ReportingLEA', 'SSID'],
    ['record_type', 'local_id', 'first_name', 'last_name', 'birth_date'],
  ])('is recognized in any usual spelling', (...fields) => {
    expect(isHeaderRow(fields)).toBe(true);
  });

  it('is not a record, because dates and ids are long numbers', () => {
    expect(isHeaderRow(['Code', 'Type', 'School', 'Name', '20220901'])).toBe(false);
  });

  it('is not a line with other words, or one that is too short to tell', () => {
    expect(isHeaderRow(['apples', 'pears', 'plums', 'figs'])).toBe(false);
    expect(isHeaderRow(['Record Type', 'Code', 'School'])).toBe(false);
  });

  it('is recognized by the fields that are not blank', () => {
    const blanks = ['', ' ', '', '  ', '\t', ' ', ''];
    expect(isHeaderRow(['Type', 'Code', 'Name', 'SSID', ...blanks])).toBe(true);
    expect(isHeaderRow(['Type', 'Code', 'Name', ...blanks])).toBe(false);
  });

  it('needs three fields in five to be column names', () => {
    expect(isHeaderRow(['Type', 'Code', 'Name', 'x', 'y'])).toBe(true);
    expect(isHeaderRow(['Type', 'Code', 'w', 'x', 'y'])).toBe(false);
  });
});

describe('a column name that is safe to show', () => {
  it.each([
    'Record Type Code',
    'SSID',
    'StudentLegalLastName',
    'reporting_lea',
    'Credit',
    'credits',
    'Last Update',
    'updated',
    ' # of Credits (Course)',
  ])('is %s', (name) => {
    expect(isColumnName(name)).toBe(true);
  });

  it.each([
    'Leah',
    'Markus Endicott',
    'Name of Leah',
    'Birth Date Smith',
    'Name of David',
    '',
    '1234',
  ])('is not %j: it might be a person', (field) => {
    expect(isColumnName(field)).toBe(false);
  });
});
