import { createReadStream } from 'node:fs';
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExtractSpec } from '../corpus/extract.ts';
import { specOfBytes, writeExtract } from '../corpus/extract.ts';

/** An invented extract, on disk only for the benchmark. */
export interface BenchFile {
  readonly path: string;
  readonly bytes: number;
  /** The number of records. The inspection must count the same. */
  readonly rows: number;
}

type FileSpec = Omit<ExtractSpec, 'rows'>;

/** The usual shape of a CALPADS extract: several schools, one school year, CR LF. */
const SPEC: FileSpec = { fileType: 'SENR', schoolYear: '2022-23' };

/** Larger files repeat this piece. That is quicker to write and no different to inspect. */
const PIECE_BYTES = 200_000_000;

/** Disk space to leave free, because the machine has other work to do. */
const SPARE_BYTES = 2_000_000_000;

/** Hands over files of the sizes that fit on the disk, and deletes them afterward. */
export async function withBenchFiles(
  sizes: readonly number[],
  work: (files: readonly BenchFile[]) => Promise<void>,
  spec: FileSpec = SPEC,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'upload-assistant-bench-'));
  try {
    const files: BenchFile[] = [];
    for (const bytes of sizes) {
      if (await hasRoomFor(bytes, folder)) files.push(await writeBenchFile(folder, bytes, spec));
      else console.log(`${bytes / 1e6} MB: skipped, too little free disk.`);
    }
    await work(files);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeBenchFile(folder: string, bytes: number, spec: FileSpec): Promise<BenchFile> {
  console.log(`${bytes / 1e6} MB: writing the file.`);
  const path = join(folder, `SENR 2022-23 ${bytes}.txt`);
  const whole = await appendPieces(path, spec, PIECE_BYTES, Math.floor(bytes / PIECE_BYTES));
  const rest = await appendPieces(path, spec, bytes % PIECE_BYTES, 1);
  return { path, bytes, rows: whole + rest };
}

/** @returns the number of appended records */
async function appendPieces(
  path: string,
  spec: FileSpec,
  bytes: number,
  times: number,
): Promise<number> {
  if (bytes * times === 0) return 0;
  const piece = `${path}.piece`;
  const { rows } = await writeExtract(piece, specOfBytes(spec, bytes));
  for (let time = 0; time < times; time += 1) {
    await writeFile(path, createReadStream(piece), { flag: 'a' });
  }
  await rm(piece);
  return rows * times;
}

async function hasRoomFor(bytes: number, folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize > bytes + SPARE_BYTES;
}
