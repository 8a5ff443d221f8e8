import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inspection } from '../../../lib/inspection/inspection.ts';
import { checkFiles } from '../../../lib/rules/check-files.ts';
import type { InspectedFile } from '../../../lib/rules/checked-file.ts';
import type { Finding } from '../../../lib/rules/rule.ts';
import { factsOf, textOf } from '../support/facts.ts';

/** The same entry twice means the same content. */
const CONTENTS: readonly Inspection[] = [
  textOf('SENR', '2022-23'),
  textOf('SENR', '2022-23'),
  textOf('SENR', '2022-23', { schoolYears: { '2021-22': 5, '2022-23': 5 } }),
  textOf('SENR', '2022-23', { fieldCounts: { 37: 10 } }),
  textOf('SINF', '2022-23', { reportingLeas: { '0199901': 5, '0199902': 5 } }),
  textOf('SCSC', '2021-22', { encoding: 'utf-16le' }),
  textOf('SENR', '2022-23', { odsRecords: {}, rows: 0, emptiness: 'zero-bytes' }),
  { kind: 'unreadable', reason: 'gone' },
  {
    kind: 'archive',
    facts: factsOf('SENR', '2022-23', { container: 'zip' }),
    archive: { entries: [{ name: 'SENR 2022-23.txt', facts: factsOf('SENR', '2022-23') }] },
  },
];
const NAMES_OF_ONE_LABEL = [
  'SENR 2022-23.txt',
  '2022-23 SENR.txt',
  'senr 2022-23.txt',
  'SENR.csv',
] as const;
const NAMES = [...NAMES_OF_ONE_LABEL, 'SENR 2021-22.txt', 'SINF 2022-23.txt', 'SENR 2022-23.zip'];

const chosenFiles = fc
  .array(fc.record({ name: fc.constantFrom(...NAMES), inspection: fc.constantFrom(...CONTENTS) }), {
    maxLength: 6,
  })
  .map((files) => files.map((file, at): InspectedFile => ({ id: `file ${at}`, ...file })));
const twoOrders = chosenFiles.chain((files) => fc.tuple(fc.constant(files), shuffled(files)));

function shuffled<Item>(items: readonly Item[]): fc.Arbitrary<Item[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}

/** A finding may name any of several twins, and the order decides which copy is the second. */
function findingsById(files: readonly InspectedFile[]) {
  const names = new Set<unknown>(files.map(({ name }) => name));
  const withoutTwin = ({ words, ...finding }: Finding) => ({
    ...finding,
    words: words.map((word) => (names.has(word) ? 'a chosen file' : word)),
  });
  return new Map(
    checkFiles(files).map(({ file, findings }) => [
      file.id,
      findings.filter(({ ruleId }) => ruleId !== 'same-file-twice').map(withoutTwin),
    ]),
  );
}

describe('in whatever order the files were chosen', () => {
  it('each has the same findings', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(twoOrders, ([files, inOtherOrder]) => {
        const findings = findingsById(files);
        expect(findingsById(inOtherOrder)).toEqual(findings);
        for (const { ruleId } of [...findings.values()].flat()) met.add(ruleId);
      }),
      { numRuns: 1000 },
    );
    // Without these findings the order could change nothing.
    expect([...met]).toEqual(
      expect.arrayContaining([
        'same-name-twice',
        'same-content-other-label',
        'several-leas',
        'stray-layout',
      ]),
    );
  });

  it('only the first of several copies is not a copy', () => {
    const [content = textOf('SENR', '2022-23'), , , , other = content] = CONTENTS;
    const copies = fc.array(fc.constantFrom(...NAMES_OF_ONE_LABEL), { minLength: 2, maxLength: 5 });
    const among = copies
      .map((names) => [
        { id: 'other', name: 'SINF 2022-23.txt', inspection: other },
        ...names.map((name, at) => ({ id: `copy ${at}`, name, inspection: content })),
      ])
      .chain(shuffled);
    fc.assert(
      fc.property(among, (files) => {
        const flagged = checkFiles(files)
          .filter(({ findings }) => findings.some(({ ruleId }) => ruleId === 'same-file-twice'))
          .map(({ file }) => file.id);
        const inOrder = files.map(({ id }) => id).filter((id) => id !== 'other');
        expect(flagged).toEqual(inOrder.slice(1));
      }),
    );
  });

  it('each has the same findings as if all had been checked at once', () => {
    fc.assert(
      fc.property(fc.array(chosenFiles, { minLength: 1, maxLength: 4 }), (choices) => {
        for (const files of choices) {
          for (const [at] of files.entries()) checkFiles(files.slice(0, at + 1));
          expect(checkFiles(files)).toEqual(checkFiles(structuredClone(files)));
        }
      }),
      { numRuns: 300 },
    );
  });
});
