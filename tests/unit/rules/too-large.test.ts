import { describe, expect, it } from 'vitest';
import { factsOf } from '../support/facts.ts';
import { foundInFacts, foundInInspection } from './check.ts';

const NAME = 'SENR 2022-23.txt';
const LIMIT = { bytes: 30_000_000 };
const text = (bytes: number, zippedBytes?: number) =>
  foundInFacts(
    'too-large',
    NAME,
    factsOf('SENR', '2022-23', { bytes }),
    zippedBytes === undefined ? {} : { zippedBytes },
  );

function zip(bytes: number) {
  const facts = factsOf('SENR', '2022-23', { bytes, container: 'zip' });
  const archive = { entries: [{ name: 'SENR 2022-23.txt' }] };
  return foundInInspection('too-large', 'SENR 2022-23.zip', { kind: 'archive', facts, archive });
}

describe('the limit of 30 MB', () => {
  it('lets 30,000,000 bytes pass', () => {
    expect(text(30_000_000)).toEqual([]);
    expect(zip(30_000_000)).toEqual([]);
  });

  it('blocks a text of 30,000,001 bytes, which one click zips', () => {
    expect(text(30_000_001)).toEqual([
      {
        ruleId: 'too-large',
        level: 'block',
        words: ['finding_too_large', { bytes: 30_000_001 }, LIMIT],
        fix: 'zip',
      },
    ]);
  });

  it('blocks a zip of 30,000,001 bytes, which cannot be zipped further', () => {
    expect(zip(30_000_001)).toEqual([
      {
        ruleId: 'too-large',
        level: 'block',
        words: ['finding_zip_too_large', { bytes: 30_000_001 }, LIMIT],
      },
    ]);
  });

  it('also applies to the zip that was made', () => {
    expect(text(400_000_000, 30_000_000)).toMatchObject([{ fix: 'zip' }]);
    expect(text(400_000_000, 30_000_001)).toEqual([
      {
        ruleId: 'too-large',
        level: 'block',
        kind: 'zipped',
        words: ['finding_too_large_zipped', { bytes: 400_000_000 }, { bytes: 30_000_001 }, LIMIT],
        fix: 'zip parts',
      },
    ]);
  });

  it('is met with parts that are not zipped if the person wants those', () => {
    const facts = factsOf('SENR', '2022-23', { bytes: 30_000_001 });
    expect(foundInFacts('too-large', NAME, facts, { wantsTextParts: true })).toEqual([
      {
        ruleId: 'too-large',
        level: 'block',
        kind: 'text parts',
        words: ['finding_too_large_texts', { bytes: 30_000_001 }, LIMIT, { bytes: 10_000_000 }],
        fix: 'text parts',
      },
    ]);
    const small = factsOf('SENR', '2022-23', { bytes: 30_000_000 });
    expect(foundInFacts('too-large', NAME, small, { wantsTextParts: true })).toEqual([]);
  });

  it('works for files beyond 2 and 4 GB', () => {
    expect(text(2 ** 31 + 1)).toHaveLength(1);
    expect(text(2 ** 32 + 1)).toHaveLength(1);
  });
});
