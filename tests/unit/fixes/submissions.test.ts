import { describe, expect, it } from 'vitest';
import type { FileLabel } from '../../../lib/calpads/file-label.ts';
import type { FileType } from '../../../lib/calpads/file-types.ts';
import type { ToSubmit } from '../../../lib/fixes/submissions.ts';
import { submissions } from '../../../lib/fixes/submissions.ts';

const label = (fileType: FileType): FileLabel => ({
  fileType,
  schoolYear: '2022-23',
  order: 'type first',
});
type Planned = ToSubmit & { readonly id: string };
const whole = (fileType: FileType): Planned => ({ id: fileType, label: label(fileType) });
const split = (fileType: FileType, of: number, ...left: number[]): Planned => ({
  ...whole(fileType),
  partsLeft: left.map((number) => ({ number, of })),
});
const asWords = (planned: readonly Planned[]) =>
  submissions(planned).map((files) =>
    files.map(({ id, part }) => (part ? `${id} ${part.number}/${part.of}` : id)).join(' '),
  );

describe('submissions', () => {
  it('of whole files are one', () => {
    expect(asWords([whole('SENR'), whole('SINF')])).toEqual(['SENR SINF']);
  });

  it('of parts are one each, in order', () => {
    expect(asWords([split('SCSC', 3, 1, 2, 3)])).toEqual(['SCSC 1/3', 'SCSC 2/3', 'SCSC 3/3']);
  });

  it('of a job that was begun are those of the parts left', () => {
    expect(asWords([split('SCSC', 3, 2, 3)])).toEqual(['SCSC 2/3', 'SCSC 3/3']);
  });

  it('begin with all whole files, wherever they stand; then one file after the other', () => {
    const files = [split('SCSC', 2, 1, 2), whole('SENR'), split('CRSC', 2, 2), whole('SINF')];
    expect(asWords(files)).toEqual(['SENR SINF', 'SCSC 1/2', 'SCSC 2/2', 'CRSC 2/2']);
  });

  it('of a file whose parts are not known yet are one at least, after the whole files', () => {
    const unknown: Planned = { ...whole('SCSC'), partsLeft: 'not known yet' };
    expect(asWords([unknown])).toEqual(['SCSC']);
    expect(asWords([unknown, whole('SENR'), whole('SINF')])).toEqual(['SENR SINF', 'SCSC']);
    expect(asWords([unknown, split('CRSC', 2, 2)])).toEqual(['SCSC', 'CRSC 2/2']);
  });

  it('of nothing, or of a file whose parts are all sent, are none', () => {
    expect(submissions([])).toEqual([]);
    expect(submissions([split('SCSC', 2)])).toEqual([]);
  });
});
