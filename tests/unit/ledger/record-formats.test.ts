import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { NewEvent } from '../../../lib/ledger/events.ts';
import { open, seal } from '../../../lib/ledger/record.ts';
import { sentFile } from '../support/attached-file.ts';
import { did, doubted, stamped } from '../support/ledger.ts';

/** As the version of the assistant that wrote this format sealed it. */
async function sealedIn(format: number, entry: NewEvent) {
  const record = await seal(stamped(entry, 1));
  const sha256 = createHash('sha256').update(`${format} ${record.json}`).digest('hex');
  return { ...record, format, sha256 };
}

describe.each([2, 3])('events of format %i', (format) => {
  it.each([did('confirmed-on-page'), doubted()])('are read as they are: $kind', async (entry) => {
    const event = stamped(entry, 1);
    expect(await open(await sealedIn(format, entry))).toEqual({ kind: 'good', event });
  });
});

describe('events of format 4', () => {
  it('can be of one file in a set, which an older version takes for newer', async () => {
    const part = { number: 1, of: 2, set: 'c'.repeat(64) };
    const event = stamped(did('confirmed-on-page', sentFile('SCSC', '2022-23', { part })), 1);
    const record = await seal(event);
    expect(record.format).toBeGreaterThan(3);
    expect(await open(record)).toEqual({ kind: 'good', event });
  });

  it('are those of format 3, whose parts are all of one file', async () => {
    const part = { number: 1, of: 2 };
    const entry = did('confirmed-on-page', sentFile('SCSC', '2022-23', { part }));
    const event = stamped(entry, 1);
    expect(await open(await sealedIn(3, entry))).toEqual({ kind: 'good', event });
  });
});

describe('events of format 3', () => {
  it.each(['file left', 'file not seen', 'no click'] as const)(
    'can be in doubt because "%s", which an older version takes for newer',
    async (why) => {
      const event = stamped({ ...doubted(), why } as NewEvent, 1);
      const record = await seal(event);
      expect(record.format).toBeGreaterThan(2);
      expect(await open(record)).toEqual({ kind: 'good', event });
    },
  );
});

describe('events of format 4', () => {
  it('may have the counts of a file, which an older version takes for newer', async () => {
    const file = sentFile('SENR', '2022-23', { students: 4012, schools: ['9900001'] });
    const event = stamped(did('confirmed-on-page', file), 1);
    const record = await seal(event);
    expect(record.format).toBeGreaterThan(3);
    expect(await open(record)).toEqual({ kind: 'good', event });
  });

  it.each([
    ['a student', { students: -1 }],
    ['a name in place of a code', { schools: ['Maple High'] }],
    ['more schools than are kept', { schools: Array.from({ length: 201 }, () => '9900001') }],
  ])('never have %s', async (_what, other) => {
    const event = stamped(did('confirmed-on-page', sentFile('SENR', '2022-23', other)), 1);
    await expect(seal(event)).rejects.toThrow();
  });
});
