import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, extname, join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../run/stages.ts';

const PAGE = join(import.meta.dirname, 'page');
const BUILT = join(ROOT, '.output', 'bench', 'page');

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

export interface BenchServer {
  readonly port: number;
  close(): void;
}

/** Builds the page the way the extension's pages are built, and serves it only to this machine. */
export async function startBenchServer(): Promise<BenchServer> {
  await build({
    root: PAGE,
    configFile: false,
    logLevel: 'warn',
    build: { outDir: BUILT, emptyOutDir: true, assetsDir: '.' },
    worker: { format: 'es' },
  });
  const server = createServer(async (request, response) => {
    // The browsers' drivers send everything through a proxy, and this server is the bench's only
    // proxy. So a request may contain the full address.
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const name = pathname === '/' ? 'index.html' : basename(pathname);
    try {
      const body = await readFile(join(BUILT, name));
      response.setHeader('content-type', MEDIA_TYPES[extname(name)] ?? 'text/plain');
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { port, close: () => server.close() };
}
