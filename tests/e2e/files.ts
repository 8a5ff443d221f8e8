import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extractBytes, extractRows, specOfBytes, writeExtract } from '../corpus/extract.ts';
import type { FileType } from '../corpus/file-types.ts';
import { FILE_TYPES, SCHOOL_YEARS } from '../corpus/file-types.ts';

/** A file to choose: its name, and how its bytes are made. */
export interface GivenFile {
  readonly name: string;
  readonly write: (path: string) => Promise<unknown>;
}

const ROWS = 200;

export function extract(name: string, fileType: FileType, schoolYear = '2022-23'): GivenFile {
  return {
    name,
    write: (path) => writeFile(path, extractBytes({ fileType, schoolYear, rows: ROWS })),
  };
}

export function bytes(name: string, content: Uint8Array | string): GivenFile {
  return { name, write: (path) => writeFile(path, content) };
}

/** An extract of an exact size in bytes. */
export function sized(name: string, fileType: FileType, size: number): GivenFile {
  const spec = specOfBytes({ fileType, schoolYear: '2022-23' }, size);
  return { name, write: (path) => writeExtract(path, spec) };
}

/** One good extract of each of the seven types, under its right name. */
export function batchOfSeven(schoolYear = '2022-23'): GivenFile[] {
  return FILE_TYPES.map((fileType) =>
    extract(`${fileType} ${schoolYear}.txt`, fileType, schoolYear),
  );
}

/** Five years as CALPADS names its downloads: each has to be renamed. */
export function thirtyFive(): GivenFile[] {
  return SCHOOL_YEARS.flatMap((year) =>
    FILE_TYPES.map((fileType) => extract(`${fileType}_${year}_88127.txt`, fileType, year)),
  );
}

/** The same, but the first file is right as it is, and the second one is empty. */
export function mixedThirtyFive(): GivenFile[] {
  const [first, second, ...others] = thirtyFive();
  if (!first || !second) throw new Error('There are no files.');
  const right = { ...first, name: 'CRSC 2018-19.txt' };
  return [right, bytes(second.name, ''), ...others];
}

/**
 * A valid extract whose zip is large too, because its local record ids are random: `size` bytes
 * shrink to some three quarters.
 */
export function hardToZip(name: string, fileType: FileType, size: number): GivenFile {
  const [record = ''] = extractRows({ fileType, schoolYear: '2022-23', rows: 1 });
  const line = () => {
    const fields = record.split('^');
    fields[2] = randomBytes(768).toString('base64');
    return `${fields.join('^')}\r\n`;
  };
  return {
    name,
    write: async (path) => {
      const lines: string[] = [];
      for (let written = 0; written < size; ) {
        const next = line();
        lines.push(next);
        written += next.length;
      }
      await writeFile(path, lines.join(''));
    },
  };
}

/** Writes the files into a fresh folder and gives their paths in order. Names may repeat. */
export async function writeFiles(dir: string, files: readonly GivenFile[]): Promise<string[]> {
  const paths: string[] = [];
  for (const [at, file] of files.entries()) {
    const folder = join(dir, String(at));
    await mkdir(folder, { recursive: true });
    const path = join(folder, file.name);
    await file.write(path);
    paths.push(path);
  }
  return paths;
}
