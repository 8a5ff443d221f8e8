/**
 * The practice portal. A small HTTPS server looks and talks like the Cal-PASS Plus upload page and
 * records everything that reaches it. A proxy gives it the site's own name.
 *
 *   browser ──CONNECT──► proxy ──*.calpassplus.org:443──► HTTPS server ──► records
 *                          └──any other host──► refused and recorded
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PortalBehaviour } from './behaviours.ts';
import { createCertificate } from './certificate.ts';
import { createConnectProxy } from './connect-proxy.ts';
import type { OffPage } from './off-pages.ts';
import { OFF_PAGES } from './off-pages.ts';
import type { ReceivedFile, RecordedRequest, Submission } from './records.ts';
import { Recorder } from './records.ts';
import { createSite } from './site.ts';
import type { PortalVariant } from './variants.ts';

const ORIGIN = 'https://www.calpassplus.org';

export type PortalPage =
  | { readonly variant: PortalVariant; readonly behaviour?: PortalBehaviour }
  | OffPage;

export interface Portal {
  /**
   * The address of a CONNECT proxy, for example `http://127.0.0.1:40123`. It sends
   * `calpassplus.org` and its subdomains, port 443, to the practice server and refuses every other
   * host.
   */
  readonly proxyUrl: string;
  readonly proxyPort: number;
  /** The practice server's port on 127.0.0.1, for requests that need no host name. */
  readonly httpsPort: number;
  /** The address to open through the proxy, on `https://www.calpassplus.org`. */
  url(page: PortalPage): string;
  /** Files that reached the server complete, in order of arrival, submitted or not. */
  loaded(): readonly ReceivedFile[];
  submissions(): readonly Submission[];
  /** Every request that reached the server, even those of canceled uploads. */
  requests(): readonly RecordedRequest[];
  /** Every `host:port` that a client requested from the proxy, even the refused ones. */
  connections(): readonly string[];
  /** Deletes all records and the saved copies of files. */
  reset(): void;
  /** Ends every open connection and deletes the saved copies. */
  close(): Promise<void>;
}

/** Starts the practice portal on two free ports of 127.0.0.1. */
export async function startPortal(): Promise<Portal> {
  const folder = await mkdtemp(join(tmpdir(), 'practice-portal-'));
  const recorder = new Recorder(folder);

  const site = createServer(await createCertificate(), createSite(recorder));
  // An extract with several hundred megabytes may take longer than the default five minutes.
  site.requestTimeout = 0;
  // A person may look at a page for longer than five seconds. A browser that submits at the moment
  // in which an idle connection is closed does not try again.
  site.keepAliveTimeout = 0;
  const httpsPort = await listen(site);

  const proxy = createConnectProxy(httpsPort, (hostAndPort) => {
    recorder.current.connections.push(hostAndPort);
  });
  const proxyPort = await listen(proxy.server);

  return {
    proxyUrl: `http://127.0.0.1:${proxyPort}`,
    proxyPort,
    httpsPort,
    url: pageUrl,
    loaded: () => [...recorder.current.loaded],
    submissions: () => [...recorder.current.submissions],
    requests: () => [...recorder.current.requests],
    connections: () => [...recorder.current.connections],
    reset: () => recorder.reset(),
    close: async () => {
      const closed = Promise.all([closeServer(proxy.server), closeServer(site)]);
      proxy.endTunnels();
      proxy.server.closeAllConnections();
      site.closeAllConnections();
      await closed;
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

function pageUrl(page: PortalPage): string {
  if (typeof page === 'string') {
    const path = OFF_PAGES.find((candidate) => candidate.id === page)?.path ?? '/';
    return `${ORIGIN}${path}`;
  }
  const query = new URLSearchParams({ variant: page.variant });
  if (page.behaviour) query.set('behaviour', page.behaviour);
  return `${ORIGIN}/CalPass/Upload?${query}`;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
