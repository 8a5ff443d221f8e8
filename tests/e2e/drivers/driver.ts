import type { PagePlace } from '../../portal/variants/upload-page-variant.ts';

/** A document in which code can be run: a page, the panel's frame, or the popup in a tab. */
export interface Doc {
  evaluate<Arg, Result>(run: (arg: Arg) => Result | Promise<Result>, arg: Arg): Promise<Result>;
}

/** A selector, or a place inside frames and shadow roots. */
export type Where = string | PagePlace;

/** The extension's own pages that can stand in a tab. */
export type ExtensionPage = 'checklist' | 'organizations' | 'check files' | 'setup';

/** The window around a document. */
export interface Viewport {
  /** Makes the window so large, in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  /** As a system with high contrast does. Absent if the browser's driver cannot. */
  readonly forceColors?: (colors: 'active' | 'none') => Promise<void>;
}

/** One of these pages in its tab. */
export interface ExtensionTab extends Doc, Viewport {
  /** Chooses real files on the disk in the page's own input, as a person does. */
  chooseFiles(selector: string, paths: readonly string[]): Promise<void>;
  chooseFolder(selector: string, path: string): Promise<void>;
  press(key: string): Promise<void>;
  /** Activates the focused button or link with a trusted event. */
  activateFocused(): Promise<void>;
  /** A trusted drop of files or folders. Absent if the browser's driver cannot make one. */
  readonly dropFiles?: (selector: string, paths: readonly string[]) => Promise<void>;
  screenshot(path: string): Promise<void>;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A tab of the site. */
export interface SiteTab extends Viewport {
  /** The site's page. */
  readonly page: Doc;
  /** The panel's frame in the page, once it is there. */
  panel(): Promise<Doc | undefined>;
  goto(url: string): Promise<void>;
  /** Goes back as the browser's own button does. */
  goBack(): Promise<void>;
  /** Shows this tab again after another one. */
  toFront(): Promise<void>;
  reload(): Promise<void>;
  /** Chooses real files on the disk with a trusted event, as a person does. */
  chooseFiles(where: Where, paths: readonly string[]): Promise<void>;
  /** The same with a button that opens the file dialog of an input made for the occasion. */
  chooseFilesWithButton(where: Where, paths: readonly string[]): Promise<void>;
  /** A trusted drop of files or folders. Absent if the browser's driver cannot make one. */
  readonly dropFiles?: (selector: string, paths: readonly string[]) => Promise<void>;
  /** A trusted click in the site's page. */
  click(where: Where): Promise<void>;
  /** A trusted click at a point in the window, in CSS pixels, whatever is there. */
  clickAt(x: number, y: number): Promise<void>;
  doubleClick(where: Where): Promise<void>;
  /** Drags from one point in the window to another, in CSS pixels. */
  drag(from: Point, to: Point): Promise<void>;
  press(key: string): Promise<void>;
  /** Activates the focused button in the site's page or in the panel with a trusted event. */
  activateFocused(where: 'page' | 'panel'): Promise<void>;
  /** A picture of the site's page with the docked panel. */
  screenshot(path: string): Promise<void>;
  /**
   * Runs both shipped content scripts in the page again, each in its own world. Absent if the
   * browser's driver cannot reach the extension's world.
   */
  readonly runScriptsAgain?: () => Promise<void>;
  /**
   * What the content script in the page can read in the extension's storage, or the browser's
   * refusal. Absent if the browser's driver cannot reach the extension's world.
   */
  readonly readStorageFromPage?: (area: 'local' | 'session') => Promise<string>;
}

/**
 * One real browser with the shipped build of the extension, and its first tab of the site. A driver
 * has only what the two browsers do differently.
 */
export interface Driver extends SiteTab {
  readonly name: 'chromium' | 'firefox';
  /** The same browser, with another tab of the site. */
  openSiteTab(): Promise<Driver>;
  /** Opens the page in its own tab, or loads it again. In Firefox, the panel must be there first. */
  openExtensionPage(which: ExtensionPage): Promise<ExtensionTab>;
  /** The tab of the extension that opens while this runs, e.g. because a link is followed. */
  tabOpenedBy(act: () => Promise<void>): Promise<ExtensionTab>;
  /** Loads the extension over itself, as an update does. No page is reloaded. */
  updateExtension(): Promise<void>;
  /**
   * Ends the extension's background as the browser does when it has nothing to do. The next message
   * starts it again.
   */
  endBackground(): Promise<void>;
  /**
   * Kills the extension's process at once, as a system without memory does. Its panel, tabs, and
   * background die, and no page is told.
   * @returns the same tab of the site, to go on with
   */
  killExtension(): Promise<Driver>;
  /** The types of all dialogs so far, e.g. `beforeunload`. Each was accepted at once. */
  dialogs(): readonly string[];
  /** All that any page, frame or worker has written to its console so far. */
  consoleText(): string;
  close(): Promise<void>;
  /** Ends the browser at once, as a power cut does. Nothing in it can clean up. */
  kill(): Promise<void>;
  /** Waits until the person has closed the browser. */
  untilClosed(): Promise<void>;
}

export interface LaunchOptions {
  /** The built extension; none for the negative control. */
  readonly extensionDir: string | undefined;
  readonly proxyPort: number;
  readonly headless: boolean;
  /** Where saved files go. */
  readonly downloadsDir: string;
  /** Kept for the next browser. Absent: a new profile, which is deleted at the end. */
  readonly profileDir?: string;
}
