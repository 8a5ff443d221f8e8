import { afterEach, describe, expect, it, vi } from 'vitest';
import { FILE_TYPES } from '../../../lib/calpads/file-types.ts';
import { schoolYearFrom } from '../../../lib/calpads/school-year.ts';
import { checkFiles } from '../../../lib/rules/check-files.ts';
import type { InspectedFile } from '../../../lib/rules/checked-file.ts';
import { nameNotExact } from '../../../lib/rules/name-not-exact.ts';
import { oneOfSeveral } from '../../../lib/rules/one-of-several.ts';
import { textOf } from '../support/facts.ts';

afterEach(() => vi.restoreAllMocks());

/** Files of the seven types, year after year. Each has a place of its own. */
function chosen(count: number): InspectedFile[] {
  return Array.from({ length: count }, (_, at) => {
    const fileType = FILE_TYPES[at % FILE_TYPES.length] ?? 'SENR';
    const schoolYear = schoolYearFrom(2000 + Math.floor(at / FILE_TYPES.length));
    const name = `${fileType}_${schoolYear}_88127.txt`;
    return { id: String(at), name, inspection: textOf(fileType, schoolYear) };
  });
}

/** How often a file is judged on average, if the files of a choice are checked one by one. */
function timesJudged(count: number): { readonly alone: number; readonly asParts: number } {
  const alone = vi.spyOn(nameNotExact, 'check').mockClear();
  const asParts = vi.spyOn(oneOfSeveral, 'check').mockClear();
  const files = chosen(count);
  for (const [at] of files.entries()) checkFiles(files.slice(0, at + 1));
  return { alone: alone.mock.calls.length / count, asParts: asParts.mock.calls.length / count };
}

describe('while the files of a choice are checked one by one', () => {
  it('each is judged at most twice, however many there are', () => {
    for (const count of [35, 210]) {
      const { alone, asParts } = timesJudged(count);
      expect(alone, `${count} files, alone`).toBeLessThanOrEqual(2);
      expect(asParts, `${count} files, as parts`).toBeLessThanOrEqual(2);
    }
  });

  it('only those that another file changes something for have another result', () => {
    const files = chosen(30);
    const before = checkFiles(files.slice(0, 29));
    const after = checkFiles(files);
    const changed = before.filter((result, at) => result !== after[at]).map(({ file }) => file.id);
    expect(changed, 'the year before the new one, of its type').toEqual(['22']);
  });
});
