/**
 * Bytes to make a copy of: those of `blob` from `start` up to `end`, which is not part of them. A
 * file that a person chose stays live: an edit on disk changes what the next read gives. Its source
 * therefore says what was checked, and only those bytes are handed out; see blocks-of-source.ts.
 */
export interface Source {
  readonly blob: Blob;
  readonly start: number;
  readonly end: number;
  /** Absent for a blob of our own: nobody can change that. */
  readonly checked?: CheckedBytes;
}

/** What the inspection read of the whole file. */
export interface CheckedBytes {
  readonly bytes: number;
  /** The SHA-256 of each block of BLOCK_BYTES, one after the other, 32 bytes each. */
  readonly blockHashes: Uint8Array<ArrayBuffer>;
}

/** All of a file that a person chose, as it was when it was checked. */
export function checkedSource(file: Blob, checked: CheckedBytes): Source {
  return { blob: file, start: 0, end: checked.bytes, checked };
}

/** All of a blob that we made ourselves. It must not be a slice of a chosen file. */
export function ownSource(blob: Blob): Source {
  return { blob, start: 0, end: blob.size };
}

/** @param range in bytes of the source, not of its blob */
export function partOfSource(
  source: Source,
  range: { readonly start: number; readonly end: number },
): Source {
  return { ...source, start: source.start + range.start, end: source.start + range.end };
}

export function sizeOfSource({ start, end }: Source): number {
  return end - start;
}

/** The file on disk is not what was checked: it was edited, cut short, moved or deleted since. */
export class SourceChanged extends Error {
  override readonly name = 'SourceChanged';

  constructor(options?: ErrorOptions) {
    super('The file has changed since it was checked.', options);
  }
}
