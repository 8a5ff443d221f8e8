import { describe, expect, it } from 'vitest';
import { badgeOf } from '../../../lib/background/badge.ts';
import { FILE_TYPES } from '../../../lib/calpads/file-types.ts';
import { checklistOf } from '../../../lib/ledger/checklist.ts';
import type { NewEvent } from '../../../lib/ledger/events.ts';
import { sentFile } from '../support/attached-file.ts';
import { because, did, log, organization } from '../support/ledger.ts';

const ALL_ROUNDS = organization({ rounds: [1, 2, 3, 4, 5] });
const badge = (whose = organization(), entries: readonly NewEvent[] = [], today = '2023-10-20') =>
  badgeOf(whose, checklistOf(whose, log(...entries)), today);
const sent = FILE_TYPES.map((type) => did('confirmed-on-page', sentFile(type)));

describe('the badge', () => {
  it.each([
    ['with twelve days left', '2023-10-20', 'badge_missing_due', [{ count: 12 }]],
    ['on the last day', '2023-11-01', 'badge_missing_due', [{ count: 0 }]],
    ['after it', '2023-11-02', 'badge_missing_overdue', []],
  ])('%s says how many files are missing of how many', (_what, today, key, days) => {
    const { text, title } = badge(ALL_ROUNDS, sent, today);
    expect(text).toBe('28');
    expect(title).toEqual([key, { count: 28 }, { count: 35 }, 'Maple Leaf Unified', ...days]);
  });

  it("goes by the person's own deadline where there is one", () => {
    const own = organization({ deadline: '2023-10-25' });
    expect(badge(own).title.at(-1)).toEqual({ count: 5 });
  });

  it('counts files that only stand in the form as missing, and those without data not', () => {
    expect(badge(organization(), [did('attached')]).text).toBe('7');
    expect(badge(organization(), [because('no-data', 'none')]).text).toBe('6');
  });

  it('is empty when nothing is missing, and says so', () => {
    expect(badge(organization(), sent)).toEqual({
      text: '',
      title: ['badge_none_missing', 'Maple Leaf Unified'],
    });
  });

  it.each([
    ['before anything is set up', badgeOf(undefined, checklistOf(undefined, []), '2023-10-20')],
    [
      'before anything is set up, with files met',
      badgeOf(undefined, checklistOf(undefined, log(did('attached'))), '2023-10-20'),
    ],
    ['without rounds', badge(organization({ rounds: [] }))],
  ])('%s is empty, under the name of the assistant', (_what, shown) => {
    expect(shown).toEqual({ text: '', title: ['extension_name'] });
  });
});
