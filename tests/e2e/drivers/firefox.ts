import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Frame, JSHandle, Page } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../../run/browsers.mjs';
import { tellBackground } from '../tell-background.ts';
import { waitFor } from '../wait-for.ts';
import type {
  Doc,
  Driver,
  ExtensionPage,
  ExtensionTab,
  LaunchOptions,
  SiteTab,
  Where,
} from './driver.ts';

/** Fixes the address of the extension's pages, which Firefox otherwise draws by lot. */
const EXTENSION_ID = 'upload-assistant@k12-strong-workforce.example';
const EXTENSION_UUID = '7c9f1d3a-5b60-4e0c-9a3e-2f6d1b8c4e55';

const BACKGROUND_IDLE_MS = 1000;

export async function launchFirefox(options: LaunchOptions): Promise<Driver> {
  const ownProfile = join(tmpdir(), 'upload-assistant-firefox-');
  const profile = options.profileDir ?? (await mkdtemp(ownProfile));
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
      // What a temporary add-on stores stays for the next start, as that of an installed one does.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: EXTENSION_UUID }),
      // The background ends after a second of idleness in every scenario: what it only remembered
      // would be lost at once.
      'extensions.background.idle.timeout': BACKGROUND_IDLE_MS,
      // What the extension asks for after a click of the person is given without a question.
      'extensions.webextOptionalPermissionPrompts': false,
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
  const dialogs: string[] = [];
  const tabs = new Map<ExtensionPage, Page>();
  const siteTab = (tab: Page) => {
    listen(tab).on('dialog', (dialog) => {
      dialogs.push(dialog.type());
      void dialog.accept().catch(() => undefined); // Firefox may have answered it itself
    });
    return createSiteTab(tab);
  };

  const driver: Driver = {
    ...siteTab(page),
    name: 'firefox',
    openSiteTab: async () => ({ ...driver, ...siteTab(await browser.newPage()) }),
    async openExtensionPage(which) {
      const open = tabs.get(which);
      if (open) {
        await open.bringToFront();
        await navigate(open, () => location.reload(), '');
        return extensionTab(open);
      }
      const before = new Set(await browser.pages());
      // Firefox refuses to be sent to an extension's page; the extension itself may open one.
      const frame = await panelFrame(page);
      if (!frame) throw new Error('No panel is there to open a page of the extension.');
      await tellBackground(docOf(frame), `open ${which}`, {});
      const tab = await newPage(before, () => browser.pages());
      tabs.set(which, listen(tab));
      return extensionTab(tab);
    },
    async updateExtension() {
      tabs.clear(); // the browser closes them
      await browser.installExtension(options.extensionDir ?? '');
    },
    endBackground: () => new Promise((resolve) => setTimeout(resolve, 2 * BACKGROUND_IDLE_MS)),
    dialogs: () => dialogs,
    consoleText: () => consoleLines.join('\n'),
    untilClosed: () => new Promise((resolve) => browser.once('disconnected', () => resolve())),
    async close() {
      await browser.close();
      if (!options.profileDir) await rm(profile, { recursive: true, force: true });
    },
    async kill() {
      const ended = new Promise((resolve) => browser.process()?.once('exit', resolve));
      browser.process()?.kill('SIGKILL');
      await ended;
    },
  };
  return driver;
}

function createSiteTab(page: Page): SiteTab {
  return {
    page: docOf(page.mainFrame()),
    panel: async () => {
      const frame = await panelFrame(page);
      return frame && docOf(frame);
    },
    async goto(url) {
      await page.bringToFront();
      await navigate(page, (address) => location.assign(address), url);
    },
    goBack: () => goBack(page),
    toFront: () => page.bringToFront(),
    reload: () => navigate(page, () => location.reload(), ''),
    chooseFiles: (where, paths) => chooseFiles(page, where, paths),
    async chooseFilesWithButton(where, paths) {
      const [chooser] = await Promise.all([
        page.waitForFileChooser(),
        locate(page, where).then((button) => button.click()),
      ]);
      await chooser.accept([...paths]);
    },
    click: async (where) => (await locate(page, where)).click(),
    press: (key) => press(page, key),
    clickAt: (x, y) => page.mouse.click(x, y),
    activateFocused: async (where) =>
      clickFocused(where === 'page' ? page.mainFrame() : await panelFrame(page)),
    screenshot: async (path) => void (await page.screenshot({ path: path as `${string}.png` })),
  };
}

/** Puppeteer keeps calling the frame about:blank, so it is asked itself. */
async function panelFrame(page: Page): Promise<Frame | undefined> {
  for (const frame of page.frames()) {
    if (frame === page.mainFrame()) continue;
    const address = await frame.evaluate(() => location.pathname).catch(() => '');
    if (address === '/assist.html') return frame;
  }
  return undefined;
}

function docOf(frame: Frame): Doc {
  return { evaluate: (run, arg) => frame.evaluate(run as never, arg as never) };
}

function extensionTab(tab: Page): ExtensionTab {
  return {
    ...docOf(tab.mainFrame()),
    chooseFiles: (selector, paths) => chooseFiles(tab, selector, paths),
    // WebDriver BiDi takes no folder, so its files are given one by one, as the browser would.
    async chooseFolder(selector, path) {
      const entries = await readdir(path, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile());
      const paths = files.map(({ parentPath, name }) => join(parentPath, name));
      await chooseFiles(tab, selector, paths);
    },
    press: (key) => press(tab, key),
    activateFocused: () => clickFocused(tab.mainFrame()),
    screenshot: async (path) =>
      void (await tab.screenshot({ path: path as `${string}.png`, fullPage: true })),
  };
}

async function chooseFiles(tab: Page, where: Where, paths: readonly string[]): Promise<void> {
  const input = await locate(tab, where);
  await (input as ElementHandle<HTMLInputElement>).uploadFile(...paths);
}

async function locate(tab: Page, where: Where): Promise<ElementHandle<Element>> {
  const { selector, within = [] } = typeof where === 'string' ? { selector: where } : where;
  let around: Page | Frame | ElementHandle<Node> = tab;
  for (const host of within) {
    const outer: ElementHandle<Element> | null = await around.$(host);
    const frame: Frame | null | undefined = await outer?.contentFrame();
    const inside: JSHandle<Node> | undefined = await outer?.evaluateHandle(
      (element): Node => element.shadowRoot ?? element,
    );
    around = frame ?? inside?.asElement() ?? around;
  }
  const found = await around.$(selector);
  if (!found) throw new Error(`Nothing at ${selector}`);
  return found;
}

function press(tab: Page, key: string): Promise<void> {
  return tab.keyboard.press((key === 'Space' ? ' ' : key) as never);
}

/**
 * Headless Firefox 153 gives the Enter and Space of its automation to the focused button, but does
 * not click it, not even on a bare page; links it follows. So the focus gets there by the keyboard,
 * and a trusted click does the rest.
 */
async function clickFocused(frame: Frame | undefined): Promise<void> {
  const focused = await frame?.evaluateHandle(() => document.activeElement);
  const element = focused?.asElement() as ElementHandle<Element> | null | undefined;
  if (!element) return;
  if (await element.evaluate((it) => it === document.body))
    throw new Error('Nothing has the focus.');
  // While the panel still grows, a click lands where the button was.
  await waitFor('the click to reach its button', async () => {
    await untilStill(element);
    return (await clickReaches(element)) || undefined;
  });
}

async function untilStill(element: ElementHandle<Element>): Promise<void> {
  let last = '';
  await waitFor('the button to stand still', async () => {
    const place = JSON.stringify(await element.boundingBox());
    const isStill = place === last;
    last = place;
    return isStill || undefined;
  });
}

/**
 * Clicks; false where press or release land beside the button, or it is not in view yet, for the
 * panel's frame still grows.
 */
async function clickReaches(element: ElementHandle<Element>): Promise<boolean> {
  const seen = await element.evaluateHandle((button) => {
    const events = new Set<string>();
    for (const type of ['pointerdown', 'pointerup']) {
      button.addEventListener(type, () => events.add(type), { capture: true, once: true });
    }
    return events;
  });
  await element.click().catch(async (error: unknown) => {
    if (!(await element.evaluate(({ isConnected }) => isConnected))) throw error;
  });
  return seen.evaluate(({ size }) => size === 2).catch(() => true); // it has taken the document away
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

async function goBack(page: Page): Promise<void> {
  const address = () => page.evaluate(() => location.href).catch(() => '');
  const before = await address();
  await page.evaluate(() => history.back()).catch(() => undefined);
  await waitFor('the page of before', async () => {
    const isThere = await page
      .evaluate(() => document.readyState === 'complete')
      .catch(() => false);
    return (isThere && (await address()) !== before) || undefined;
  });
  await meetFramesAgain(page);
}

/** Firefox tells nobody of the frames in a page that it had kept whole; so they are asked for. */
async function meetFramesAgain(page: Page): Promise<void> {
  // No public part of Puppeteer does this; at its own start it does the same.
  const { connection } = page.browser() as unknown as { readonly connection: BidiConnection };
  const { _id: root } = page.mainFrame() as Frame & { readonly _id: string };
  const { result } = await connection.send('browsingContext.getTree', { root });
  const known = page.frames().map((frame) => (frame as typeof frame & { _id: string })._id);
  for (const { context: parent, children } of result.contexts) {
    for (const child of children.filter(({ context }) => !known.includes(context))) {
      connection.emit('browsingContext.contextCreated', { ...child, parent });
    }
  }
}

interface BidiConnection {
  send(
    method: 'browsingContext.getTree',
    params: { readonly root: string },
  ): Promise<{ readonly result: { readonly contexts: readonly BidiContext[] } }>;
  emit(event: 'browsingContext.contextCreated', context: object): void;
}

interface BidiContext {
  readonly context: string;
  readonly children: readonly BidiContext[];
}

async function newPage(before: ReadonlySet<Page>, pages: () => Promise<Page[]>): Promise<Page> {
  for (let tries = 0; tries < 100; tries += 1) {
    const opened = (await pages()).find((page) => !before.has(page));
    if (opened) return opened;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The extension opened no tab.');
}
