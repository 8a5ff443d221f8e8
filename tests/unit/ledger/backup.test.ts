import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBackup as readBackupAt, writeBackup } from '../../../lib/ledger/backup.ts';
import { CLOCK_GRACE_MS } from '../../../lib/ledger/clock.ts';
import { FORMAT } from '../../../lib/ledger/migrations.ts';
import { FIRST_ORGANIZATION } from '../../../lib/ledger/organizations.ts';
import { logs } from '../support/arbitrary-events.ts';
import { did, idsOf, log, organization, said, saved, stamped } from '../support/ledger.ts';

const WRITTEN_AT = '2023-10-20T12:00:00.000Z';
const NOW = Date.parse(WRITTEN_AT);
const readBackup = (text: string) => readBackupAt(text, NOW);
const events = log(saved(organization()), did('attached'), said('said-sent'));
const changed = (change: object) =>
  JSON.stringify({ ...JSON.parse(writeBackup(events, WRITTEN_AT)), ...change });

describe('a backup', () => {
  it('is read as it was written, whatever is in the ledger', () => {
    fc.assert(
      fc.property(logs(), (some) => {
        const read = readBackup(writeBackup(some, WRITTEN_AT));
        expect(read).toEqual({ kind: 'read', events: some, writtenAt: WRITTEN_AT });
      }),
      { numRuns: 300 },
    );
  });

  it('of an empty ledger is one too', () => {
    expect(readBackup(writeBackup([], WRITTEN_AT))).toMatchObject({ kind: 'read', events: [] });
  });

  it.each([
    ['no JSON', 'SENR-R^A^1'],
    ['an empty file', ''],
    ['another JSON', '{"kind":"something else"}'],
    ['a list', '[]'],
    ['null', 'null'],
    ['no events', changed({ events: undefined })],
    ['no format', changed({ format: undefined })],
    ['a format that is none', changed({ format: 0 })],
    ['the kind of another program', changed({ kind: 'backup' })],
    ['half a file', writeBackup(events, WRITTEN_AT).slice(0, 200)],
  ])('is not %s', (_what, text) => {
    expect(readBackup(text)).toEqual({ kind: 'foreign' });
  });

  it('of a newer version is not guessed at', () => {
    expect(readBackup(changed({ format: FORMAT + 1, events: ['?'] }))).toEqual({ kind: 'newer' });
  });

  it('that is damaged is not taken at all, and the first bad entry is named', () => {
    const bad = [events[0], events[1], { ...events[2], kind: 'guessed' }, {}];
    expect(readBackup(changed({ events: bad }))).toEqual({ kind: 'damaged', entry: 3 });
  });

  it('of format 1 is brought up to date', () => {
    const { organization: _none, ...old } = stamped(did('attached'), 5);
    expect(readBackup(changed({ format: 1, events: [old] }))).toMatchObject({
      kind: 'read',
      events: [{ ...old, organization: FIRST_ORGANIZATION }],
    });
  });

  it('brings nothing that an event has not', () => {
    const read = readBackup(changed({ events: [{ ...events[1], student: 'Zqxana' }] }));
    expect(JSON.stringify(read)).not.toContain('Zqxana');
  });

  it('holds no more for an event twice in it than the event', () => {
    const read = readBackup(changed({ events: [...events, ...events] }));
    expect(read.kind === 'read' && new Set(idsOf(read.events)).size).toBe(3);
  });
});

describe('a backup with an event from the future', () => {
  const GRACE_ENDS = NOW + CLOCK_GRACE_MS;
  const backup = (at: number) => changed({ events: [events[0], { ...events[1], at }, events[2]] });

  it.each([
    ['a moment after the grace', GRACE_ENDS + 1],
    ['in 2099', Date.UTC(2099, 5)],
    ['in 2100', Date.UTC(2100, 0)],
  ])('%s is not taken at all: the entry and its time are named', (_when, at) => {
    expect(readBackup(backup(at))).toEqual({ kind: 'future', entry: 2, at });
  });

  it('within a day of grace is taken: clocks differ', () => {
    expect(readBackup(backup(GRACE_ENDS))).toMatchObject({ kind: 'read' });
  });
});
