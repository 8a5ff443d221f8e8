import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { request as httpRequest } from 'node:http';
import type { RequestOptions } from 'node:https';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { connect } from 'node:tls';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PORTAL_BEHAVIOURS } from './behaviours.ts';
import { OFF_PAGES } from './off-pages.ts';
import type { Portal } from './portal.ts';
import { startPortal } from './portal.ts';
import type { KnownVariant } from './variants.ts';
import { PORTAL_VARIANTS } from './variants.ts';

const INSTRUCTIONS = [
  'Select a File Purpose',
  'Click the "Choose files" button and select the files from your computer',
  'In the File Description box, please provide a brief description of the files',
  'Click the blue "CLICK TO SUBMIT" button after files have loaded and wait for a confirmation',
  "If your files are submitted successfully, you'll receive a confirmation email.",
];
const CONTROLS = [
  'File Purpose:',
  'Select purpose',
  'CALPADS',
  'File Description:',
  'e.g. SENR 2022-23',
  'Choose files',
  'Ready to Submit',
  'Loading in Progress',
  'Issue with File',
  'CLICK TO SUBMIT',
  "*Data isn't submitted until you click this button.",
];
const THANKS = [
  'Thank you for uploading your file(s)!',
  'You should receive a confirmation email shortly.',
  "Please click here if you'd like to make another upload.",
].join(' ');
const VARIANTS: readonly KnownVariant[] = PORTAL_VARIANTS;

let portal: Portal;

beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(() => portal.reset());
afterAll(() => portal.close());

describe.each(VARIANTS)('the $id upload page', (variant) => {
  it('uses the words of the real one', async () => {
    const { status, body } = await send(pathOf(portal.url({ variant: variant.id })));
    expect(status).toBe(200);
    const page = body.replace(/\s+/g, ' ');
    for (const words of INSTRUCTIONS) expect(page).toContain(words);
    const form = await formWords(variant);
    for (const words of CONTROLS) {
      const other = variant.otherWords?.[words];
      if (other === '') expect(form).not.toContain(words);
      else expect(form).toContain(other ?? words);
    }
    expect(textOf(body)).not.toContain(thanksOf(variant));
  });

  it('finds every style sheet and script it asks for', async () => {
    const pages = PORTAL_BEHAVIOURS.flatMap(({ id }) => {
      const page = pathOf(portal.url({ variant: variant.id, behaviour: id }));
      return variant.frame ? [page, frameOf(page)] : [page];
    });
    const addresses = new Set<string>();
    for (const page of pages) {
      for (const address of contentOf((await send(page)).body)) addresses.add(address);
    }
    expect(addresses.size).toBeGreaterThan(1);
    for (const address of addresses) expect((await send(address)).status, address).toBe(200);
  });

  it('says where its controls are, and which are missing', () => {
    const { missing = [], state } = variant.expects;
    expect(missing.length === 0).toBe(state === 'on');
    for (const control of Object.values(variant.controls)) {
      if (variant.frame) expect(control.within?.[0]).toBe(variant.frame);
    }
    const done = (variant.byHand ?? []).map((step) => step.do);
    if (variant.byHand) expect(done).toEqual(expect.arrayContaining(['files', 'submit']));
  });

  it('thanks for a submission and records it', async () => {
    const content = new Uint8Array(100_000).map((_byte, at) => (at * 31) % 256);
    const loaded = new FormData();
    loaded.append('file', new File([content], 'SENR 2022-23.txt'));
    const id = (await send('/CalPass/Upload/Load', loaded)).body;
    expect(portal.submissions()).toEqual([]);

    const form = new FormData();
    form.append(variant.fieldNames.purpose, valueOfCalpads(variant));
    form.append(variant.fieldNames.description, 'SENR 2022-23');
    form.append(variant.fieldNames.loadedFileId, id);
    const path = pathOf(portal.url({ variant: variant.id }));
    const answer = await send(path, form);
    const shown = answer.location ? (await send(answer.location)).body : answer.body;

    expect(textOf(shown)).toContain(thanksOf(variant));
    expect(shown).toMatch(/<a href="\/CalPass\/Upload\?[^"]*">(click here|Make another upload)</);
    expect(portal.submissions()).toEqual([
      {
        at: expect.any(Number),
        variant: variant.id,
        purpose: 'CALPADS',
        description: 'SENR 2022-23',
        files: portal.loaded(),
      },
    ]);
    expect(portal.loaded()).toMatchObject([
      { name: 'SENR 2022-23.txt', bytes: content.length, sha256: sha256(content) },
    ]);
  });
});

it('has one upload page for each id', () => {
  const ids = VARIANTS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThanOrEqual(34);
});

describe('a page behaviour', () => {
  it('answers the first load with an error, and accepts the second', async () => {
    const referer = portal.url({ variant: 'plain', behaviour: 'issue-with-one-file' });
    const load = async () => {
      const form = new FormData();
      form.append('file', new File(['SENR-R'], 'SENR 2022-23.txt'));
      return (await send('/CalPass/Upload/Load', form, { referer })).status;
    };
    expect([await load(), await load()]).toEqual([500, 200]);
  });

  it('makes a load wait', async () => {
    const form = new FormData();
    form.append('file', new File(['SENR-R'], 'SENR 2022-23.txt'));
    const referer = portal.url({ variant: 'plain', behaviour: 'slow-load' });
    const begun = Date.now();
    await send('/CalPass/Upload/Load', form, { referer });
    expect(Date.now() - begun).toBeGreaterThanOrEqual(2900);
  });
});

describe('what reaches the server', () => {
  it('is saved byte for byte, with several files in form order', async () => {
    const contents = [new Uint8Array(0), new TextEncoder().encode('SENR-R^^\r\n')];
    const form = new FormData();
    for (const [at, content] of contents.entries()) {
      form.append('files', new File([content], `Señal ${at}.txt`));
    }
    await send('/CalPass/Upload?variant=plain', form);

    expect(portal.loaded().map((file) => file.name)).toEqual(['Señal 0.txt', 'Señal 1.txt']);
    for (const [at, file] of portal.loaded().entries()) {
      const saved = await readFile(file.path);
      expect(new Uint8Array(saved)).toEqual(contents[at]);
      expect(file.sha256).toBe(sha256(saved));
    }
    expect(portal.submissions()[0]?.files).toEqual(portal.loaded());
  });

  it('is no file if the input was empty', async () => {
    const form = new FormData();
    form.append('files', new File([], ''));
    await send('/CalPass/Upload?variant=plain', form);
    expect(portal.loaded()).toEqual([]);
    expect(portal.submissions()).toMatchObject([{ purpose: '', description: '', files: [] }]);
  });

  it('is a request but no file if the upload is canceled halfway', async () => {
    await cancelHalfWay('/CalPass/Upload/Load');
    await expect.poll(() => portal.requests().length).toBe(1);
    expect(portal.loaded()).toEqual([]);
    expect((await send('/')).status).toBe(200);
  });

  it('is recorded with its origin and referer, but without its body', async () => {
    const form = new URLSearchParams({ username: 'someone', password: 'a secret' });
    const headers = { origin: 'https://www.calpassplus.org', referer: portal.url('login') };
    await send('/CalPass/Login', form, headers);
    expect(portal.requests()).toEqual([
      { at: expect.any(Number), method: 'POST', path: '/CalPass/Login', ...headers },
    ]);
    expect(JSON.stringify([portal.requests(), portal.submissions()])).not.toContain('a secret');
  });

  it('is deleted by a reset, with its saved copies', async () => {
    const form = new FormData();
    form.append('file', new File(['SENR-R'], 'SENR 2022-23.txt'));
    await send('/CalPass/Upload/Load', form);
    const paths = portal.loaded().map((file) => file.path);
    portal.reset();
    expect([portal.loaded(), portal.submissions(), portal.requests()]).toEqual([[], [], []]);
    expect(paths.map((path) => existsSync(path))).toEqual([false]);
  });
});

describe('the proxy', () => {
  it.each(['www.calpassplus.org', 'calpassplus.org', 'WWW.CALPASSPLUS.ORG'])(
    'sends %s to the practice server',
    async (host) => {
      const { status, socket } = await askProxy(`${host}:443`);
      expect(status).toBe(200);
      expect((await send('/', undefined, {}, socket)).body).toContain('Welcome back!');
      expect(portal.connections()).toEqual([`${host}:443`]);
    },
  );

  it.each(['example.org:443', 'calpassplus.org.example.org:443', 'www.calpassplus.org:80'])(
    'refuses %s and records it',
    async (asked) => {
      const { status, socket } = await askProxy(asked);
      socket.destroy();
      expect(status).toBe(403);
      expect(portal.connections()).toEqual([asked]);
      expect(portal.requests()).toEqual([]);
    },
  );

  it('refuses plain http', async () => {
    const status = await new Promise((resolve, reject) => {
      const path = 'http://www.calpassplus.org/';
      httpRequest({ host: '127.0.0.1', port: portal.proxyPort, path }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
    expect(portal.connections()).toEqual(['www.calpassplus.org:80']);
  });
});

describe('the rest of the site', () => {
  it.each(OFF_PAGES)('has the $id page', async ({ id }) => {
    const { status, body } = await send(pathOf(portal.url(id)));
    expect(status).toBe(200);
    expect(body).not.toContain('placeholder="e.g. SENR 2022-23"');
  });

  it('has the words of the upload page on the help page', async () => {
    const { body } = await send('/calpass/HELP');
    for (const words of ['File Description', 'Choose files', '(916) 498-8980']) {
      expect(body).toContain(words);
    }
  });

  it('has the same table of row counts as the help desk', async () => {
    const { body } = await send(pathOf(portal.url('members')));
    expect(textOf(body)).toContain(
      'Maple Leaf Unified 2020-2021 1795 59894 754 1441 9985 4054 4600',
    );
  });

  it('takes a profile picture without counting it as data', async () => {
    const form = new FormData();
    form.append('picture', new File(['a picture'], 'me.png'));
    expect((await send('/CalPass/Profile', form)).status).toBe(303);
    expect([portal.loaded(), portal.submissions()]).toEqual([[], []]);
  });

  it('answers an unknown page, kind or script with 404, and the icon with 204', async () => {
    const paths = [
      '/nowhere',
      '/CalPass/Upload?variant=unknown',
      '/CalPass/Content/../portal.ts',
      '/favicon.ico',
    ];
    const answers = await Promise.all(paths.map((path) => send(path)));
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 204]);
  });
});

interface Answer {
  readonly status: number | undefined;
  readonly location: string | undefined;
  readonly body: string;
}

/** One request to the practice server: a GET, or a POST if there is a form. */
async function send(
  path: string,
  form?: FormData | URLSearchParams,
  headers: Record<string, string> = {},
  socket?: Socket,
): Promise<Answer> {
  const encoded = form && new Response(form);
  const body = encoded ? new Uint8Array(await encoded.arrayBuffer()) : undefined;
  const type = encoded?.headers.get('content-type');
  const options: RequestOptions = {
    ...serverOptions(path),
    method: form ? 'POST' : 'GET',
    headers: { ...headers, ...(type ? { 'content-type': type } : {}) },
    ...(socket ? { createConnection: () => connect({ socket, rejectUnauthorized: false }) } : {}),
  };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    httpsRequest(options, resolve).on('error', reject).end(body);
  });
  const { statusCode: status } = response;
  return { status, location: response.headers.location, body: await text(response) };
}

function serverOptions(path: string): RequestOptions {
  const { httpsPort: port } = portal;
  return { host: '127.0.0.1', port, path, rejectUnauthorized: false, agent: false };
}

/** Announces a long file, sends its beginning, and hangs up. */
async function cancelHalfWay(path: string): Promise<void> {
  const headers = {
    'content-type': 'multipart/form-data; boundary=edge',
    'content-length': '1000000',
  };
  const request = httpsRequest({ ...serverOptions(path), method: 'POST', headers });
  request.on('error', () => {});
  const head = 'Content-Disposition: form-data; name="file"; filename="SENR 2022-23.txt"';
  await new Promise((resolve) => request.write(`--edge\r\n${head}\r\n\r\nSENR-R^`, resolve));
  await expect.poll(() => portal.requests().length).toBe(1);
  request.destroy();
}

async function askProxy(asked: string): Promise<{ status: number | undefined; socket: Socket }> {
  const { proxyPort: port } = portal;
  return new Promise((resolve, reject) => {
    httpRequest({ host: '127.0.0.1', port, method: 'CONNECT', path: asked, agent: false })
      .on('connect', ({ statusCode: status }, socket) => resolve({ status, socket }))
      .on('error', reject)
      .end();
  });
}

/** The words of the form: its own markup, and the page's scripts if they make the form. */
async function formWords({ formHtml, scripts }: KnownVariant): Promise<string> {
  const own = scripts.filter((address) => !address.includes('/'));
  const answers = await Promise.all(own.map((address) => send(`/CalPass/Content/${address}`)));
  return [formHtml(''), ...answers.map(({ body }) => body)].join(' ').replace(/\s+/g, ' ');
}

function contentOf(html: string): string[] {
  return [...html.matchAll(/"(\/CalPass\/Content\/[^"]+)"/g)].map(([, address = '']) => address);
}

function frameOf(path: string): string {
  return path.replace('/CalPass/Upload?', '/CalPass/Upload/Frame?');
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

function textOf(html: string): string {
  // A link is inside a sentence. Every other tag here ends one.
  return html
    .replace(/<\/?a\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

/** The exact words of the real page, except in the variant with other words. */
function thanksOf({ thanksHtml }: KnownVariant): string {
  return thanksHtml ? textOf(thanksHtml('')).trim() : THANKS;
}

/** The value for the words. It differs if the options are numbered. */
function valueOfCalpads(variant: KnownVariant): string {
  return /<option value="([^"]*)">CALPADS</.exec(variant.formHtml(''))?.[1] ?? 'CALPADS';
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
