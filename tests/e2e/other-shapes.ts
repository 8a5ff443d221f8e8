import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { extractBytes } from '../corpus/extract.ts';
import type { FileType } from '../corpus/file-types.ts';
import { FILE_TYPES, SCHOOL_YEARS } from '../corpus/file-types.ts';
import { rawZip } from '../corpus/raw-zip.ts';
import { waitForCells } from './checklist.ts';
import { bytes, sized } from './files.ts';
import { openPanel, pressInPanel, waitForPanelText } from './panel.ts';
import {
  expectAccessiblePage,
  expectNoPersonValues,
  expectNoRequestFromExtension,
} from './promises.ts';
import { sha256 } from './received.ts';
import type { Stage } from './stage.ts';
import { forgetEarlierScenarios } from './stage.ts';
import { FILE_INPUT, readForm, submitPage } from './upload-page.ts';

const file = (fileType: FileType, schoolYear = '2022-23') => {
  const content = Buffer.from(extractBytes({ fileType, schoolYear, rows: 40 }));
  return { fileType, schoolYear, name: `${fileType} ${schoolYear}.txt`, content };
};
const ALL = SCHOOL_YEARS.flatMap((year) => FILE_TYPES.map((fileType) => file(fileType, year)));
const TWO = [file('SENR', '2022-23'), file('SINF', '2021-22')];
const CLUTTER = Buffer.alloc(200, 5);
const entry = (name: string, data: Buffer) => ({ name, data, method: 8 });

/** Zips as the Mac's Finder packs a folder and, with backslashes, as older PowerShell does. */
const PEOPLES_ZIPS = [
  {
    what: 'packed by the Finder',
    files: ALL,
    zip: rawZip(
      ALL.flatMap(({ name, content }) => [
        entry(`K12/${name}`, content),
        entry(`__MACOSX/K12/._${name}`, CLUTTER),
      ]),
    ),
  },
  {
    what: 'packed by older PowerShell',
    files: TWO,
    zip: rawZip(TWO.map(({ name, content }) => entry(`K12\\${name}`, content))),
  },
];

/** Files sent in another shape than chosen: taken out of a person's zip, or in parts. */
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
      const zip = rawZip([
        entry('CALPADS/SENR_8812731.txt', file('SENR').content),
        entry('CALPADS/SINF 2022-23.txt', file('SINF').content),
        entry('CALPADS/SPRG 2022-23.txt', file('SELA').content),
        entry('CALPADS/.DS_Store', CLUTTER),
        entry('__MACOSX/CALPADS/._SINF 2022-23.txt', CLUTTER),
      ]);
      const paths = await stage.write([bytes('CALPADS.zip', zip)]);
      await driver.chooseFiles(FILE_INPUT, paths);
      await waitForPanelText(driver, '3 files · 2 ready · 1 needs you');
      await pressInPanel(driver, 'Fixed automatically (2)');
      await pressInPanel(driver, 'SENR_8812731.txt');
      await waitForPanelText(driver, 'It came in “CALPADS.zip/CALPADS”');
      await waitForPanelText(driver, 'The name says SPRG. The file holds SELA records.');
      await expectPromises(stage, 'own zip held');
      expect(portal.loaded()).toEqual([]);
      await pressInPanel(driver, 'Fix and attach 2 files');
      await waitForPanelText(driver, 'Attached.');
      const { files, description } = await submitPage(driver, portal);
      expect(description).toBe('SENR, SINF 2022-23');
      expect(files.map(({ name, sha256 }) => [name, sha256])).toEqual([
        ['SENR 2022-23.txt', sha256(file('SENR').content)],
        ['SINF 2022-23.txt', sha256(file('SINF').content)],
      ]);
      await driver.goto(portal.url({ variant: 'plain' }));
      await openPanel(driver);
      await waitForCells(driver, ['SENR, 2022-23, sent', 'SINF, 2022-23, sent']);
    });

    it.each(PEOPLES_ZIPS)(
      '$files.length files $what arrive whole',
      async ({ what, files, zip }) => {
        const stage = await open();
        const { driver, portal } = stage;
        await driver.chooseFiles(FILE_INPUT, await stage.write([bytes('K12 data.zip', zip)]));
        await waitForPanelText(driver, `${files.length} files · ${files.length} ready`);
        await expectPromises(stage, `a zip ${what}`);
        expect(portal.loaded()).toEqual([]);
        await pressInPanel(driver, `Fix and attach ${files.length} files`);
        await waitForPanelText(driver, 'Attached.');
        const submission = await submitPage(driver, portal);
        const received = submission.files.map(({ name, sha256 }) => [name, sha256]);
        const sent = files.map(({ name, content }) => [name, sha256(content)]);
        expect(received.toSorted()).toEqual(sent.toSorted());
        await driver.goto(portal.url({ variant: 'plain' }));
        await openPanel(driver);
        await waitForCells(
          driver,
          files.map(({ fileType, schoolYear }) => `${fileType}, ${schoolYear}, sent`),
        );
      },
    );

    it('a large file goes as texts of at most 10 MB, which put together are the file', async () => {
      const stage = await open();
      const { driver, portal } = stage;
      const [path = ''] = await stage.write([sized('SCSC 2022-23.txt', 'SCSC', 31_000_000)]);
      for (const part of [1, 2, 3, 4]) {
        if (part > 1) await driver.goto(portal.url({ variant: 'plain' }));
        await openPanel(driver);
        await driver.chooseFiles(FILE_INPUT, [path]);
        if (part === 1) {
          // Before that, new words above the button may still move it away from the click.
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
