import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Portal } from '../portal/portal.ts';
import { startPortal } from '../portal/portal.ts';
import { clearLedger } from './checklist.ts';
import type { Driver, ExtensionTab, LaunchOptions } from './drivers/driver.ts';
import type { GivenFile } from './files.ts';
import { writeFiles } from './files.ts';

export type Launch = (options: LaunchOptions) => Promise<Driver>;

/** What every scenario uses: a browser, a practice portal and a place for files. */
export interface Stage {
  readonly driver: Driver;
  readonly portal: Portal;
  /** Writes the given files to a folder of their own and gives their paths. */
  write(files: readonly GivenFile[]): Promise<string[]>;
  /** Where `Save prepared file` puts files. */
  readonly downloadsDir: string;
  /** Opens a page that shows nothing of the scenario before. */
  open(url: string): Promise<void>;
  picture(name: string): Promise<void>;
  pictureOf(tab: ExtensionTab, name: string): Promise<void>;
}

export type Build = 'chrome-mv3' | 'firefox-mv3';

/** A build other than the shipped one; `prepare` puts it into `dir`. */
export interface OtherBuild {
  readonly dir: string;
  readonly prepare: () => Promise<void>;
}

const ROOT = join(import.meta.dirname, '..', '..');
const LAUNCH_MS = 120_000;

/** Sets the stage for one browser before its tests, and clears it after them. */
export function setStage(
  launch: Launch,
  build: Build,
  extension: 'with the extension' | 'without the extension' | OtherBuild,
): () => Stage {
  let stage: Stage | undefined;
  let workDir = '';
  beforeAll(async () => {
    workDir = await mkdtemp(join(tmpdir(), 'upload-assistant-e2e-'));
    const downloadsDir = join(workDir, 'downloads');
    await mkdir(downloadsDir);
    if (typeof extension === 'object') await extension.prepare();
    const portal = await startPortal();
    const driver = await launch({
      extensionDir: extensionDir(build, extension),
      proxyPort: portal.proxyPort,
      headless: true,
      downloadsDir,
    });
    stage = createStage(driver, portal, workDir, downloadsDir);
  }, LAUNCH_MS);
  afterAll(async () => {
    await stage?.driver.close();
    await stage?.portal.close();
    await rm(workDir, { recursive: true, force: true });
  }, LAUNCH_MS);
  return () => {
    if (!stage) throw new Error('The stage is not set yet.');
    return stage;
  };
}

export function extensionDir(
  build: string,
  extension: Parameters<typeof setStage>[2],
): string | undefined {
  if (extension === 'without the extension') return undefined;
  return typeof extension === 'object' ? extension.dir : join(ROOT, '.output', build);
}

function createStage(driver: Driver, portal: Portal, workDir: string, downloadsDir: string): Stage {
  let folders = 0;
  return {
    driver,
    portal,
    downloadsDir,
    write(files) {
      folders += 1;
      return writeFiles(join(workDir, `files-${folders}`), files);
    },
    async open(url) {
      portal.reset();
      await driver.goto(url);
    },
    picture: async (name) => driver.screenshot(await pictureIn(driver, name)),
    pictureOf: async (tab, name) => tab.screenshot(await pictureIn(driver, name)),
  };
}

/** Where this browser's pictures go. */
export async function pictureIn({ name: browser }: Driver, name: string): Promise<string> {
  const pictures = join(ROOT, '.output', 'e2e', browser);
  await mkdir(pictures, { recursive: true });
  return join(pictures, `${name.replace(/[^\w-]+/g, '-')}.png`);
}

/** Empties the ledger; the page must show the panel, because Firefox opens the checklist from there. */
export async function forgetEarlierScenarios({ driver }: Pick<Stage, 'driver'>): Promise<void> {
  await clearLedger(await driver.openExtensionPage('checklist'));
}
