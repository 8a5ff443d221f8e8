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
      const zip = await JSZip.loadAsync(await readFile(file.path), { checkCRC32: true });
      const entryName = name.replace(/\.zip$/, '.txt');
      expect(Object.keys(zip.files)).toEqual([entryName]);
      const inflated = await zip.file(entryName)?.async('nodebuffer');
      expect(inflated && sha256(inflated), `${name} inflated`).toBe(sha256(chosen));
    }
  }
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
