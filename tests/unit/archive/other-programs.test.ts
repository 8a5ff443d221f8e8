import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeZip } from '../../../lib/archive/write-zip.ts';
import { cutText } from '../../../lib/fixes/cut-text.ts';
import { bytesOfSource } from '../../../lib/reading/blocks-of-source.ts';
import { ownSource, partOfSource } from '../../../lib/reading/source.ts';
import { extractBytes } from '../../corpus/extract.ts';
import type { ZipProgram } from '../../run/programs.mjs';
import { findOnPath, ZIP_PROGRAMS } from '../../run/programs.mjs';

const NAME = 'SCSC 2022-23.txt';
const text = extractBytes({ fileType: 'SCSC', schoolYear: '2022-23', rows: 30_000 });
const options = { signal: new AbortController().signal, onProgress: () => {} };

/** How each program tests a zip, and how it writes the zip's only entry to its output. */
const CALLS: Readonly<
  Record<Exclude<ZipProgram, 'zip'>, { test: string[]; read: string[]; good: RegExp }>
> = {
  unzip: { test: ['-t'], read: ['-p'], good: /No errors detected/ },
  '7-Zip': { test: ['t'], read: ['x', '-so'], good: /Everything is Ok/ },
  Python: {
    test: ['-m', 'zipfile', '-t'],
    read: [
      '-c',
      'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); sys.stdout.buffer.write(z.read(z.namelist()[0]))',
    ],
    // It says that it is done after a damaged zip, too, but not in its first line.
    good: /^Done testing/,
  },
};

let folder = '';
let zips: { readonly path: string; readonly content: Uint8Array }[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'upload-assistant-zips-'));
  const whole = ownSource(new Blob([text]));
  const parts = await cutText({ source: whole, of: 3, longestRecord: 10_000 }, options);
  const sources = [
    whole,
    ownSource(new Blob([])),
    ...parts.map((part) => partOfSource(whole, part)),
  ];
  zips = await Promise.all(
    sources.map(async (source, at) => {
      const path = join(folder, `${at}.zip`);
      const { zip } = await writeZip(source, NAME, options);
      writeFileSync(path, await zip.bytes());
      return { path, content: await bytesOfSource(source, options.signal) };
    }),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(Object.entries(CALLS))('for %s', (name, { test, read, good }) => {
  const program = findOnPath(ZIP_PROGRAMS[name as ZipProgram].commands);
  const run = (args: readonly string[]) =>
    spawnSync(program ?? '', args, { maxBuffer: 2 * text.length });

  it('our zip is intact, and so is each part of a split file', ({ skip }) => {
    if (!program) skip(`${name} is not installed`);
    for (const { path } of zips) {
      const { status, stdout } = run([...test, path]);
      expect(stdout.toString()).toMatch(good);
      expect(status).toBe(0);
    }
  });

  it('our zip has exactly the same bytes', ({ skip }) => {
    if (!program) skip(`${name} is not installed`);
    for (const { path, content } of zips) {
      expect(run([...read, path]).stdout.equals(content)).toBe(true);
    }
  });

  it('our zip with one changed byte is not intact, so the check can fail', ({ skip }) => {
    if (!program) skip(`${name} is not installed`);
    const path = join(folder, `damaged ${name}.zip`);
    const damaged = Uint8Array.from(zips[0] ? readFileSync(zips[0].path) : []);
    damaged[1000] = (damaged[1000] ?? 0) ^ 1;
    writeFileSync(path, damaged);
    const { status, stdout } = run([...test, path]);
    expect(status === 0 && good.test(stdout.toString())).toBe(false);
  });
});
