import type { FileLabel } from '../calpads/file-label.ts';
import type { LabelPart } from '../rules/label-part.ts';

/** One part of a file, counted from 1. */
export interface PartNumber {
  readonly number: number;
  readonly of: number;
}

/** A planned file, and how much of it is still to send. */
export interface ToSubmit {
  readonly label: FileLabel;
  /** Which of several files for one label it is. */
  readonly labelPart?: LabelPart | undefined;
  /** The parts that were not sent yet, once their number is known. */
  readonly partsLeft?: readonly PartNumber[] | 'not known yet' | undefined;
}

/** One file, or one part of it, in a submission. */
export type InSubmission<File extends ToSubmit> = File & { readonly part?: PartNumber };

/** The input for the description. */
export type Described = Pick<InSubmission<ToSubmit>, 'label' | 'labelPart' | 'part'>;

/**
 * Which files go to the page with each click on its button. All whole files go first, together. Then
 * each part goes alone, because all parts of a label have the same name and only the description
 * tells them apart.
 */
export function submissions<File extends ToSubmit>(
  files: readonly File[],
): readonly (readonly InSubmission<File>[])[] {
  const whole = files.filter(({ partsLeft, labelPart }) => !partsLeft && !labelPart);
  const parts = files.flatMap((file): (readonly InSubmission<File>[])[] => {
    const { partsLeft, labelPart } = file;
    if (partsLeft === 'not known yet') return [[file]];
    if (!partsLeft) return labelPart ? [[file]] : [];
    return partsLeft.map(({ number, of }) => [{ ...file, part: { number, of } }]);
  });
  return [...eachLabelOnce(whole), ...inOrderOfParts(parts)];
}

/** Two organizations may have files of one label, and so of one name. Those go separately. */
function eachLabelOnce<File extends ToSubmit>(files: readonly File[]): readonly File[][] {
  const groups: File[][] = [];
  const groupsWith = new Map<string, number>();
  for (const file of files) {
    const label = `${file.label.fileType} ${file.label.schoolYear}`;
    const place = groupsWith.get(label) ?? 0;
    groupsWith.set(label, place + 1);
    const group = groups[place];
    if (group) group.push(file);
    else groups.push([file]);
  }
  return groups;
}

/** The parts of one set stay where the first of them was chosen, in the order of their numbers. */
function inOrderOfParts<File extends ToSubmit>(
  submitted: readonly (readonly InSubmission<File>[])[],
): readonly (readonly InSubmission<File>[])[] {
  const firsts = new Map<string, number>();
  const placed = submitted.map((files, at) => {
    const { set, number = 0 } = files[0]?.labelPart ?? {};
    const place = set === undefined ? at : (firsts.get(set) ?? at);
    if (set !== undefined) firsts.set(set, place);
    return { files, place, number };
  });
  return placed
    .toSorted((a, b) => a.place - b.place || a.number - b.number)
    .map(({ files }) => files);
}
