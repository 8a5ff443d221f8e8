import { readdir, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExtractSpec } from '../corpus/extract.ts';
import { extractBytes } from '../corpus/extract.ts';
import { FILE_TYPES, SCHOOL_YEARS } from '../corpus/file-types.ts';
import { waitForCells } from './checklist.ts';
import { bytes, extract, hardToZip, sized } from './files.ts';
import {
  openPanel,
  panelButtons,
  panelText,
  pressInPanel,
  waitForPanelText,
  waitUntilInView,
} from './panel.ts';
import {
  expectAccessiblePage,
  expectNoPersonValues,
  expectNoRequestFromExtension,
} from './promises.ts';
import { expectReceived } from './received.ts';
import type { Stage } from './stage.ts';
import { forgetEarlierScenarios } from './stage.ts';
import { FILE_INPUT, namesInInput, submitPage } from './upload-page.ts';
import { waitFor } from './wait-for.ts';

const GOOD = extract('SENR 2022-23.txt', 'SENR');
const GOOD_AT_SERVER = { name: 'SENR 2022-23.txt', from: 0, how: 'same bytes' } as const;

/** People and pages make mistakes. The panel never hangs or goes blank, and passes no file unseen. */
export function describeBadInput(
  stageOf: () => Stage,
  can: { readonly drop: boolean; readonly noticeChangedFiles: boolean },
): void {
  async function open(page: Parameters<Stage['portal']['url']>[0]): Promise<Stage> {
    const stage = stageOf();
    await stage.open(stage.portal.url(page));
    await openPanel(stage.driver);
    await forgetEarlierScenarios(stage);
    await stage.driver.toFront();
    return stage;
  }

  /** The standing promises, in the state that the scenario has reached. */
  async function expectPromises({ driver, portal }: Stage): Promise<void> {
    await expectAccessiblePage(driver);
    await expectNoPersonValues(driver);
    expectNoRequestFromExtension(portal);
  }

  describe('bad input', () => {
    it('no file chosen changes nothing', async () => {
      const { driver } = await open({ variant: 'plain' });
      await driver.chooseFiles(FILE_INPUT, []);
      await waitForPanelText(driver, 'Assistant is on');
      const names = await panelButtons(driver);
      expect(names).toEqual([expect.stringMatching(/^Move the panel/), 'Expand']);
      await expectPromises(stageOf());
    });

    it('of 50 files the 35 good ones go, and each of the others says why not', async () => {
      const stage = await open({ variant: 'plain' });
      const { driver, portal } = stage;
      const good = SCHOOL_YEARS.slice(-5).flatMap((year) =>
        FILE_TYPES.map((fileType) => extract(`${fileType} ${year}.txt`, fileType, year)),
      );
      const empty = Array.from({ length: 15 }, (_, at) => bytes(`empty ${at}.txt`, ''));
      const paths = await stage.write([...good, ...empty]);
      await driver.chooseFiles(FILE_INPUT, paths);
      await waitForPanelText(driver, '50 files · 35 ready · 15 need you');
      const text = await panelText(driver);
      expect(text.match(/No data in file: it has 0 bytes/g)).toHaveLength(15);
      await stage.picture('fifty files held');
      await expectPromises(stage);
      await pressInPanel(driver, 'Attach the 35 good files');
      await waitForPanelText(driver, 'Attached.');
      await waitUntilInView(driver, '.headline');
      const submission = await submitPage(driver, portal);
      expect(submission.files).toHaveLength(35);
    });

    it('the same file chosen twice goes once', async () => {
      const stage = await open({ variant: 'plain' });
      const { driver } = stage;
      const paths = await stage.write([GOOD, extract('SENR 2022-23 (1).txt', 'SENR')]);
      await driver.chooseFiles(FILE_INPUT, paths);
      await waitForPanelText(driver, 'This is the same file as “SENR 2022-23.txt”. Remove one.');
      await expectPromises(stage);
      await pressInPanel(driver, 'Remove SENR 2022-23 (1).txt');
      await pressInPanel(driver, 'Attach 1 file');
      await waitForPanelText(driver, 'Attached.');
      expect(await namesInInput(driver)).toEqual(['SENR 2022-23.txt']);
    });

    it('a file deleted between choosing and reading says so', async () => {
      const stage = await open({ variant: 'plain' });
      const { driver } = stage;
      const busy = [1, 2, 3, 4].map((at) => sized(`busy ${at}.txt`, 'SCSC', 25_000_000 + at));
      const paths = await stage.write([...busy, GOOD]);
      await driver.chooseFiles(FILE_INPUT, paths);
      await unlink(paths.at(-1) ?? '');
      await waitFor('the panel to say so', async () => {
        const text = await panelText(driver);
        return /no longer where it was chosen|could not be read/.test(text) || undefined;
      });
      await expectPromises(stage);
      await pressInPanel(driver, 'Cancel');
    });

    it.skipIf(!can.noticeChangedFiles)('a file that changed after the choice says so', async () => {
      const stage = await open({ variant: 'plain' });
      const { driver } = stage;
      const busy = [1, 2, 3, 4].map((at) => sized(`busy ${at}.txt`, 'SCSC', 25_000_000 + at));
      const paths = await stage.write([...busy, GOOD]);
      await driver.chooseFiles(FILE_INPUT, paths);
      await writeFile(paths.at(-1) ?? '', 'something else now');
      await waitForPanelText(driver, 'The file could not be read.');
      await expectPromises(stage);
      await pressInPanel(driver, 'Cancel');
    });

    it("a page whose own handler throws still holds the person's files", async () => {
      const stage = await open({ variant: 'plain', behaviour: 'throws' });
      const { driver, portal } = stage;
      const paths = await stage.write([GOOD]);
      await driver.chooseFiles(FILE_INPUT, paths);
      await waitForPanelText(driver, 'Attached.');
      await expectPromises(stage);
      await expectReceived(await submitPage(driver, portal), [GOOD_AT_SERVER], paths);
    });

    it('a page that refuses scripted files: save, choose by hand, and it passes', async () => {
      const stage = await open({ variant: 'plain', behaviour: 'refuses-scripted-files' });
      const { driver, portal, downloadsDir } = stage;
      const paths = await stage.write([extract('SENR_8812731.txt', 'SENR')]);
      await driver.chooseFiles(FILE_INPUT, paths);
      await pressInPanel(driver, 'Fix and attach');
      await waitForPanelText(driver, 'The page did not take the files');
      await waitForPanelText(driver, 'choose that file by hand');
      await expectPromises(stage);
      await waitUntilInView(driver, '.prepared-files button');
      await stage.picture('refused');
      await pressInPanel(driver, 'Save prepared file SENR 2022-23.txt');
      const saved = await waitFor('the saved file', async () => {
        const names = await readdir(downloadsDir);
        return names.find((name) => name === 'SENR 2022-23.txt');
      });
      await driver.chooseFiles(FILE_INPUT, [join(downloadsDir, saved)]);
      await waitForPanelText(driver, 'Attached.');
      const submission = await submitPage(driver, portal);
      await expectReceived(submission, [GOOD_AT_SERVER], paths);
      await driver.goto(portal.url({ variant: 'plain' }));
      await openPanel(driver);
      await waitForCells(driver, ['SENR, 2022-23, sent']);
    });

    it('a file in wide characters with column names goes without both', async () => {
      const stage = await open({ variant: 'plain' });
      const { driver, portal } = stage;
      const text = extractText({ fileType: 'SENR', schoolYear: '2022-23', rows: 200 });
      const columnNames = 'Record Type Code^Transaction Type^Local Record ID^Reporting LEA\r\n';
      const wide = Buffer.from(columnNames + text, 'utf16le');
      const paths = await stage.write([bytes('SENR 2022-23.txt', wide), bytes('as sent', text)]);
      await driver.chooseFiles(FILE_INPUT, paths.slice(0, 1));
      await waitForPanelText(driver, 'The button converts a copy; nothing is lost.');
      await waitForPanelText(driver, '69.1 kB, 34.5 kB as sent');
      await waitForPanelText(driver, 'The button leaves them out of a copy.');
      await expectPromises(stage);
      await stage.picture('converted');
      await pressInPanel(driver, 'Fix and attach');
      await waitForPanelText(driver, 'Attached.');
      const submission = await submitPage(driver, portal);
      await expectReceived(submission, [{ ...GOOD_AT_SERVER, from: 1 }], paths);
    });

    it('a file that was sent before is sent again only after a warning', async () => {
      const stage = await open({ variant: 'plain' });
      const { driver, portal } = stage;
      const paths = await stage.write([GOOD]);
      await driver.chooseFiles(FILE_INPUT, paths);
      await waitForPanelText(driver, 'Attached.');
      await submitPage(driver, portal);
      await driver.goto(portal.url({ variant: 'plain' }));
      await openPanel(driver);
      await driver.chooseFiles(FILE_INPUT, paths);
      await waitForPanelText(driver, 'The very same file was sent on');
      await waitForPanelText(driver, 'as “SENR 2022-23.txt”');
      await expectPromises(stage);
      await pressInPanel(driver, 'Attach 1 file');
      await waitForPanelText(driver, 'Attached.');
    });

    it('a zip of 28 MB reaches the server whole', async () => {
      const stage = await open({ variant: 'filepond' });
      const { driver, portal } = stage;
      const paths = await stage.write([hardToZip('SCSC 2022-23.txt', 'SCSC', 42_500_000)]);
      await driver.chooseFiles(FILE_INPUT, paths);
      await waitForPanelText(driver, 'Sent as SCSC 2022-23.zip');
      await pressInPanel(driver, 'Fix and attach');
      await waitForPanelText(driver, 'Attached.');
      await expectPromises(stage);
      const submission = await submitPage(driver, portal);
      expect(submission.files[0]?.bytes).toBeGreaterThan(28_000_000);
      await expectReceived(
        submission,
        [{ name: 'SCSC 2022-23.zip', from: 0, how: 'zipped' }],
        paths,
      );
    });

    // Firefox's driver has no trusted drop. What follows a drop is the same code in both browsers.
    it.skipIf(!can.drop).each(['dropzone', 'filepond'] as const)(
      'a dropped folder on the %s page is checked file by file and dropped on',
      async (variant) => {
        const stage = await open({ variant });
        const { driver, portal } = stage;
        const [first = '', second = ''] = await stage.write([GOOD, extract('crsc.txt', 'CRSC')]);
        await writeFile(join(dirname(first), '.DS_Store'), 'clutter');
        await driver.dropFiles?.(DROP_ZONES[variant], [dirname(first), dirname(second)]);
        await waitForPanelText(driver, '2 files · 2 ready');
        await expectPromises(stage);
        expect(portal.loaded()).toEqual([]);
        await pressInPanel(driver, 'Fix and attach 2 files');
        await waitForPanelText(driver, 'Attached.');
        const submission = await submitPage(driver, portal);
        await expectReceived(
          submission,
          [GOOD_AT_SERVER, { name: 'CRSC 2022-23.txt', from: 1, how: 'same bytes' }],
          [first, second],
        );
      },
    );
  });
}

const DROP_ZONES = { dropzone: '.dropzone', filepond: '.filepond--root' } as const;

function extractText(spec: ExtractSpec): string {
  return Buffer.from(extractBytes(spec)).toString('latin1');
}
