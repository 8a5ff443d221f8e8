import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Portal } from '../portal/portal.ts';
import { startPortal } from '../portal/portal.ts';
import type { Submission } from '../portal/records.ts';
import { checklistCells, waitForCells } from './checklist.ts';
import type { Driver } from './drivers/driver.ts';
import type { GivenFile } from './files.ts';
import { hardToZip, sized, writeFiles } from './files.ts';
import { openPanel, pressInPanel, waitForPanelText } from './panel.ts';
import {
  expectAccessiblePage,
  expectNoPersonValues,
  expectNoPersonValuesStored,
  expectNoRequestFromExtension,
} from './promises.ts';
import type { Launch } from './stage.ts';
import { extensionDir, forgetEarlierScenarios, pictureIn } from './stage.ts';
import { tellBackground } from './tell-background.ts';
import { FILE_INPUT, readForm, submitPage } from './upload-page.ts';

const NAME = 'SCSC 2022-23.txt';
/** A file whose zip has 47 to 49 MB. The page takes 30 MB. */
export interface LargeFile {
  readonly megabytes: number;
  readonly file: GivenFile;
}
/** A student course file of the largest district. */
export const LARGEST_DISTRICT: LargeFile = {
  megabytes: 412,
  file: sized(NAME, 'SCSC', 412_000_000),
};
/** The same way in a quarter of the time, for the second browser. */
export const HARD_TO_ZIP: LargeFile = { megabytes: 62, file: hardToZip(NAME, 'SCSC', 62_000_000) };

const TEST_MS = 480_000;
/** Enough to inspect or zip this much on a slow, busy machine. */
const WORK_MS = 180_000;

/** A file whose zip is too large goes in parts, even if the browser is killed between them. */
export function describeSplit(
  launch: Launch,
  build: 'chrome-mv3' | 'firefox-mv3',
  { megabytes, file }: LargeFile,
): void {
  describe(`a file of ${megabytes} MB`, () => {
    let folder = '';
    let path = '';
    let portal: Portal;
    let driver: Driver;

    const start = () =>
      launch({
        extensionDir: extensionDir(build, 'with the extension'),
        proxyPort: portal.proxyPort,
        headless: true,
        downloadsDir: folder,
        profileDir: join(folder, 'profile'),
      });
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'upload-assistant-split-'));
      [path = ''] = await writeFiles(folder, [file]);
      portal = await startPortal();
      driver = await start();
    }, TEST_MS);
    afterAll(async () => {
      await driver?.close();
      await portal?.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }, TEST_MS);

    async function choose(): Promise<void> {
      await driver.goto(portal.url({ variant: 'plain' }));
      await openPanel(driver);
      await driver.chooseFiles(FILE_INPUT, [path]);
    }

    async function send(part: number): Promise<Submission> {
      await pressInPanel(driver, `Fix and attach part ${part} of 2`);
      await waitForPanelText(driver, 'Attached.', WORK_MS);
      expect(await readForm(driver)).toMatchObject({
        purpose: 'CALPADS',
        description: `SCSC 2022-23 part ${part} of 2`,
      });
      await expectPromises(`split part ${part} attached`);
      await submitPage(driver, portal);
      const submissions = portal.submissions();
      expect(submissions).toHaveLength(part);
      return submissions[part - 1] as Submission; // there are as many
    }

    async function expectPromises(picture: string): Promise<void> {
      await expectAccessiblePage(driver);
      await expectNoPersonValues(driver);
      await driver.screenshot(await pictureIn(driver, picture));
      expectNoRequestFromExtension(portal);
    }

    /** All events. The panel must be there, because Firefox opens the page from it. */
    async function ledger(): Promise<unknown> {
      const checklist = await driver.openExtensionPage('checklist');
      await checklistCells(checklist);
      const events = await tellBackground(checklist, 'read everything', {});
      await driver.toFront();
      return events;
    }

    it(
      'goes in two zips, though the browser is killed between them',
      async () => {
        portal.reset();
        await driver.goto(portal.url({ variant: 'plain' }));
        await openPanel(driver);
        await forgetEarlierScenarios({ driver });
        await driver.toFront();
        await choose();
        await waitForPanelText(driver, ' MB → 2 zips, about ', WORK_MS);
        await expectPromises('split planned');
        expect(portal.loaded(), 'files at the server before the click').toEqual([]);
        const first = await send(1);

        await choose();
        await waitForPanelText(driver, 'not ready yet', WORK_MS);
        const before = await ledger();
        await driver.kill();
        expect(portal.submissions()).toHaveLength(1);
        expect(portal.loaded()).toHaveLength(1);

        driver = await start();
        await driver.goto(portal.url({ variant: 'plain' }));
        await openPanel(driver);
        expect(await ledger()).toEqual(before);
        await waitForCells(driver, ['SCSC, 2022-23, ready']);
        await choose();
        await waitForPanelText(driver, 'Part 1 of 2', WORK_MS);
        const second = await send(2);
        await driver.goto(portal.url({ variant: 'plain' }));
        await openPanel(driver);
        const checklist = await waitForCells(driver, ['SCSC, 2022-23, sent']);
        await expectNoPersonValuesStored(checklist);
        expect(await sha256OfParts([first, second])).toBe(await sha256OfFile(path));
      },
      TEST_MS,
    );
  });
}

async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

/** Hash of the parts' contents, joined. Each part meets the site's rules. */
async function sha256OfParts(parts: readonly Submission[]): Promise<string> {
  const hash = createHash('sha256');
  for (const { files } of parts) {
    const [file] = files;
    expect(files.map(({ name }) => name)).toEqual(['SCSC 2022-23.zip']);
    expect(file?.bytes).toBeLessThanOrEqual(30_000_000);
    const zip = await JSZip.loadAsync(await readFile(file?.path ?? ''));
    expect(Object.keys(zip.files)).toEqual([NAME]);
    hash.update((await zip.file(NAME)?.async('nodebuffer')) ?? '');
  }
  return hash.digest('hex');
}
