import type { FileLabel } from '../calpads/file-label.ts';

/** Which of the parts of a file, counted from 1. */
export interface PartNumber {
  readonly number: number;
  readonly of: number;
}

/** A planned file, as far as it has gone. */
export interface ToSubmit {
  readonly label: FileLabel;
  /** The parts of a file that were not sent yet, once it is known how many there are. */
  readonly partsLeft?: readonly PartNumber[] | 'not known yet' | undefined;
}

/** A file, or one part of it, in a submission. */
export type InSubmission<File extends ToSubmit> = File & { readonly part?: PartNumber };

/** What the description is made of. */
export type Described = Pick<InSubmission<ToSubmit>, 'label' | 'part'>;

/**
 * Which files go to the page with one click of its button, one submission after the other. All whole
 * files go first, together. Then part after part, each alone: all parts of a file have the same name,
 * and only the description tells them apart.
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
