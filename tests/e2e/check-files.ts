import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { checkReportSchema } from '../../lib/report/check-report.ts';
import { findCanaries } from '../corpus/canaries.ts';
import { extractBytes } from '../corpus/extract.ts';
import { FILE_TYPES, SCHOOL_YEARS } from '../corpus/file-types.ts';
import { checklistCells } from './checklist.ts';
import type { ExtensionTab } from './drivers/driver.ts';
import { expectFocusKept, pressIn, waitForText } from './extension-tab.ts';
import { batchOfSeven, bytes, extract, sized } from './files.ts';
import { openPanel, textOf } from './panel.ts';
import {
  expectAccessible,
  expectNoPersonValuesIn,
  expectNoRequestFromExtension,
} from './promises.ts';
import type { Stage } from './stage.ts';
import { waitFor } from './wait-for.ts';

const FILES_INPUT = 'input[type=file]:not([webkitdirectory])';
const FOLDER_INPUT = 'input[webkitdirectory]';

/** The tab in which files are checked and saved without an upload page. */
export function describeCheckFiles(stageOf: () => Stage, can: { readonly drop: boolean }): void {
  async function open(): Promise<{ stage: Stage; tab: ExtensionTab }> {
    const stage = stageOf();
    await stage.open(stage.portal.url({ variant: 'plain' }));
    await openPanel(stage.driver);
    const tab = await stage.driver.openExtensionPage('check files');
    await waitForText(tab, 'Check your files before you upload them');
    return { stage, tab };
  }

  /** The standing promises, in the state that the scenario has reached. */
  async function expectPromises({ driver, portal }: Stage, tab: ExtensionTab): Promise<void> {
    await expectAccessible(tab, 'the tab');
    await expectNoPersonValuesIn(tab, driver);
    expectNoRequestFromExtension(portal);
    expect(portal.loaded()).toEqual([]);
  }

  describe('check files', () => {
    it('sorts eight files into the table, names the problem, and saves the fixed copies', async () => {
      const { stage, tab } = await open();
      await expectPromises(stage, tab);
      await stage.pictureOf(tab, 'check files empty');
      await holdOver(tab);
      await waitForText(tab, 'Let go to check them');
      await expectPromises(stage, tab);
      await stage.pictureOf(tab, 'check files drag over');
      await tab.evaluate(() => dispatchEvent(new DragEvent('dragleave')), undefined);
      await waitForText(tab, 'Drop files and folders here');
      const [first, second, ...others] = batchOfSeven();
      const paths = await stage.write([
        extract('CRSC_8812731.txt', 'CRSC'),
        sized('SCSC 2022-23.txt', 'SCSC', 31_000_000),
        ...others,
        bytes('SENR 2021-22.txt', ''),
      ]);
      expect([first?.name, second?.name]).toEqual(['CRSC 2022-23.txt', 'SCSC 2022-23.txt']);
      await tab.chooseFiles(FILES_INPUT, paths);
      await waitForText(tab, '8 files · 7 ready · 1 needs you');
      await waitForText(tab, 'There is a problem');
      await waitForText(tab, 'No data in file: it has 0 bytes');
      await waitForText(tab, '7 of 35 can go · 27 missing');
      const cells = await checklistCells(tab);
      expect(cells.filter((name) => !name.endsWith('missing'))).toEqual([
        'SENR, 2021-22, problem',
        'CRSC, 2022-23, to fix',
        'SCSC, 2022-23, to fix',
        ...FILE_TYPES.slice(2).map((fileType) => `${fileType}, 2022-23, ready`),
      ]);
      expect(await textOf(tab)).not.toContain('ttach');
      await expectPromises(stage, tab);
      await stage.pictureOf(tab, 'check files');
      for (const [cell, name] of [
        ['SPRG, 2022-23, ready', 'SPRG 2022-23.txt'],
        ['SENR, 2021-22, problem', 'SENR 2021-22.txt'],
      ] as const) {
        await pressIn(tab, cell);
        await waitFor(`the focus to be on ${name}, in view`, () => isFocusOnRow(tab, name));
      }

      await pressIn(tab, 'Save prepared files');
      await waitForText(tab, '2 files were saved to Downloads.');
      await expectFocusKept(tab);
      await waitForSaved(stage, 'CRSC 2022-23.txt', await readFile(paths[0] ?? ''));
      await waitFor('the saved zip', async () => {
        const packed = await saved(stage, 'SCSC 2022-23.zip');
        const zip = packed && (await JSZip.loadAsync(packed).catch(() => undefined));
        const entry = await zip?.file('SCSC 2022-23.txt')?.async('nodebuffer');
        return entry?.equals(await readFile(paths[1] ?? '')) || undefined;
      });
      expect(await saved(stage, 'SELA 2022-23.txt'), 'a file that is right').toBeUndefined();
      await stage.pictureOf(tab, 'check files saved');
      await expectPromises(stage, tab);

      await pressIn(tab, 'Save report');
      await waitForText(tab, 'The report was saved to Downloads');
      await expectReport(stage);
      await expectPromises(stage, tab);
    });

    it('takes the 35 files of a folder, its clutter aside, and saves them all', async () => {
      const { stage, tab } = await open();
      const given = SCHOOL_YEARS.slice(-5).flatMap((year) =>
        FILE_TYPES.map((fileType) => extract(`${fileType}_${year}_x.txt`, fileType, year)),
      );
      const [firstPath = ''] = await stage.write([given[0] ?? bytes('none', '')]);
      const folder = join(dirname(dirname(firstPath)), 'all');
      await mkdir(join(folder, 'deep'), { recursive: true });
      await writeFile(join(folder, '.DS_Store'), 'clutter');
      await writeFile(join(folder, 'deep', 'Thumbs.db'), 'clutter');
      for (const [at, file] of given.entries()) {
        await file.write(join(folder, at % 2 ? 'deep' : '', file.name));
      }
      await tab.chooseFolder(FOLDER_INPUT, folder);
      await waitForText(tab, '35 files · 35 ready');
      await waitForText(tab, '35 of 35 can go · 0 missing');
      await expectPromises(stage, tab);
      await stage.pictureOf(tab, 'check files 35');
      await pressIn(tab, 'Save prepared files');
      await waitForText(tab, '35 files were saved to Downloads.');
      for (const [at, { name }] of given.entries()) {
        const sentAs = name.replace('_x', '').replace('_', ' ');
        const content = await readFile(join(folder, at % 2 ? 'deep' : '', name));
        await waitForSaved(stage, sentAs, content);
      }
    });

    it('makes one file per school year and saves them, and Undo brings the file back', async () => {
      const { stage, tab } = await open();
      const years = { schoolYear: '2022-23', otherYears: { '2013-14': 0.2, '2021-22': 0.3 } };
      const content = extractBytes({ fileType: 'SELA', rows: 100, ...years });
      await tab.chooseFiles(FILES_INPUT, await stage.write([bytes('SELA.txt', content)]));
      await waitForText(tab, 'A file each, with its rows: 2021-22 (30) and 2022-23 (50)');
      await waitForText(tab, 'Not in your checklist, so in no file: 2013-14 (20)');
      await expectPromises(stage, tab);
      await pressIn(tab, 'Make one file per school year');
      await waitForText(tab, '2 files · 2 ready');
      await pressIn(tab, 'Undo');
      await waitForText(tab, '1 file · 1 needs you');
      await pressIn(tab, 'Make one file per school year');
      await waitForText(tab, '2 files · 2 ready');
      await expectPromises(stage, tab);
      await stage.pictureOf(tab, 'check files by year');
      await pressIn(tab, 'Save prepared files');
      await waitForText(tab, '2 files were saved to Downloads.');
      const text = Buffer.from(content).toString('latin1');
      for (const year of ['2021-22', '2022-23']) {
        const written = year.replace('-', '-20');
        const records = text.split(/(?<=\r\n)/).filter((line) => line.includes(`^${written}^`));
        await waitFor(`the saved zip of ${year}`, async () => {
          const packed = await saved(stage, `SELA ${year}.zip`);
          const zip = packed && (await JSZip.loadAsync(packed).catch(() => undefined));
          const entry = await zip?.file(`SELA ${year}.txt`)?.async('nodebuffer');
          return entry?.toString('latin1') === records.join('') || undefined;
        });
      }
    });

    // Firefox's driver has no trusted drop.
    it.skipIf(!can.drop)('takes a dropped folder', async () => {
      const { stage, tab } = await open();
      const [path = ''] = await stage.write([extract('SENR 2022-23.txt', 'SENR')]);
      await writeFile(join(dirname(path), '.DS_Store'), 'clutter');
      await tab.dropFiles?.('main', [dirname(path)]);
      await waitForText(tab, '1 file · 1 ready');
      await waitForText(tab, 'These files are right as they are.');
      await expectPromises(stage, tab);
      await pressIn(tab, 'Remove all');
      await waitForText(tab, '1 file taken off the list.');
      await pressIn(tab, 'Undo');
      await waitForText(tab, '1 file · 1 ready');
      await pressIn(tab, 'Remove all');
      await waitFor('the files to be gone', async () => {
        return !(await textOf(tab)).includes('1 file ·') || undefined;
      });
    });
  });
}

/** As a drag over the page begins; neither driver can hold one there. */
function holdOver(tab: ExtensionTab): Promise<void> {
  return tab.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([''], 'SENR.txt'));
    dispatchEvent(new DragEvent('dragover', { dataTransfer }));
  }, undefined);
}

async function isFocusOnRow(tab: ExtensionTab, name: string): Promise<true | undefined> {
  const isThere = await tab.evaluate((wanted) => {
    const { activeElement } = document;
    if (!activeElement?.matches('.file-list li') || !activeElement.textContent?.includes(wanted)) {
      return false;
    }
    const { top, bottom } = activeElement.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }, name);
  return isThere || undefined;
}

async function saved({ downloadsDir }: Stage, name: string): Promise<Buffer | undefined> {
  const names = await readdir(downloadsDir);
  return names.includes(name) ? readFile(join(downloadsDir, name)) : undefined;
}

/** Both files of the report say the same about the eight files, and nothing about a person. */
async function expectReport(stage: Stage): Promise<void> {
  const [page, json] = await Promise.all([savedReport(stage, 'html'), savedReport(stage, 'json')]);
  const { files } = checkReportSchema.parse(JSON.parse(json));
  expect(files.map(({ name, verdict }) => [name, verdict])).toEqual([
    ['SENR 2021-22.txt', 'held back'],
    ['CRSC_8812731.txt', 'ready after changes'],
    ['SCSC 2022-23.txt', 'ready after changes'],
    ...FILE_TYPES.slice(2).map((fileType) => [`${fileType} 2022-23.txt`, 'ready']),
  ]);
  const zip = await saved(stage, 'SCSC 2022-23.zip');
  const sha256 = zip && createHash('sha256').update(zip).digest('hex');
  expect(files[2]?.toSend?.copies).toEqual([{ bytes: zip?.length, sha256 }]);
  expect(files[0]?.findings).toMatchObject([{ rule: 'empty-file', level: 'block' }]);
  for (const { name, findings, contentHash = '' } of files) {
    expect(page).toContain(`<h2>${name}</h2>`);
    expect(page).toContain(contentHash);
    for (const { words } of findings) expect(page).toContain(words.replaceAll("'", '&#39;'));
  }
  expect(page).not.toMatch(/<script|<link|<img| src=/);
  expect([...findCanaries(page), ...findCanaries(json)]).toEqual([]);
}

function savedReport({ downloadsDir }: Stage, extension: string): Promise<string> {
  return waitFor(`the saved report, ${extension}`, async () => {
    const names = await readdir(downloadsDir);
    const name = names.find((each) => /^check-report-/.test(each) && each.endsWith(extension));
    const text = name && (await readFile(join(downloadsDir, name), 'utf8'));
    return text?.match(/\}\n$|<\/html>\n$/) ? text : undefined;
  });
}

async function waitForSaved(stage: Stage, name: string, content: Buffer): Promise<void> {
  await waitFor(`the saved ${name}`, async () => {
    return (await saved(stage, name))?.equals(content) || undefined;
  });
}
