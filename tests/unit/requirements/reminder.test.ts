import { describe, expect, it } from 'vitest';
import type { Organization } from '../../../lib/requirements/organization.ts';
import type { Reminder } from '../../../lib/requirements/reminder.ts';
import { reminderAddresses, reminderText } from '../../../lib/requirements/reminder.ts';
import { uuid } from '../support/attached-file.ts';
import { CEDAR, organization } from '../support/ledger.ts';

const remind = (one: Organization, other: Partial<Reminder> = {}): Reminder => ({
  organization: one,
  open: [],
  problems: 0,
  ...other,
});

const district = (name: string, contact: string, isDone = false) => ({
  id: uuid(name.length),
  name,
  contact,
  done: isDone ? (['uploaded'] as const) : [],
});
const rocp = organization({
  id: CEDAR,
  name: 'Cedar ROP',
  kind: 'ROC/P',
  districts: [
    district('Oak', 'Ana <ana@oak.example>'),
    district('Maple LEAF unified', 'ben@maple.example', true),
    district('Elm', 'by phone'),
  ],
});

describe('the letter to all that are behind', () => {
  it('has a section for each, with its files, its problems and its deadline', () => {
    const text = reminderText([
      remind(organization(), {
        open: [
          { schoolYear: '2021-22', fileTypes: ['SENR'] },
          { schoolYear: '2022-23', fileTypes: ['CRSC', 'SCSC'] },
        ],
        problems: 2,
      }),
      remind(rocp),
    ]);
    const [intro, ...sections] = text.split('\n\n');
    expect(intro).toContain('help@calpassplus.org');
    expect(sections).toEqual([
      [
        'Maple Leaf Unified (deadline 2023-11-01)',
        'Files to upload:',
        '- 2021-22: SENR',
        '- 2022-23: CRSC, SCSC',
        'Files to check with the help desk: 2',
      ].join('\n'),
      [
        'Cedar ROP (deadline 2023-11-01)',
        'Districts that have not uploaded yet:',
        '- Oak',
        '- Elm',
      ].join('\n'),
    ]);
  });

  it.each([
    ['rounds', organization({ rounds: [] }), '- Tell us your funding rounds.'],
    ['districts', { ...rocp, districts: [] }, '- List the districts that upload for you.'],
  ])('asks for %s where they are not known', (_what, one, line) => {
    expect(
      reminderText([remind(one)])
        .split('\n')
        .at(-1),
    ).toBe(line);
  });

  it('cannot be turned round by a name', () => {
    expect(reminderText([remind(organization({ name: 'a\u202Eb' }))])).toContain('a[U+202E]b');
  });
});

describe('the addresses of those that are behind', () => {
  it('are of districts that have not uploaded, and of districts with the same name', () => {
    const all = [organization(), rocp];
    expect(reminderAddresses([remind(rocp)], all)).toEqual(['ana@oak.example']);
    expect(reminderAddresses([remind(organization())], all)).toEqual(['ben@maple.example']);
  });

  it('stand there once', () => {
    const twice = { ...rocp, districts: [...rocp.districts, district('Other', 'ana@oak.example')] };
    expect(reminderAddresses([remind(twice), remind(rocp)], [])).toEqual(['ana@oak.example']);
  });

  it('are none where nobody listed one', () => {
    expect(reminderAddresses([remind(organization())], [organization()])).toEqual([]);
  });
});
