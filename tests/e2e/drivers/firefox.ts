import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../../run/browsers.mjs';
import { tellBackground } from '../tell-background.ts';
import type { Driver, ExtensionPage, ExtensionTab, LaunchOptions } from './driver.ts';
import { killProcess } from './processes.ts';
import {
  chooseFiles,
  clickFocused,
  createSiteTab,
  docOf,
  navigate,
  panelFrame,
  press,
} from './puppeteer-tab.ts';

/** Fixes the address of the extension's pages. Otherwise Firefox chooses it at random. */
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
      // Keeps the storage of a temporary add-on for the next start, as for an installed one.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: EXTENSION_UUID }),
      // The background ends after one idle second in every scenario. What it keeps only in memory is
      // lost at once.
      'extensions.background.idle.timeout': BACKGROUND_IDLE_MS,
      // Grants what the extension asks for after the person's click, without a question.
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
    const own = {
      ...createSiteTab(tab),
      async openExtensionPage(which: ExtensionPage) {
        const open = tabs.get(which);
        if (open) {
          await open.bringToFront();
          await navigate(open, () => location.reload(), '');
          return extensionTab(open);
        }
        const before = new Set(await browser.pages());
        // Firefox does not navigate to an extension's page, but the extension may open one.
        const frame = await panelFrame(tab);
        if (!frame) throw new Error('No panel is there to open a page of the extension.');
        if (which === 'organizations') {
          await tellBackground(docOf(frame), 'open checklist', { view: which });
        } else {
          await tellBackground(docOf(frame), `open ${which}`, {});
        }
        const opened = await newPage(before, () => browser.pages());
        tabs.set(which, listen(opened));
        return extensionTab(opened);
      },
      async killExtension(): Promise<Driver> {
        tabs.clear(); // they die with it
        await killProcess(browser.process()?.pid, ({ command }) =>
          command.startsWith('WebExtensions'),
        );
        return { ...driver, ...own };
      },
    };
    return own;
  };

  const driver: Driver = {
    ...siteTab(page),
    name: 'firefox',
    openSiteTab: async () => ({ ...driver, ...siteTab(await browser.newPage()) }),
    async tabOpenedBy(act) {
      const before = new Set(await browser.pages());
      await act();
      return extensionTab(listen(await newPage(before, () => browser.pages())));
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

function extensionTab(tab: Page): ExtensionTab {
  return {
    ...docOf(tab.mainFrame()),
    resize: (width, height) => tab.setViewport({ width, height }),
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

async function newPage(before: ReadonlySet<Page>, pages: () => Promise<Page[]>): Promise<Page> {
  for (let tries = 0; tries < 100; tries += 1) {
    const opened = (await pages()).find((page) => !before.has(page));
    if (opened) return opened;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The extension opened no tab.');
}
