import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const ASSETS = fileURLToPath(new URL('./assets/', import.meta.url));

/** The real upload widgets, as their packages publish them. */
const VENDOR_FILES: Readonly<Record<string, string>> = {
  'vendor/filepond.js': join(distFolder('filepond'), 'filepond.esm.min.js'),
  'vendor/filepond.css': join(distFolder('filepond'), 'filepond.min.css'),
  'vendor/dropzone.js': join(distFolder('dropzone'), 'dropzone.mjs'),
  'vendor/dropzone.css': join(distFolder('dropzone'), 'dropzone.css'),
};

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface StaticContent {
  readonly type: string;
  readonly body: Buffer;
}

/** A style sheet or script of the site, by its address below `/CalPass/Content/`. */
export async function readStaticContent(address: string): Promise<StaticContent | undefined> {
  const type = MEDIA_TYPES[extname(address)];
  if (!type || !/^[a-z0-9/-]+\.[a-z]+$/.test(address)) return undefined;
  try {
    return { type, body: await readFile(VENDOR_FILES[address] ?? join(ASSETS, address)) };
  } catch {
    return undefined;
  }
}

function distFolder(packageName: string): string {
  return dirname(require.resolve(packageName));
}
