import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { extractBytes } from '../corpus/extract.ts';
import { zipOf } from '../corpus/faults/zip-file.ts';
import type { FileType } from '../corpus/file-types.ts';
import { waitForCells } from './checklist.ts';
import { bytes, sized } from './files.ts';
import { openPanel, pressInPanel, waitForPanelText } from './panel.ts';
import {
  expectAccessiblePage,
  expectNoPersonValues,
  expectNoRequestFromExtension,
} from './promises.ts';
import type { Stage } from './stage.ts';
import { forgetEarlierScenarios } from './stage.ts';
import { FILE_INPUT, readForm, submitPage } from './upload-page.ts';

const textOf = (fileType: FileType) =>
  Buffer.from(extractBytes({ fileType, schoolYear: '2022-23', rows: 200 })).toString('latin1');

/** Files that go in another shape than they were chosen in: out of a person's own zip, or in parts. */
export function describeOtherShapes(stageOf: () => Stage): void {
  async function open(): Promise<Stage> {
    const stage = stageOf();
    await stage.open(stage.portal.url({ variant: 'plain' }));
    await openPanel(stage.driver);
    await forgetEarlierScenarios(stage);
    await stage.driver.toFront();
    return stage;
  }

  async function expectPromises(stage: Stage, name: string): Promise<void> {
    await expectAccessiblePage(stage.driver);
    await expectNoPersonValues(stage.driver);
    await stage.picture(name);
    expectNoRequestFromExtension(stage.portal);
  }

  describe('another shape', () => {
    it("the files in a person's own zip go one by one, each checked and named, and no clutter", async () => {
      const stage = await open();
      const { driver, portal } = stage;
      const zip = zipOf([
        { name: 'CALPADS/SENR_8812731.txt', text: textOf('SENR') },
        { name: 'CALPADS/SINF 2022-23.txt', text: textOf('SINF') },
        { name: 'CALPADS/SPRG 2022-23.txt', text: textOf('SELA') },
        { name: 'CALPADS/.DS_Store', text: 'clutter' },
        { name: '__MACOSX/CALPADS/._SINF 2022-23.txt', text: 'clutter' },
      ]);
      const paths = await stage.write([bytes('CALPADS.zip', zip)]);
      await driver.chooseFiles(FILE_INPUT, paths);
      await waitForPanelText(driver, '3 files · 2 to fix · 1 held back');
      await waitForPanelText(driver, 'It came in “CALPADS.zip/CALPADS”');
      await waitForPanelText(driver, 'The name says SPRG. The file holds SELA records.');
      await expectPromises(stage, 'own zip held');
      expect(portal.loaded()).toEqual([]);
      await pressInPanel(driver, 'Fix and attach 2 files');
      await waitForPanelText(driver, 'Attached.');
      const { files, description } = await submitPage(driver, portal);
      expect(description).toBe('SENR, SINF 2022-23');
      expect(files.map(({ name, sha256 }) => [name, sha256])).toEqual([
        ['SENR 2022-23.txt', sha256Of(textOf('SENR'))],
        ['SINF 2022-23.txt', sha256Of(textOf('SINF'))],
      ]);
      await driver.goto(portal.url({ variant: 'plain' }));
      await openPanel(driver);
      await waitForCells(driver, ['SENR, 2022-23, sent', 'SINF, 2022-23, sent']);
    });

    it('a large file goes as texts of at most 10 MB, which put together are the file', async () => {
      const stage = await open();
      const { driver, portal } = stage;
      const [path = ''] = await stage.write([sized('SCSC 2022-23.txt', 'SCSC', 31_000_000)]);
      for (const part of [1, 2, 3, 4]) {
        if (part > 1) await driver.goto(portal.url({ variant: 'plain' }));
        await openPanel(driver);
        await driver.chooseFiles(FILE_INPUT, [path]);
        if (part === 1) {
          // Till then the words above the button may still come, and move it away under the click.
          await waitForPanelText(driver, 'zipped to');
          await pressInPanel(driver, 'Send text files of at most 10 MB instead');
          await waitForPanelText(driver, '31 MB → 4 text files, about 8 MB each');
          await expectPromises(stage, 'text parts planned');
        }
        await waitForPanelText(driver, `Fix and attach part ${part} of 4`);
        await pressInPanel(driver, `Fix and attach part ${part} of 4`);
        await waitForPanelText(driver, 'Attached.');
        expect((await readForm(driver)).description).toBe(`SCSC 2022-23 part ${part} of 4`);
        await submitPage(driver, portal);
      }
      const files = portal.submissions().flatMap((submission) => submission.files);
      expect(files.map(({ name }) => name)).toEqual(Array(4).fill('SCSC 2022-23.txt'));
      expect(Math.max(...files.map((file) => file.bytes))).toBeLessThanOrEqual(10_000_000);
      const received = await Promise.all(files.map((file) => readFile(file.path)));
      expect(Buffer.concat(received).equals(await readFile(path))).toBe(true);
      await driver.goto(portal.url({ variant: 'plain' }));
      await openPanel(driver);
      await waitForCells(driver, ['SCSC, 2022-23, sent']);
    });
  });
}

function sha256Of(latin1: string): string {
  return createHash('sha256').update(latin1, 'latin1').digest('hex');
}
