import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const ASSETS = fileURLToPath(new URL('./assets/', import.meta.url));

/** The real upload widgets, as published in their packages. */
const VENDOR_FILES: Readonly<Record<string, string>> = {
  'vendor/filepond.js': join(distFolder('filepond'), 'filepond.esm.min.js'),
  'vendor/filepond.css': join(distFolder('filepond'), 'filepond.min.css'),
  'vendor/dropzone.js': join(distFolder('dropzone'), 'dropzone.mjs'),
  'vendor/dropzone.css': join(distFolder('dropzone'), 'dropzone.css'),
  'vendor/uppy-core.css': require.resolve('@uppy/core/css/style.min.css'),
  'vendor/uppy-dashboard.css': require.resolve('@uppy/dashboard/css/style.min.css'),
};

/**
 * Our own scripts that import packages made for a bundler. Each is bundled on its first request.
 */
const BUNDLED = new Set(['uppy-page.js', 'blueimp-page.js', 'flow-page.js', 'react-page.js']);
const bundles = new Map<string, Promise<Buffer>>();

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface StaticContent {
  readonly type: string;
  readonly body: Buffer;
}

/** A style sheet or script of the site, by its path below `/CalPass/Content/`. */
export async function readStaticContent(address: string): Promise<StaticContent | undefined> {
  const type = MEDIA_TYPES[extname(address)];
  if (!type || !/^[a-z0-9/-]+\.[a-z]+$/.test(address)) return undefined;
  if (BUNDLED.has(address)) return { type, body: await bundleOnce(address) };
  try {
    return { type, body: await readFile(VENDOR_FILES[address] ?? join(ASSETS, address)) };
  } catch {
    return undefined;
  }
}

function bundleOnce(address: string): Promise<Buffer> {
  const bundle = bundles.get(address) ?? bundleScript(join(ASSETS, address));
  bundles.set(address, bundle);
  return bundle;
}

async function bundleScript(entry: string): Promise<Buffer> {
  // Only these few pages need the bundler, and loading it takes longer than starting the portal.
  const { build } = await import('vite');
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, minify: false, lib: { entry, formats: ['es'] } },
  });
  const [bundle] = Array.isArray(built) ? built : [];
  const script = bundle?.output[0].code;
  if (script === undefined) throw new Error(`Nothing came of bundling ${entry}`);
  return Buffer.from(script);
}

function distFolder(packageName: string): string {
  return dirname(require.resolve(packageName));
}
