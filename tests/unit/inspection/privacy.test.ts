import { describe, expect, it } from 'vitest';
import { inspectChosenFile } from '../../../lib/inspection/inspect-chosen-file.ts';
import { findCanaries } from '../../corpus/canaries.ts';
import { SIZE_FORMS } from '../../corpus/faults/sizes.ts';
import { BATCHES, FORMS } from '../../corpus/faults.ts';

const LARGE = new Set(['good-30000000-bytes', ...SIZE_FORMS.map(({ id }) => id)]);
const SMALL = [...FORMS, ...BATCHES.flatMap(({ files }) => files)].filter(
  ({ id }) => !LARGE.has(id),
);

describe('the facts about a file', () => {
  it("have no person's value, for any file in the corpus", async () => {
    const { signal } = new AbortController();
    let withPeople = 0;
    for (const { id, name, bytes } of SMALL) {
      const content = bytes();
      if (findCanaries(Buffer.from(content).toString('latin1')).length > 0) withPeople += 1;
      const inspection = await inspectChosenFile(new File([content], name), { signal });
      expect(findCanaries(JSON.stringify(inspection)), id).toEqual([]);
    }
    // Without people there would be nothing to leak.
    expect(withPeople).toBeGreaterThan(150);
  });
});
