import { describe, expect, it } from 'vitest';
import { NO_SETTINGS, readSettings } from '../../../lib/settings/settings.ts';
import {
  LEDGER_DATABASES,
  NOTICE_KEY,
  SETTINGS_KEY,
  SUMMARIES_KEY,
  TALLY_KEY,
} from '../../../lib/settings/storage-names.ts';
import { STORED_DATA } from '../../../lib/settings/stored-data.ts';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { learned } from '../support/learned.ts';
import { MAPLE } from '../support/ledger.ts';

describe('the settings', () => {
  it.each([
    [{ version: 1 }],
    [{ version: 1, organization: MAPLE }],
    [{ version: 1, learned: [learned('submit')] }],
    [{ version: 1, docks: { large: { side: 'left', row: 'top', width: 400 } } }],
  ])('are read: %j', (stored) => {
    expect(readSettings(stored)).toEqual(stored);
  });

  it.each([
    [undefined],
    [null],
    ['text'],
    [{}],
    [{ version: 2, organization: MAPLE }],
    [{ version: 1, organization: 'maple' }],
    [{ version: 1, learned: [{ ...learned('submit'), at: 0 }] }],
  ])('that cannot be read are those of a new user: %j', (stored) => {
    expect(readSettings(stored)).toEqual(NO_SETTINGS);
  });

  it('keep nothing that they do not know', () => {
    expect(readSettings({ version: 1, student: 'Zqxana' })).toEqual({ version: 1 });
  });
});

describe('the list of what is stored', () => {
  const namesIn = (area: string) =>
    STORED_DATA.filter((place) => place.area === area).map(({ name }) => name);

  it('names the databases and every key of the storage that is kept', () => {
    expect(namesIn('database').toSorted()).toEqual([...LEDGER_DATABASES].toSorted());
    expect(namesIn('kept until erased').toSorted()).toEqual(
      [TALLY_KEY, NOTICE_KEY, SETTINGS_KEY, SUMMARIES_KEY].toSorted(),
    );
  });

  it('has words for each', () => {
    for (const { holds } of STORED_DATA) expect(messages[holds].message).not.toBe('');
  });
});
