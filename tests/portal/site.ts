import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { finished } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { PageBehaviour } from './behaviours.ts';
import { findBehaviour } from './behaviours.ts';
import { purposeText } from './file-purposes.ts';
import { readFormBody } from './form-body.ts';
import { OFF_PAGES } from './off-pages.ts';
import { notFoundPage } from './pages/not-found.ts';
import { confirmationHtml, confirmationPage, framedForm, uploadPage } from './pages/upload.ts';
import type { Recorder, Records } from './records.ts';
import { readStaticContent } from './static-content.ts';
import { findVariant } from './variants.ts';

const CONTENT = '/calpass/content/';
const HTML = 'text/html; charset=utf-8';

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  /** The records that were current when the request began. */
  readonly records: Records;
}

/** The site itself. Like the real one, it takes everything it is sent, and it records that. */
export function createSite(recorder: Recorder): RequestListener {
  return (request, response) => {
    const url = new URL(request.url ?? '/', 'https://www.calpassplus.org');
    const records = recorder.current;
    records.requests.push({
      at: Date.now(),
      method: request.method ?? '',
      path: url.pathname + url.search,
      origin: request.headers.origin,
      referer: request.headers.referer,
    });
    answer({ request, response, url, records }).catch(() => {
      // If the browser canceled, nobody is left to tell. Otherwise the page shows the issue.
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };
}

async function answer(exchange: Exchange): Promise<void> {
  const { request, url } = exchange;
  // The real site's paths appear in several letter cases.
  const path = url.pathname.toLowerCase();
  const get = request.method === 'GET' || request.method === 'HEAD';

  if (path === '/favicon.ico') return send(exchange, 204);
  if (get && path.startsWith(CONTENT)) return sendContent(exchange, path.slice(CONTENT.length));
  if (path === '/calpass/upload') return get ? sendUploadPage(exchange) : takeSubmission(exchange);
  if (path === '/calpass/upload/frame' && get) return sendFramedForm(exchange);
  if (path === '/calpass/upload/confirmation' && get) return sendConfirmation(exchange);
  if (path === '/calpass/upload/load' && request.method === 'POST') return takeFiles(exchange);

  // Login and profile forms are read to the end and not recorded.
  if (!get) await discardBody(request);
  const page = OFF_PAGES.find((candidate) => candidate.path.toLowerCase() === path);
  if (page && !get) return redirect(exchange, '/');
  if (page) return sendHtml(exchange, page.html());
  return sendHtml(exchange, notFoundPage(), 404);
}

async function sendContent(exchange: Exchange, address: string): Promise<void> {
  const keptWaiting = pageMake(exchange.url)?.behaviour.thanksLoadForMs;
  if (keptWaiting) await wait(keptWaiting);
  const content = await readStaticContent(address);
  if (!content) return send(exchange, 404);
  return send(exchange, 200, content.type, content.body);
}

async function sendUploadPage(exchange: Exchange): Promise<void> {
  const make = pageMake(exchange.url);
  if (!make) return sendHtml(exchange, notFoundPage(), 404);
  const { variant, behaviour } = make;
  const { cacheControl } = behaviour;
  return send(exchange, 200, HTML, uploadPage(variant, behaviour, exchange.url.search), {
    ...variant.headers,
    ...(cacheControl && { 'cache-control': cacheControl }),
  });
}

async function sendFramedForm(exchange: Exchange): Promise<void> {
  const make = pageMake(exchange.url);
  if (!make?.variant.frame) return sendHtml(exchange, notFoundPage(), 404);
  return sendHtml(exchange, framedForm(make.variant, make.behaviour));
}

async function sendConfirmation(exchange: Exchange): Promise<void> {
  const make = pageMake(exchange.url);
  if (!make) return sendHtml(exchange, notFoundPage(), 404);
  return sendHtml(exchange, confirmationPage(make.variant, make.behaviour));
}

/** Takes files when they are chosen, long before the click, and gives the page an id for each. */
async function takeFiles(exchange: Exchange): Promise<void> {
  const { request, records } = exchange;
  const { files } = await readFormBody(request, records.folder);
  const sender = request.headers.referer ?? '';
  const behaviour = behaviourOf(sender);
  if (behaviour?.loadsAfterMs) await wait(behaviour.loadsAfterMs);
  if (behaviour?.refusesFirstLoad && !records.refusedOnce.has(sender)) {
    records.refusedOnce.add(sender);
    records.loaded.push(...files);
    return send(exchange, 500);
  }
  const ids = files.map((file) => {
    const id = randomUUID();
    records.loadedById.set(id, file);
    return id;
  });
  records.loaded.push(...files);
  return send(exchange, 200, 'text/plain', ids.join(','));
}

/** Takes what the click sends: the words, and the files or their ids. */
async function takeSubmission(exchange: Exchange): Promise<void> {
  const { request, records, url } = exchange;
  const make = pageMake(url);
  if (request.method !== 'POST' || !make) {
    await discardBody(request);
    return send(exchange, 405);
  }
  const { variant, behaviour } = make;
  const body = await readFormBody(request, records.folder);
  if (behaviour.id === 'fails-at-submit') return sendHtml(exchange, notFoundPage(), 500);
  const field = (name: string) => body.fields.get(name)?.[0] ?? '';
  const ids = body.fields.get(variant.fieldNames.loadedFileId) ?? [];
  const loadedBefore = ids.flatMap((id) => records.loadedById.get(id) ?? []);

  records.loaded.push(...body.files);
  records.submissions.push({
    at: Date.now(),
    variant: variant.id,
    purpose: purposeText(field(variant.fieldNames.purpose)),
    description: field(variant.fieldNames.description),
    files: [...loadedBefore, ...body.files],
  });

  if (variant.confirmation === 'same-document') {
    return sendHtml(exchange, confirmationHtml(variant, behaviour));
  }
  if (variant.redirectsTo) return redirect(exchange, variant.redirectsTo + url.search);
  return sendHtml(exchange, confirmationPage(variant, behaviour));
}

function pageMake(url: URL) {
  const variant = findVariant(url.searchParams.get('variant') ?? 'plain');
  const behaviour = findBehaviour(url.searchParams.get('behaviour') ?? 'normal');
  return variant && behaviour ? { variant, behaviour } : undefined;
}

/** All pages load files to one address, so only the sender's own address gives its behavior. */
function behaviourOf(sender: string): PageBehaviour | undefined {
  const url = URL.parse(sender);
  return url ? pageMake(url)?.behaviour : undefined;
}

async function discardBody(request: IncomingMessage): Promise<void> {
  request.resume();
  await finished(request);
}

function sendHtml(exchange: Exchange, html: string, status = 200): void {
  send(exchange, status, HTML, html);
}

function send(
  { response }: Exchange,
  status: number,
  type?: string,
  body?: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    'cache-control': 'no-store',
    ...(type ? { 'content-type': type } : {}),
    ...headers,
  });
  response.end(body);
}

function redirect({ response }: Exchange, location: string): void {
  response.writeHead(303, { location }).end();
}
