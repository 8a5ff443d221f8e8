import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { findOnPath, ZIP_PROGRAMS } from '../run/programs.mjs';
import type { BatchFile } from './batch-files.ts';

const AT_ONCE = 2;

/** The yardsticks for the batch: programs that people know. Each returns seconds. */
export interface Peers {
  /** Two `zip -6` and two `sha256sum` side by side, each pair on all files. */
  readonly all: (files: readonly BatchFile[]) => Promise<number>;
  /** The same, but only the files over the limit are zipped, as the assistant does. */
  readonly least: (files: readonly BatchFile[]) => Promise<number>;
}

/**
 * Longest files first. Both do less than the assistant: they read no records and prove no zip.
 * Undefined if one of the programs is missing.
 */
export function findPeers(): Peers | undefined {
  const zip = findOnPath(ZIP_PROGRAMS.zip.commands);
  const sha256sum = findOnPath(['sha256sum']);
  if (!zip || !sha256sum) return undefined;
  const time = async (zipped: readonly BatchFile[], hashed: readonly BatchFile[]) => {
    const begun = performance.now();
    await Promise.all([
      twoAtOnce(zipped.map(({ path }) => [zip, '-6', '-q', '-j', zipOf(path), path])),
      twoAtOnce(hashed.map(({ path }) => [sha256sum, path])),
    ]);
    const seconds = (performance.now() - begun) / 1000;
    await Promise.all(zipped.map(({ path }) => rm(zipOf(path))));
    return seconds;
  };
  const longestFirst = (files: readonly BatchFile[]) => files.toSorted((a, b) => b.bytes - a.bytes);
  return {
    all: (files) => time(longestFirst(files), longestFirst(files)),
    least: (files) =>
      time(
        longestFirst(files).filter(({ needsZip }) => needsZip),
        longestFirst(files),
      ),
  };
}

function zipOf(path: string): string {
  return `${path}.peer.zip`;
}

async function twoAtOnce(commands: readonly (readonly string[])[]): Promise<void> {
  const waiting = commands.values();
  const work = async () => {
    for (const [program = '', ...args] of waiting) await promisify(execFile)(program, args);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
