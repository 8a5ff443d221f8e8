import { describe, expect, it } from 'vitest';
import { deadlineWords } from '../../../lib/requirements/deadline-words.ts';

const noon = new Date(2023, 10, 1, 12).getTime();

describe('the words for a deadline', () => {
  it.each([
    ['2023-10-20', ['checklist_due', { shortDay: noon }, { count: 12 }]],
    ['2023-10-31', ['checklist_due_tomorrow', { shortDay: noon }]],
    ['2023-11-01', ['checklist_due_today', { shortDay: noon }]],
    ['2023-11-02', ['checklist_overdue', { day: noon }]],
  ])('on %s', (today, words) => {
    expect(deadlineWords('2023-11-01', today)).toEqual(words);
  });
});
