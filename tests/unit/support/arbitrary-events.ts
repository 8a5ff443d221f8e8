import fc from 'fast-check';
import { FILE_TYPES } from '../../../lib/calpads/file-types.ts';
import type { SchoolYear } from '../../../lib/calpads/school-year.ts';
import type { AttachedFile } from '../../../lib/ledger/attached-file.ts';
import type { LedgerEvent, NewEvent } from '../../../lib/ledger/events.ts';
import { sentFile, uuid } from './attached-file.ts';
import { CEDAR, MAPLE, organization, saved } from './ledger.ts';

// Few places, so that many events meet in one cell.
const fileType = fc.constantFrom(...FILE_TYPES.slice(3, 6));
const schoolYear = fc.constantFrom<SchoolYear[]>('2021-22', '2022-23');
const rows = fc.nat({ max: 20 });
const reason = fc.constantFrom('none here', 'asked the help desk');
const submission = fc.integer({ min: 1, max: 4 }).map((n) => uuid(800_000 + n));
const place = fc.record({ fileType, schoolYear });

const part = fc.option(fc.record({ number: fc.integer({ min: 1, max: 3 }), of: fc.constant(3) }), {
  nil: undefined,
});
const file: fc.Arbitrary<AttachedFile> = fc
  .record({ fileType, schoolYear, rows, part })
  .map((one) =>
    sentFile(one.fileType, one.schoolYear, { rows: one.rows, ...(one.part && { part: one.part }) }),
  );

const kindsOfFile = fc.constantFrom('attached', 'taken-back', 'submitted', 'confirmed-on-page');
const kindsOfCell = fc.constantFrom('said-sent', 'said-not-sent', 'email-confirmed', 'reopened');

/** Everything that can be recorded of one organization, in any order, sensible or not. */
export function newEvents(organizationId: string = MAPLE): fc.Arbitrary<NewEvent> {
  const whose = { organization: organizationId };
  return fc.oneof(
    fc
      .tuple(kindsOfFile, submission, file)
      .map(([kind, of, one]): NewEvent => ({ ...whose, kind, submission: of, file: one })),
    fc.tuple(submission, file).map(
      ([of, one]): NewEvent => ({
        ...whose,
        kind: 'confirmation-not-seen',
        submission: of,
        file: one,
        why: 'no answer',
      }),
    ),
    fc.tuple(kindsOfCell, place).map(([kind, at]): NewEvent => ({ ...whose, kind, ...at })),
    fc
      .tuple(fc.constantFrom('no-data', 'accepted'), place, reason)
      .map(([kind, at, why]): NewEvent => ({ ...whose, kind, ...at, reason: why })),
    fc.tuple(place, fc.option(rows)).map(
      ([at, count]): NewEvent => ({
        ...whose,
        kind: 'counts-received',
        ...at,
        rows: count,
        reply: uuid(700_001),
      }),
    ),
    fc
      .array(schoolYear, { maxLength: 2 })
      .map((schoolYears): NewEvent => ({ ...whose, kind: 'asked', schoolYears })),
    fc
      .array(fc.integer({ min: 1, max: 25 }).map(uuid), { maxLength: 3 })
      .map((events): NewEvent => ({ ...whose, kind: 'withdrawn', events })),
    fc
      .subarray([1, 2, 3, 4, 5])
      .map((rounds) => saved(organization({ id: organizationId, rounds }))),
    fc.constant<NewEvent>({ ...whose, kind: 'organization-removed' }),
  );
}

/** Logs of two organizations as they could lie on any computer: every id once, times that may be equal. */
export function logs(maxLength = 25): fc.Arbitrary<LedgerEvent[]> {
  const entry = fc.oneof(newEvents(MAPLE), newEvents(CEDAR));
  const one = fc.tuple(entry, fc.integer({ min: 1, max: 12 }));
  return fc.array(one, { maxLength }).map((entries) =>
    entries.map(([what, at], place) => {
      const stamp = { id: uuid(place + 1), at, version: '0.1.0' };
      return { ...what, ...stamp } as LedgerEvent;
    }),
  );
}
