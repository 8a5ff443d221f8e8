import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween, workingDaysBetween } from '../../../lib/requirements/dates.ts';

const DAY = 86_400_000;
const iso = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);

describe('days between two dates', () => {
  it.each([
    ['2023-10-20', '2023-11-01', 12],
    ['2023-11-01', '2023-11-01', 0],
    ['2023-11-02', '2023-11-01', -1],
    ['2024-02-28', '2024-03-01', 2],
    ['2023-02-28', '2023-03-01', 1],
    ['2023-12-31', '2024-01-01', 1],
    // The clocks change in between.
    ['2023-11-04', '2023-11-06', 2],
    ['2024-03-09', '2024-03-11', 2],
  ])('%s to %s: %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });
});

describe('working days between two dates', () => {
  it.each([
    ['a Monday', '2023-10-23', '2023-10-26', 3],
    ['the same day', '2023-10-23', '2023-10-23', 0],
    ['a Friday to Monday', '2023-10-20', '2023-10-23', 1],
    ['a Friday to Sunday', '2023-10-20', '2023-10-22', 0],
    ['a Saturday to Monday', '2023-10-21', '2023-10-23', 1],
    ['a Sunday to Friday', '2023-10-22', '2023-10-27', 5],
    ['a week', '2023-10-25', '2023-11-01', 5],
    ['two weeks and a day', '2023-10-25', '2023-11-09', 11],
    ['backwards', '2023-10-26', '2023-10-23', 0],
    ['before 1970 weekdays are the same', '1969-12-29', '1970-01-05', 5],
  ])('%s, %s to %s: %i', (_what, from, to, days) => {
    expect(workingDaysBetween(from, to)).toBe(days);
  });

  it('are those counted one by one', () => {
    const days = fc.tuple(fc.integer({ min: 0, max: 30_000 }), fc.nat({ max: 400 }));
    fc.assert(
      fc.property(days, ([start, length]) => {
        let count = 0;
        for (let day = start + 1; day <= start + length; day++) {
          const weekday = new Date(day * DAY).getUTCDay();
          if (weekday !== 0 && weekday !== 6) count += 1;
        }
        expect(workingDaysBetween(iso(start), iso(start + length))).toBe(count);
      }),
    );
  });
});
