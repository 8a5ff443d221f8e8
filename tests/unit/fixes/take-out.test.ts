import { describe, expect, it } from 'vitest';
import { isToTakeOut } from '../../../lib/fixes/take-out.ts';
import type { ArchiveFacts } from '../../../lib/inspection/inspection.ts';
import { factsOf, textOf } from '../support/facts.ts';

const zip = (
  names: readonly string[],
  other: Partial<ArchiveFacts> = {},
  zipName = 'SENR 2022-23.zip',
) =>
  isToTakeOut(zipName, {
    kind: 'archive',
    facts: factsOf('SENR', '2022-23', { container: 'zip' }),
    archive: { entries: names.map((name) => ({ name })), ...other },
  });

describe('the files in a zip are taken out', () => {
  it.each([
    [['senr.txt']],
    [['folder/SENR 2022-23.txt']],
    [['SENR 2022-23.TXT']],
    [['./SENR 2022-23.txt']],
    [['K12\\SENR 2022-23.txt']],
    [['SENR 2022-23.txt', 'SINF 2022-23.txt']],
  ])('if it does not have the one right shape: %j', (names) => {
    expect(zip(names)).toBe(true);
  });

  it.each([[['SENR 2022-23.txt']], [['2022-23 SENR.txt']]])('but not if it does: %j', (names) => {
    expect(zip(names)).toBe(false);
  });

  it('if something was added to the one right file, or it is packed in a rare way', () => {
    expect(zip(['SENR 2022-23.txt'], { isUnusual: true })).toBe(true);
  });

  it.each(['SENR 2021-22.zip', 'SINF 2022-23.zip', 'SINF.zip', 'years 2021-22.zip'])(
    'if the name of the zip says something else than the name inside: %s',
    (zipName) => {
      expect(zip(['SENR 2022-23.txt'], {}, zipName)).toBe(true);
    },
  );

  it.each(['Archive.zip', '2022-23 SENR (1).zip', 'senr 2022-2023.zip', 'SENR and SINF.zip'])(
    'but not if the name of the zip only is not exact, because it is renamed: %s',
    (zipName) => {
      expect(zip(['SENR 2022-23.txt'], {}, zipName)).toBe(false);
    },
  );

  it('if it is too large to go, whatever its shape', () => {
    const whole = (bytes: number) =>
      isToTakeOut('SENR 2022-23.zip', {
        kind: 'archive',
        facts: factsOf('SENR', '2022-23', { container: 'zip', bytes }),
        archive: { entries: [{ name: 'SENR 2022-23.txt' }] },
      });
    expect(whole(30_000_000)).toBe(false);
    expect(whole(30_000_001)).toBe(true);
  });

  it('but not if it is empty, or must not be opened', () => {
    expect(zip([])).toBe(false);
    expect(zip(['a.txt', 'b.txt'], { damage: 'bomb' })).toBe(false);
  });

  it('but not if it is not a zip', () => {
    expect(isToTakeOut('SENR 2022-23.zip', textOf('SENR', '2022-23'))).toBe(false);
    expect(isToTakeOut('SENR 2022-23.zip', { kind: 'unreadable', reason: 'gone' })).toBe(false);
  });
});
