import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LARGEST_UPLOAD_BYTES } from '../../lib/calpads/limits.ts';
import { specOfBytes, writeExtract } from '../corpus/extract.ts';
import type { FileType } from '../corpus/file-types.ts';
import { SCHOOL_YEARS } from '../corpus/file-types.ts';

/** One of the district's files, on disk only for the benchmark. */
export interface BatchFile {
  readonly path: string;
  readonly bytes: number;
  /** The file is too large for the page as it is. */
  readonly needsZip: boolean;
}

/** From the type with the fewest records in a district to the type with the most. */
const BY_SIZE: readonly FileType[] = ['SCTE', 'CRSC', 'SELA', 'SPRG', 'SINF', 'SENR', 'SCSC'];

/** Course sections grow fastest. The last three years are over the page's limit. */
const LARGE_BYTES = [60_000_000, 120_000_000, 200_000_000];
const SMALLEST_BYTES = 100_000;
const LARGEST_OF_THE_REST_BYTES = 20_000_000;
/**
 * The curve from the smallest to the largest size. With this value, all 35 files add up to about
 * 600 MB.
 */
const BEND = 1.9;

interface Planned {
  readonly name: string;
  readonly fileType: FileType;
  readonly schoolYear: string;
  readonly bytes: number;
}

/** Seven types × five years for a mid-size district. They are the same in every run. */
function plannedBatch(): Planned[] {
  const cells = BY_SIZE.flatMap((fileType) =>
    SCHOOL_YEARS.map((schoolYear) => ({ fileType, schoolYear })),
  );
  const small = cells.length - LARGE_BYTES.length;
  return cells.map((cell, at) => ({
    ...cell,
    name: nameOf(cell, at),
    bytes: LARGE_BYTES[at - small] ?? smallBytes(at / (small - 1)),
  }));
}

/** @param share the position among the smaller files, from 0 to 1 */
function smallBytes(share: number): number {
  const span = LARGEST_OF_THE_REST_BYTES - SMALLEST_BYTES;
  return Math.round(SMALLEST_BYTES + span * share ** BEND);
}

/** Every other file still has its CALPADS download name and needs a new one. */
function nameOf({ fileType, schoolYear }: Omit<Planned, 'name' | 'bytes'>, at: number): string {
  return at % 2 === 0 ? `${fileType} ${schoolYear}.txt` : `${fileType}_${8_812_000 + at}.txt`;
}

/** Writes the 35 files, hands them over, and deletes them. */
export async function withBatch(
  work: (files: readonly BatchFile[]) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'upload-assistant-bench-'));
  try {
    const files: BatchFile[] = [];
    for (const { name, fileType, schoolYear, bytes } of plannedBatch()) {
      const path = join(folder, name);
      await writeExtract(path, specOfBytes({ fileType, schoolYear }, bytes));
      files.push({ path, bytes, needsZip: bytes > LARGEST_UPLOAD_BYTES });
    }
    await work(files);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export function bytesOf(files: readonly BatchFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
