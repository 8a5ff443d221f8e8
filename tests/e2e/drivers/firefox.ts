import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../../run/browsers.mjs';
import { waitFor } from '../wait-for.ts';
import type { Doc, Driver, LaunchOptions } from './driver.ts';

/** Fixes the address of the extension's pages, which Firefox otherwise draws by lot. */
const EXTENSION_ID = 'upload-assistant@k12-strong-workforce.example';
const EXTENSION_UUID = '7c9f1d3a-5b60-4e0c-9a3e-2f6d1b8c4e55';

export async function launchFirefox(options: LaunchOptions): Promise<Driver> {
  const profile = await mkdtemp(join(tmpdir(), 'upload-assistant-firefox-'));
  const executablePath = findBrowser('firefox');
  if (!executablePath) throw new Error('No Firefox was found.');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: options.headless,
    userDataDir: profile,
    acceptInsecureCerts: true,
    defaultViewport: { width: 1280, height: 900 },
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: EXTENSION_UUID }),
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': options.proxyPort,
      'browser.download.folderList': 2,
      'browser.download.dir': options.downloadsDir,
      'browser.download.useDownloadDir': true,
      'browser.download.always_ask_before_handling_new_types': false,
    },
  });
  if (options.extensionDir) await browser.installExtension(options.extensionDir);
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  const consoleLines: string[] = [];
  const listen = (tab: Page) =>
    tab
      .on('console', (message) => consoleLines.push(message.text()))
      .on('pageerror', (error) => consoleLines.push(String(error)));
  listen(page);
  let checklist: Page | undefined;

  /** Puppeteer keeps calling the frame about:blank, so it is asked itself. */
  const panelFrame = async () => {
    for (const frame of page.frames()) {
      if (frame === page.mainFrame()) continue;
      const address = await frame.evaluate(() => location.pathname).catch(() => '');
      if (address === '/assist.html') return frame;
    }
    return undefined;
  };

  return {
    name: 'firefox',
    page: docOf(page.mainFrame()),
    panel: async () => {
      const frame = await panelFrame();
      return frame && docOf(frame);
    },
    async openChecklist() {
      if (checklist) {
        await navigate(checklist, () => location.reload(), '');
        return docOf(checklist.mainFrame());
      }
      const before = new Set(await browser.pages());
      // Firefox refuses to be sent to an extension's page; the extension itself may open one.
      const frame = await panelFrame();
      await frame?.evaluate(() =>
        (globalThis as never as ExtensionGlobal).browser.runtime.sendMessage({
          type: 'open checklist',
        }),
      );
      checklist = await newPage(before, () => browser.pages());
      listen(checklist);
      return docOf(checklist.mainFrame());
    },
    async goto(url) {
      await page.bringToFront();
      await navigate(page, (address) => location.assign(address), url);
    },
    toFront: () => page.bringToFront(),
    reload: () => navigate(page, () => location.reload(), ''),
    async chooseFiles(selector, paths) {
      const input = await page.$(selector);
      if (!input) throw new Error(`No file input at ${selector}`);
      await (input as Awaited<ReturnType<typeof page.$<'input'>>>)?.uploadFile(...paths);
    },
    click: (selector) => page.click(selector),
    press: (key) => page.keyboard.press((key === 'Space' ? ' ' : key) as never),
    // Headless Firefox 153 gives the Enter and Space of its automation to the focused button, but
    // does not click it, not even on a bare page; links it follows. So the focus gets there by the
    // keyboard, and a trusted click does the rest.
    async activateFocused(where) {
      const frame = where === 'page' ? page.mainFrame() : await panelFrame();
      const focused = await frame?.evaluateHandle(() => document.activeElement);
      await (focused?.asElement() as ElementHandle<Element> | null | undefined)?.click();
    },
    screenshot: async (path) => void (await page.screenshot({ path: path as `${string}.png` })),
    screenshotChecklist: async (path) =>
      void (await checklist?.screenshot({ path: path as `${string}.png` })),
    consoleText: () => consoleLines.join('\n'),
    untilClosed: () => new Promise((resolve) => browser.once('disconnected', () => resolve())),
    async close() {
      await browser.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

interface ExtensionGlobal {
  readonly browser: { readonly runtime: { sendMessage(message: unknown): Promise<unknown> } };
}

function docOf(frame: Frame): Doc {
  return { evaluate: (run, arg) => frame.evaluate(run as never, arg as never) };
}

/**
 * Puppeteer's own goto and reload wait for events that Firefox does not report of an extension's
 * pages; the document itself always knows.
 */
async function navigate(page: Page, go: (address: string) => void, url: string): Promise<void> {
  await page.evaluate(() => Reflect.set(window, 'isOldDocument', true));
  await page.evaluate(go, url).catch(() => undefined); // the document may go away under the call
  await waitFor(`the page ${url}`, async () => {
    const isThere = await page
      .evaluate(() => !Reflect.has(window, 'isOldDocument') && document.readyState === 'complete')
      .catch(() => false);
    return isThere || undefined;
  });
}

async function newPage(before: ReadonlySet<Page>, pages: () => Promise<Page[]>): Promise<Page> {
  for (let tries = 0; tries < 100; tries += 1) {
    const opened = (await pages()).find((page) => !before.has(page));
    if (opened) return opened;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The checklist did not open.');
}
