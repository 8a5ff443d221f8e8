import type { FileLabel } from '../calpads/file-label.ts';

/** Which of the parts of a file, counted from 1. */
export interface PartNumber {
  readonly number: number;
  readonly of: number;
}

/** One file that may go, as far as it has gone. */
export interface Sendable {
  readonly id: string;
  readonly label: FileLabel;
  /** Of a file that goes in parts, those that were not sent yet, once it is known how many there are. */
  readonly partsLeft?: readonly PartNumber[] | 'not known yet' | undefined;
}

/** A file, or one part of it, as it goes to the page. */
export interface Shipment {
  readonly id: string;
  readonly label: FileLabel;
  readonly part?: PartNumber;
}

/**
 * Which files go to the page with one click of its button, one submission after the other: first all
 * that are whole, together; then part after part, each alone, because all parts of a file bear the
 * same name and only the description tells them apart.
 */
export function submissions(files: readonly Sendable[]): readonly (readonly Shipment[])[] {
  const whole = files.flatMap(({ id, label, partsLeft }) => (partsLeft ? [] : [{ id, label }]));
  const parts = files.flatMap(({ id, label, partsLeft = [] }): Shipment[][] =>
    partsLeft === 'not known yet'
      ? [[{ id, label }]]
      : partsLeft.map(({ number, of }) => [{ id, label, part: { number, of } }]),
  );
  return whole.length > 0 ? [whole, ...parts] : parts;
}
