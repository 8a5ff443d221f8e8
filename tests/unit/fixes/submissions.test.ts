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
  it('put files that are not split into one', () => {
    expect(asWords([whole('SENR'), whole('SINF')])).toEqual(['SENR SINF']);
  });

  it('send each part alone, in order', () => {
    expect(asWords([split('SCSC', 3, 1, 2, 3)])).toEqual(['SCSC 1/3', 'SCSC 2/3', 'SCSC 3/3']);
  });

  it('send only the remaining parts of an interrupted job', () => {
    expect(asWords([split('SCSC', 3, 2, 3)])).toEqual(['SCSC 2/3', 'SCSC 3/3']);
  });

  it('begin with all files that are not split, in any position, then go file by file', () => {
    const files = [split('SCSC', 2, 1, 2), whole('SENR'), split('CRSC', 2, 2), whole('SINF')];
    expect(asWords(files)).toEqual(['SENR SINF', 'SCSC 1/2', 'SCSC 2/2', 'CRSC 2/2']);
  });

  it('include a file whose parts are not known yet, after the files that are not split', () => {
    const unknown: Planned = { ...whole('SCSC'), partsLeft: 'not known yet' };
    expect(asWords([unknown])).toEqual(['SCSC']);
    expect(asWords([unknown, whole('SENR'), whole('SINF')])).toEqual(['SENR SINF', 'SCSC']);
    expect(asWords([unknown, split('CRSC', 2, 2)])).toEqual(['SCSC', 'CRSC 2/2']);
  });

  it('send the files of a set one by one, in the order of their parts', () => {
    const ofSet = (number: number, set = 'a'): Planned => ({
      id: `${set}${number}`,
      label: label('SCSC'),
      labelPart: { number, of: 2, set, isSent: false, missing: 0 },
    });
    expect(asWords([ofSet(2), whole('SENR'), ofSet(1)])).toEqual(['SENR', 'a1', 'a2']);
    expect(asWords([ofSet(2, 'b'), ofSet(2), ofSet(1, 'b'), ofSet(1)])).toEqual([
      'b1',
      'b2',
      'a1',
      'a2',
    ]);
    expect(asWords([{ ...ofSet(1), partsLeft: [] }, ofSet(2)])).toEqual(['a2']);
  });

  it('hold each label once, because two files of one name cannot go together', () => {
    const other = { ...whole('SENR'), id: 'other SENR' };
    expect(asWords([whole('SENR'), whole('SINF'), other])).toEqual(['SENR SINF', 'other SENR']);
  });

  it('are none without files, or if all parts are sent', () => {
    expect(submissions([])).toEqual([]);
    expect(submissions([split('SCSC', 2)])).toEqual([]);
  });
});
