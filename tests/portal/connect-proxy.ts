import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

/**
 * A CONNECT proxy that is the browser's only way to the internet. It sends the site's own host
 * names to the local server and refuses every other name. It reports both to `onAsked`, so a test
 * can prove that the browser asked for nothing else.
 */
export function createConnectProxy(
  httpsPort: number,
  onAsked: (hostAndPort: string) => void,
): { server: Server; endTunnels: () => void } {
  const tunnels = new Set<Duplex>();

  // The site never uses plain http://, so the proxy refuses it for any host.
  const server = createServer((request, response) => {
    onAsked(hostOfPlainRequest(request.url));
    response.writeHead(403, { 'content-type': 'text/plain' }).end('Refused');
  });

  server.on('connect', (request, client, head) => {
    const asked = request.url ?? '';
    onAsked(asked);
    client.on('error', () => client.destroy());
    if (!isSite(asked)) {
      client.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
      return;
    }
    const upstream = connect(httpsPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client);
      client.pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    upstream.on('close', () => client.destroy());
    client.on('close', () => {
      upstream.destroy();
      tunnels.delete(client);
    });
    tunnels.add(client);
  });

  return {
    server,
    endTunnels: () => {
      for (const tunnel of tunnels) tunnel.destroy();
    },
  };
}

function isSite(hostAndPort: string): boolean {
  return /^([a-z0-9-]+\.)*calpassplus\.org:443$/i.test(hostAndPort);
}

function hostOfPlainRequest(url: string | undefined): string {
  const parsed = URL.parse(url ?? '');
  return parsed ? `${parsed.hostname}:${parsed.port || '80'}` : 'unknown';
}
