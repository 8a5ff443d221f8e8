import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import { expect } from 'vitest';
import type { Submission } from '../portal/records.ts';
import type { ExpectedFile } from './scenarios/upload-scenarios.ts';

/** Compares what the server received with what was chosen, byte for byte. */
export async function expectReceived(
  submission: Submission,
  expected: readonly ExpectedFile[],
  chosenPaths: readonly string[],
): Promise<void> {
  const received = submission.files.toSorted((a, b) => a.name.localeCompare(b.name));
  const wanted = expected.toSorted((a, b) => a.name.localeCompare(b.name));
  expect(received.map(({ name }) => name)).toEqual(wanted.map(({ name }) => name));
  for (const [at, file] of received.entries()) {
    const { from, how, name } = wanted[at] ?? { from: -1, how: 'same bytes', name: '' };
    const chosen = await readFile(chosenPaths[from] ?? '');
    if (how === 'same bytes') {
      expect(file.sha256, name).toBe(sha256(chosen));
    } else {
      expect(file.bytes).toBeLessThanOrEqual(30_000_000);
      const content = await inflated(name, await readFile(file.path));
      expect(sha256(content), `${name} inflated`).toBe(sha256(chosen));
    }
  }
}

/** The one entry of a zip that the assistant made. It has the zip's own name. */
export async function inflated(name: string, content: Uint8Array): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(content, { checkCRC32: true });
  const entryName = name.replace(/\.zip$/, '.txt');
  expect(Object.keys(zip.files)).toEqual([entryName]);
  return (await zip.file(entryName)?.async('nodebuffer')) ?? new Uint8Array();
}

export function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
