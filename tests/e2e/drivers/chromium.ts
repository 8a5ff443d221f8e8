import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Frame, FrameLocator, Locator, Page } from 'playwright';
import { chromium } from 'playwright';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../../run/browsers.mjs';
import type {
  Doc,
  Driver,
  ExtensionPage,
  ExtensionTab,
  LaunchOptions,
  SiteTab,
  Viewport,
  Where,
} from './driver.ts';
import { killProcess } from './processes.ts';
import { createSiteTab as puppeteerTab } from './puppeteer-tab.ts';

const PATHS: Readonly<Record<ExtensionPage, string>> = {
  checklist: '/popup.html',
  organizations: '/popup.html#organizations',
  'check files': '/assist.html',
  setup: '/setup.html',
};

export async function launchChromium(options: LaunchOptions): Promise<Driver> {
  const ownProfile = join(tmpdir(), 'upload-assistant-chromium-');
  const profile = options.profileDir ?? (await mkdtemp(ownProfile));
  const context = await openChromium(profile, options);
  const page = context.pages()[0] ?? (await context.newPage());
  const consoleLines: string[] = [];
  context.on('console', (message) => consoleLines.push(message.text()));
  context.on('weberror', (error) => consoleLines.push(error.error().message));
  const dialogs: string[] = [];
  const keepDownloads = (tab: Page) =>
    tab.on('download', (download) => {
      void download.saveAs(join(options.downloadsDir, download.suggestedFilename()));
    });
  const tabs = new Map<ExtensionPage, Page>();
  const siteTab = (tab: Page) => {
    keepDownloads(tab).on('dialog', (dialog) => {
      dialogs.push(dialog.type());
      void dialog.accept();
    });
    return {
      ...createSiteTab(context, tab, options.extensionDir),
      async killExtension() {
        tabs.clear(); // they die with it
        const sameTab = await inOtherHands(context, tab, profile);
        await killProcess(await browserPid(context), ({ command }) =>
          command.includes('--extension-process'),
        );
        return { ...driver, ...sameTab };
      },
    };
  };

  const driver: Driver = {
    ...siteTab(page),
    name: 'chromium',
    openSiteTab: async () => ({ ...driver, ...siteTab(await context.newPage()) }),
    async openExtensionPage(which) {
      const tab = tabs.get(which) ?? keepDownloads(await context.newPage());
      tabs.set(which, tab);
      await tab.bringToFront();
      const address = `chrome-extension://${await extensionId(context)}${PATHS[which]}`;
      // To an address with a fragment where it is already, the browser would not load the page.
      if (tab.url() === address) await tab.reload();
      else await tab.goto(address);
      return extensionTab(context, tab);
    },
    async tabOpenedBy(act) {
      const [tab] = await Promise.all([context.waitForEvent('page'), act()]);
      return extensionTab(context, tab);
    },
    async updateExtension() {
      tabs.clear(); // the browser closes them
      const session = await browserSession(context);
      // Newer than the library's list of commands.
      const load = session.send as (method: string, params: object) => Promise<unknown>;
      await load.call(session, 'Extensions.loadUnpacked', { path: options.extensionDir });
    },
    endBackground: () => endBackground(context),
    dialogs: () => dialogs,
    consoleText: () => consoleLines.join('\n'),
    untilClosed: async () => void (await context.waitForEvent('close', { timeout: 0 })),
    async close() {
      await context.close();
      if (!options.profileDir) await rm(profile, { recursive: true, force: true });
    },
    kill: async () => {
      const closed = context.waitForEvent('close');
      process.kill(await browserPid(context), 'SIGKILL');
      await closed;
    },
  };
  return driver;
}

/**
 * If one frame crashes, Playwright treats the page as crashed and does nothing with it anymore. The
 * page itself lives, so Puppeteer takes it over.
 */
async function inOtherHands(
  context: BrowserContext,
  page: Page,
  profile: string,
): Promise<SiteTab> {
  const [port] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  const browser = await puppeteer.connect({
    browserURL: `http://127.0.0.1:${port}`,
    defaultViewport: null,
  });
  const { targetInfo } = await (await context.newCDPSession(page)).send('Target.getTargetInfo');
  for (const other of await browser.pages()) {
    const session = await other.createCDPSession();
    const { targetInfo: its } = await session.send('Target.getTargetInfo');
    if (its.targetId === targetInfo.targetId) return puppeteerTab(other);
  }
  throw new Error('Puppeteer does not find the tab.');
}

function createSiteTab(
  context: BrowserContext,
  page: Page,
  extensionDir: string | undefined,
): SiteTab {
  return {
    page: docOf(page.mainFrame()),
    panel: async () => {
      const frame = page.frames().find((each) => each.url().endsWith('/assist.html'));
      return frame && docOf(frame);
    },
    async goto(url) {
      await page.bringToFront();
      await page.goto(url);
    },
    goBack: async () => void (await page.goBack()),
    toFront: () => page.bringToFront(),
    reload: async () => void (await page.reload()),
    chooseFiles: async (where, paths) => (await locate(page, where)).setInputFiles([...paths]),
    async chooseFilesWithButton(where, paths) {
      const chooser = page.waitForEvent('filechooser');
      await (await locate(page, where)).click();
      await (await chooser).setFiles([...paths]);
    },
    dropFiles: (selector, paths) => dropFiles(context, page, selector, paths),
    click: async (where) => (await locate(page, where)).click(),
    doubleClick: async (where) => (await locate(page, where)).dblclick(),
    press: (key) => page.keyboard.press(key),
    clickAt: (x, y) => page.mouse.click(x, y),
    async drag(from, to) {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 5 });
      await page.mouse.up();
    },
    activateFocused: () => page.keyboard.press('Enter'),
    ...viewportOf(page),
    screenshot: async (path) => void (await page.screenshot({ path })),
    runScriptsAgain: () => runScriptsAgain(context, page, extensionDir ?? ''),
    readStorageFromPage: (area) => readStorageFromPage(context, page, area),
  };
}

/** A browser with its own profile folder. It can have any number of tabs. */
export function openChromium(
  profile: string,
  {
    extensionDir,
    proxyPort,
    headless,
  }: Pick<LaunchOptions, 'extensionDir' | 'proxyPort' | 'headless'>,
): Promise<BrowserContext> {
  const executablePath = findBrowser('chromium');
  return chromium.launchPersistentContext(profile, {
    ...(executablePath && { executablePath }),
    headless,
    ignoreHTTPSErrors: true,
    acceptDownloads: true,
    viewport: { width: 1280, height: 900 },
    proxy: { server: `http://127.0.0.1:${proxyPort}` },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--remote-debugging-port=0', // beside Playwright's own line; see inOtherHands
      ...(extensionDir
        ? [`--disable-extensions-except=${extensionDir}`, `--load-extension=${extensionDir}`]
        : []),
    ],
  });
}

/** Playwright's selectors look into open shadow roots, but not into frames. */
async function locate(page: Page, where: Where): Promise<Locator> {
  if (typeof where === 'string') return page.locator(where).first();
  let around: Page | Locator | FrameLocator = page;
  for (const host of where.within ?? []) {
    const outer: Locator = around.locator(host);
    const isFrame = await outer.evaluate((element) => element instanceof HTMLIFrameElement);
    around = isFrame ? outer.contentFrame() : outer;
  }
  return around.locator(where.selector);
}

function docOf(frame: Frame): Doc {
  return { evaluate: (run, arg) => frame.evaluate(run as never, arg as never) };
}

function extensionTab(context: BrowserContext, tab: Page): ExtensionTab {
  return {
    ...docOf(tab.mainFrame()),
    ...viewportOf(tab),
    chooseFiles: (selector, paths) => tab.setInputFiles(selector, [...paths]),
    chooseFolder: (selector, path) => tab.setInputFiles(selector, path),
    press: (key) => tab.keyboard.press(key),
    activateFocused: () => tab.keyboard.press('Enter'),
    dropFiles: (selector, paths) => dropFiles(context, tab, selector, paths),
    screenshot: async (path) => void (await tab.screenshot({ path, fullPage: true })),
  };
}

function viewportOf(page: Page): Viewport {
  return {
    resize: (width, height) => page.setViewportSize({ width, height }),
    forceColors: (forcedColors) => page.emulateMedia({ forcedColors }),
  };
}

async function extensionId(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return new URL(worker.url()).host;
}

async function browserSession(context: BrowserContext): Promise<CDPSession> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('The browser takes no commands.');
  return session;
}

async function browserPid(context: BrowserContext): Promise<number> {
  const session = await browserSession(context);
  const { processInfo = [] } = await session.send('SystemInfo.getProcessInfo');
  const pid = processInfo.find(({ type }) => type === 'browser')?.id;
  if (pid === undefined) throw new Error('The browser does not tell its process.');
  return pid;
}

/** Runs one script in the extension's isolated world, and the other in the page's own. */
async function runScriptsAgain(
  context: BrowserContext,
  page: Page,
  extensionDir: string,
): Promise<void> {
  const session = await context.newCDPSession(page);
  const runs = [
    { name: 'content-scripts/upload-page-drop.js' },
    { name: 'upload-page.js', contextId: await ownWorld(session) },
  ];
  for (const { name, ...world } of runs) {
    const expression = await readFile(join(extensionDir, name), 'utf8');
    await session.send('Runtime.evaluate', { expression, ...world });
  }
  await session.detach();
}

async function readStorageFromPage(
  context: BrowserContext,
  page: Page,
  area: 'local' | 'session',
): Promise<string> {
  const session = await context.newCDPSession(page);
  const { result } = await session.send('Runtime.evaluate', {
    expression: `chrome.storage.${area}.get(null).then(JSON.stringify, String)`,
    contextId: await ownWorld(session),
    awaitPromise: true,
  });
  await session.detach();
  return String(result.value);
}

/** The id of the extension's isolated world in the page. */
async function ownWorld(session: CDPSession): Promise<number> {
  const worlds: { readonly id: number; readonly origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context: world }) => worlds.push(world));
  await session.send('Runtime.enable'); // answers after it has reported every world
  const own = worlds.find(({ origin }) => origin.startsWith('chrome-extension:'));
  if (!own) throw new Error('No content script is at work in the page.');
  return own.id;
}

/** Ends the service worker, and waits until it has stopped. */
async function endBackground(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  try {
    await page.goto(`chrome-extension://${await extensionId(context)}/icon/16.png`);
    const session = await context.newCDPSession(page);
    const stopped = new Promise<void>((resolve) => {
      session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve();
      });
    });
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await stopped;
  } finally {
    await page.close();
  }
}

/** Lets the browser itself drop files from the disk, so the events are trusted. */
export async function dropFiles(
  context: BrowserContext,
  page: Page,
  selector: string,
  paths: readonly string[],
): Promise<void> {
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`Nothing to drop on at ${selector}`);
  const session = await context.newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  }
  await session.detach();
}
