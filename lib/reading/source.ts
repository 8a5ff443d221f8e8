/**
 * Bytes to copy: those of `blob` from `start` up to but not including `end`. A chosen file stays
 * live: an edit on disk changes what the next read gives. So its source says what was checked, and
 * only those bytes are handed out (blocks-of-source.ts).
 */
export interface Source {
  readonly blob: Blob;
  readonly start: number;
  readonly end: number;
  /** Absent for a blob that the assistant made: nobody can change that one. */
  readonly checked?: CheckedBytes;
}

/** What the inspection read of the complete file. */
export interface CheckedBytes {
  readonly bytes: number;
  /** The concatenated SHA-256 of each block of BLOCK_BYTES, 32 bytes each. */
  readonly blockHashes: Uint8Array<ArrayBuffer>;
}

/** All of a chosen file, as it was at the check. */
export function checkedSource(file: Blob, checked: CheckedBytes): Source {
  return { blob: file, start: 0, end: checked.bytes, checked };
}

/** All of a blob that the assistant made. It must not be a slice of a chosen file. */
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

/**
 * The file on disk is not the one that was checked. Someone edited, cut, moved or deleted it since.
 */
export class SourceChanged extends Error {
  override readonly name = 'SourceChanged';

  constructor(options?: ErrorOptions) {
    super('The file has changed since it was checked.', options);
  }
}
