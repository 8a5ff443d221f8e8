import type { PagePlace } from '../../portal/variants/upload-page-variant.ts';

/** A document in which code can be run: a page, the panel's frame, or the popup in a tab. */
export interface Doc {
  evaluate<Arg, Result>(run: (arg: Arg) => Result | Promise<Result>, arg: Arg): Promise<Result>;
}

/** A selector, or a place inside frames and shadow roots. */
export type Where = string | PagePlace;

/** The extension's own pages that can stand in a tab. */
export type ExtensionPage = 'checklist' | 'check files' | 'setup';

/** One of them, in its tab. */
export interface ExtensionTab extends Doc {
  /** Into the page's own input; as a person does, by real files on the disk. */
  chooseFiles(selector: string, paths: readonly string[]): Promise<void>;
  chooseFolder(selector: string, path: string): Promise<void>;
  press(key: string): Promise<void>;
  /** Activates the button that has the focus, by a trusted event. */
  activateFocused(): Promise<void>;
  /** A trusted drop of files or folders; absent where the browser's driver cannot make one. */
  readonly dropFiles?: (selector: string, paths: readonly string[]) => Promise<void>;
  screenshot(path: string): Promise<void>;
}

/** A tab of the site. */
export interface SiteTab {
  /** The site's page. */
  readonly page: Doc;
  /** The panel's frame in it, once it is there. */
  panel(): Promise<Doc | undefined>;
  goto(url: string): Promise<void>;
  /** As the browser's own button does. */
  goBack(): Promise<void>;
  /** Back to this tab from another. */
  toFront(): Promise<void>;
  reload(): Promise<void>;
  /** As a person does: with a trusted event, by real files on the disk. */
  chooseFiles(where: Where, paths: readonly string[]): Promise<void>;
  /** The same with a button that opens the file dialog of an input made for the occasion. */
  chooseFilesWithButton(where: Where, paths: readonly string[]): Promise<void>;
  /** A trusted drop of files or folders; absent where the browser's driver cannot make one. */
  readonly dropFiles?: (selector: string, paths: readonly string[]) => Promise<void>;
  /** A trusted click in the site's page. */
  click(where: Where): Promise<void>;
  /** A trusted click at a point of the window, in CSS pixels, whatever is to be seen there. */
  clickAt(x: number, y: number): Promise<void>;
  doubleClick(where: Where): Promise<void>;
  press(key: string): Promise<void>;
  /** Activates the button that has the focus in the site's page or in the panel, by a trusted event. */
  activateFocused(where: 'page' | 'panel'): Promise<void>;
  /** Of the site's page, the docked panel included. */
  screenshot(path: string): Promise<void>;
  /**
   * Runs both content scripts in the page once more, each in its world, as they were shipped; absent
   * where the browser's driver cannot reach the extension's world.
   */
  readonly runScriptsAgain?: () => Promise<void>;
  /**
   * What the content script in the page would get of the extension's storage, or the browser's
   * refusal; absent where the browser's driver cannot reach the extension's world.
   */
  readonly readStorageFromPage?: (area: 'local' | 'session') => Promise<string>;
}

/**
 * One real browser with the shipped build of the extension, and the first of its tabs of the site.
 * Everything that can be said the same way in both browsers is said elsewhere; a driver has only
 * what they do differently.
 */
export interface Driver extends SiteTab {
  readonly name: 'chromium' | 'firefox';
  /** The same browser, with another tab of the site. */
  openSiteTab(): Promise<Driver>;
  /** Opens it, or opens it anew, in a tab of its own. In Firefox the panel must be there first. */
  openExtensionPage(which: ExtensionPage): Promise<ExtensionTab>;
  /** The tab of the extension that opens while this runs, e.g. because a link is followed. */
  tabOpenedBy(act: () => Promise<void>): Promise<ExtensionTab>;
  /** Loads the extension over itself, as an update does; no page is loaded anew. */
  updateExtension(): Promise<void>;
  /**
   * Ends the extension's background as the browser does when it has nothing to do; the next message
   * starts it again.
   */
  endBackground(): Promise<void>;
  /**
   * Kills the process of the extension at once, as a system without memory does: its panel, its tabs
   * and its background die, and no page is told.
   * @returns the same tab of the site, to go on with
   */
  killExtension(): Promise<Driver>;
  /** Types of the dialogs that came up so far, e.g. `beforeunload`; each was accepted at once. */
  dialogs(): readonly string[];
  /** All that any page, frame or worker has written to its console so far. */
  consoleText(): string;
  close(): Promise<void>;
  /** Ends the browser at once, as a power cut does; nothing in it can still say good-bye. */
  kill(): Promise<void>;
  /** Until the person has closed the browser. */
  untilClosed(): Promise<void>;
}

export interface LaunchOptions {
  /** The built extension; none for the negative control. */
  readonly extensionDir: string | undefined;
  readonly proxyPort: number;
  readonly headless: boolean;
  /** Where saved files go. */
  readonly downloadsDir: string;
  /** Kept when the browser ends, for the next one; a fresh one that is deleted when absent. */
  readonly profileDir?: string;
}
