import { describe, expect, it } from 'vitest';
import { factsOf } from '../support/facts.ts';
import { lines, record } from '../support/records.ts';
import { found, foundInFacts, ruleIds } from './check.ts';

const NAME = 'SENR 2022-23.txt';
const of = (...leas: readonly string[]) => lines(...leas.map((lea) => record('SENR', { lea })));

describe('records from more than one LEA', () => {
  it('give a warning with each LEA and its records, most first', async () => {
    const content = of('0199901', '0199902', '0199902');
    expect(await found('several-leas', { name: NAME, content })).toEqual([
      {
        ruleId: 'several-leas',
        level: 'warn',
        words: [
          'finding_several_leas',
          {
            counts: [
              ['0199902', 2],
              ['0199901', 1],
            ],
          },
        ],
      },
    ]);
    expect(await ruleIds(NAME, content)).toEqual(['several-leas']);
  });

  it('give at most five LEAs', () => {
    const reportingLeas = Object.fromEntries(
      Array.from({ length: 7 }, (_, at) => [`019990${at}`, 10 - at]),
    );
    const facts = factsOf('SENR', '2022-23', { reportingLeas });
    const [finding] = foundInFacts('several-leas', NAME, facts);
    const five = [0, 1, 2, 3, 4].map((at) => [`019990${at}`, 10 - at]);
    expect(finding?.words).toEqual(['finding_several_leas', { counts: five }]);
  });

  it('are recognized by the field that is right for the type', async () => {
    const content = lines(record('SINF', { lea: '0199901' }), record('SINF', { lea: '0199902' }));
    expect(await found('several-leas', { name: 'SINF 2022-23.txt', content })).toHaveLength(1);
  });

  it.each([
    ['several schools of one LEA', lines(record('SENR'), record('SENR', { school: '9900002' }))],
    ['records without one', of('0199901', '', 'x')],
    ['a last record cut off inside its LEA', `${of('0199901', '0199901')}SENR-R^^^0199902^99`],
  ])('are not %s', async (_what, content) => {
    expect(await found('several-leas', { name: NAME, content })).toEqual([]);
  });
});
