import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checklistOf } from '../../../lib/ledger/checklist.ts';
import type { LedgerEvent } from '../../../lib/ledger/events.ts';
import { previewImport } from '../../../lib/ledger/import-preview.ts';
import { organizationsOf } from '../../../lib/ledger/organizations.ts';
import { logs } from '../support/arbitrary-events.ts';
import { sentFile, uuid } from '../support/attached-file.ts';
import { CEDAR, did, log, MAPLE, organization, said, saved, stamped } from '../support/ledger.ts';

const here = log(saved(organization()), did('confirmed-on-page'), said('email-confirmed'));

describe('the preview of an import', () => {
  it('is empty when everything is known', () => {
    expect(previewImport(here, here)).toEqual({
      newEvents: [],
      knownEvents: 3,
      withdrawn: 0,
      newOrganizations: [],
      changedOrganizations: [],
      removedOrganizations: [],
      checklists: [],
    });
  });

  it('names new, changed and removed organizations', () => {
    const cedar = organization({ id: CEDAR, name: 'Cedar Unified' });
    const newer = stamped(saved(organization({ rounds: [1] })), 50);
    const other = stamped(saved(cedar), 51);
    expect(previewImport(here, [...here, newer, other])).toMatchObject({
      newEvents: [newer, other],
      knownEvents: 3,
      newOrganizations: ['Cedar Unified'],
      changedOrganizations: ['Maple Leaf Unified'],
      removedOrganizations: [],
    });
    const gone = stamped({ kind: 'organization-removed', organization: MAPLE }, 52);
    expect(previewImport(here, [gone])).toMatchObject({
      changedOrganizations: [],
      removedOrganizations: ['Maple Leaf Unified'],
    });
  });

  it('shows no change where the setup here is more recent', () => {
    const recent = [...here, stamped(saved(organization({ rounds: [2] })), 60)];
    const older = stamped(saved(organization({ rounds: [1] })), 50);
    expect(previewImport(recent, [older])).toMatchObject({
      newEvents: [older],
      changedOrganizations: [],
    });
  });

  it('counts what one new entry withdraws, and tells which files change', () => {
    const sent = Array.from({ length: 50 }, (_, n) =>
      stamped(did('confirmed-on-page', sentFile('SENR'), uuid(810_000 + n)), 100 + n),
    );
    const all = [...here.slice(0, 1), ...sent];
    const withdrawal = stamped(
      { kind: 'withdrawn', organization: MAPLE, events: sent.map(({ id }) => id) },
      900,
    );
    expect(previewImport(all, [withdrawal])).toMatchObject({
      newEvents: [withdrawal],
      withdrawn: 50,
      checklists: [
        {
          name: 'Maple Leaf Unified',
          cells: [{ fileType: 'SENR', schoolYear: '2022-23', before: 'sent', after: 'missing' }],
        },
      ],
    });
  });

  it('tells each change of status of any two ledgers, and no other', () => {
    fc.assert(
      fc.property(logs(), fc.nat({ max: 25 }), (all, some) => {
        const known = all.slice(0, some);
        const preview = previewImport(known, all);
        const told = preview.checklists.flatMap(({ cells }) =>
          cells.map(({ fileType, schoolYear, after }) => `${fileType} ${schoolYear} ${after}`),
        );
        expect(told.toSorted()).toEqual(changesBetween(known, all).toSorted());
      }),
      { numRuns: 300 },
    );
  });
});

function changesBetween(known: readonly LedgerEvent[], all: readonly LedgerEvent[]): string[] {
  return [MAPLE, CEDAR].flatMap((id) => {
    const statusesIn = (events: readonly LedgerEvent[]) => {
      const whose = organizationsOf(events).find((one) => one.id === id);
      const own = events.filter((event) => event.organization === id);
      const { cells } = checklistOf(whose, own);
      return cells.filter(({ status }) => status !== 'missing');
    };
    const lines = (events: readonly LedgerEvent[]) =>
      statusesIn(events).map((one) => `${one.fileType} ${one.schoolYear} ${one.status}`);
    const before = new Set(lines(known));
    const after = new Set(lines(all));
    const places = new Set([...after].map((line) => line.slice(0, 12)));
    const emptied = [...before].map((line) => line.slice(0, 12)).filter((one) => !places.has(one));
    return [
      ...[...after].filter((line) => !before.has(line)),
      ...emptied.map((place) => `${place} missing`),
    ];
  });
}
