import { describe, expect, it } from 'vitest';
import type { NewEvent } from '../../../lib/ledger/events.ts';
import { yearCounts } from '../../../lib/ledger/year-counts.ts';
import { sentFile, uuid } from '../support/attached-file.ts';
import { counted, did, doubted, log, said } from '../support/ledger.ts';

const LEA = '0199901';
const HASH = 'a'.repeat(64);
const schools = ['9900001', '9900002'];
const known = (...entries: readonly NewEvent[]) => yearCounts(log(...entries), 'SENR', LEA);
const file = sentFile('SENR', '2021-22', { rows: 9813, students: 4012, schools });
const sent = did('confirmed-on-page', file);

describe('what the checklist knows of a school year', () => {
  it('is what the sent file had', () => {
    const counts = {
      schoolYear: '2021-22',
      rows: 9813,
      students: 4012,
      schools,
      contentHash: HASH,
    };
    expect(known(sent)).toEqual([counts]);
    const other = did('confirmed-on-page', { ...file, schoolYear: '2022-23' }, uuid(800_002));
    expect(known(sent, other)).toEqual([counts, { ...counts, schoolYear: '2022-23' }]);
  });

  it('is only the rows of a file that was sent before they were counted', () => {
    expect(known(did('confirmed-on-page', sentFile('SENR')))).toEqual([
      { schoolYear: '2022-23', rows: 10, contentHash: HASH },
    ]);
  });

  it('is nothing of another type, another LEA, or a file that was not sent', () => {
    expect(yearCounts(log(sent), 'SINF', LEA)).toEqual([]);
    expect(yearCounts(log(sent), 'SENR', '0199950')).toEqual([]);
    expect(yearCounts(log(sent), 'SENR', undefined)).toHaveLength(1);
    expect(known(did('attached', file), did('submitted', file))).toEqual([]);
    expect(known(doubted(file))).toEqual([]);
    expect(known(sent, said('reopened', 'SENR', '2021-22'))).toEqual([]);
  });

  it('is all parts of a file together, once all are sent', () => {
    const part = (number: number, other = {}) =>
      did(
        'confirmed-on-page',
        { ...file, rows: 5000, part: { number, of: 2 }, ...other },
        uuid(800_000 + number),
      );
    expect(known(part(1))).toEqual([]);
    expect(known(part(1), part(2))).toMatchObject([{ rows: 10_000, students: 4012, schools }]);
  });

  it('is what the help desk counts, if the assistant did not see the file', () => {
    const saidSent = said('said-sent', 'SENR', '2021-22');
    expect(known(saidSent)).toEqual([]);
    expect(known(saidSent, counted(9813, 'SENR', '2021-22'))).toEqual([
      { schoolYear: '2021-22', rows: 9813 },
    ]);
    expect(known(counted(0, 'SENR', '2021-22'))).toEqual([]);
    expect(known(sent, counted(1, 'SENR', '2021-22'))).toMatchObject([{ rows: 9813 }]);
  });
});
