import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { findOnPath, ZIP_PROGRAMS } from '../run/programs.mjs';
import type { BatchFile } from './batch-files.ts';

const AT_ONCE = 2;

/** The yardstick for the batch: programs that people know. */
export type Peer = (files: readonly BatchFile[]) => Promise<number>;

/**
 * Measures, in seconds, `zip -6` on the files over the limit and `sha256sum` on all files, two
 * processes at a time, longest first. This is less work than the assistant does: it reads no
 * records and proves no zip. Undefined if one of the programs is missing.
 */
export function findPeer(): Peer | undefined {
  const zip = findOnPath(ZIP_PROGRAMS.zip.commands);
  const sha256sum = findOnPath(['sha256sum']);
  if (!zip || !sha256sum) return undefined;
  return async (files) => {
    const longestFirst = files.toSorted((a, b) => b.bytes - a.bytes);
    const zipped = longestFirst.filter(({ needsZip }) => needsZip);
    const begun = performance.now();
    await twoAtOnce([
      ...zipped.map(({ path }) => [zip, '-6', '-q', '-j', zipOf(path), path]),
      ...longestFirst.map(({ path }) => [sha256sum, path]),
    ]);
    const seconds = (performance.now() - begun) / 1000;
    await Promise.all(zipped.map(({ path }) => rm(zipOf(path))));
    return seconds;
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
