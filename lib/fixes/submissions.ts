import type { FileLabel } from '../calpads/file-label.ts';

/** One part of a file, counted from 1. */
export interface PartNumber {
  readonly number: number;
  readonly of: number;
}

/** A planned file, and how much of it is still to send. */
export interface ToSubmit {
  readonly label: FileLabel;
  /** The parts that were not sent yet, once their number is known. */
  readonly partsLeft?: readonly PartNumber[] | 'not known yet' | undefined;
}

/** One file, or one part of it, in a submission. */
export type InSubmission<File extends ToSubmit> = File & { readonly part?: PartNumber };

/** The input for the description. */
export type Described = Pick<InSubmission<ToSubmit>, 'label' | 'part'>;

/**
 * Which files go to the page with each click on its button. All files that are not split go first,
 * together. Then each part goes alone, because all parts of a file have the same name and only the
 * description tells them apart.
 */
export function submissions<File extends ToSubmit>(
  files: readonly File[],
): readonly (readonly InSubmission<File>[])[] {
  const whole = files.filter(({ partsLeft }) => !partsLeft);
  const parts = files.flatMap((file): (readonly InSubmission<File>[])[] => {
    const { partsLeft = [] } = file;
    if (partsLeft === 'not known yet') return [[file]];
    return partsLeft.map(({ number, of }) => [{ ...file, part: { number, of } }]);
  });
  return whole.length > 0 ? [whole, ...parts] : parts;
}
