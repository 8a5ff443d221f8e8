import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { extractRows, specOfBytes, writeExtract } from '../corpus/extract.ts';
import { waitForCells } from './checklist.ts';
import type { GivenFile } from './files.ts';
import { openPanel, panelText, pressInPanel, waitForPanelText } from './panel.ts';
import { expectNoPersonValuesStored } from './promises.ts';
import { expectPromises } from './proof.ts';
import { inflated, sha256 as sha256Of } from './received.ts';
import type { Launch } from './stage.ts';
import { setStage } from './stage.ts';
import { FILE_INPUT, readForm, submitPage } from './upload-page.ts';

const BYTES = 300_000_000;
/** The checklist before an organization is set up has the last five. */
const YEARS = Array.from({ length: 10 }, (_, at) => `${2013 + at}-${14 + at}`);
const WANTED = YEARS.slice(5);
/** 1-based caret field of SENR. It is repeated here so that an error in the product shows. */
const YEAR_FIELD = 7;
const TEST_MS = 300_000;
/** Enough to read and compress this much on a slow, busy machine. */
const WORK_MS = 120_000;

const TEN_YEARS: GivenFile = { name: 'SENR all years.txt', write: writeTenYears };

/** People download SENR for ten years at once. One file per school year arrives at the site. */
export function describeCutByYear(launch: Launch, build: 'chrome-mv3' | 'firefox-mv3'): void {
  describe('a file of 300 MB with ten school years', () => {
    const stageOf = setStage(launch, build, 'with the extension');

    it(
      'becomes five files at the server, with exactly the records of the source',
      async () => {
        const stage = stageOf();
        const { driver, portal } = stage;
        const [path = ''] = await stage.write([TEN_YEARS]);
        await stage.open(portal.url({ variant: 'plain' }));
        await openPanel(driver);
        await driver.chooseFiles(FILE_INPUT, [path]);
        await waitForPanelText(driver, 'Make one file per school year', WORK_MS);
        const { rows, sha256, lines } = await recordsByYear(path);
        const listed = (years: readonly string[]) =>
          years.map((year) => `${year} (${rows[year]?.toLocaleString('en-US')})`);
        const before = await panelText(driver);
        for (const words of [...listed(YEARS), 'in no file: 1 (the first lines:']) {
          expect(before).toContain(words);
        }
        expect(before).toContain(`${lines.toLocaleString('en-US')} lines, as many as the file has`);
        await expectPromises(stage, 'cut by year offered');

        await pressInPanel(driver, 'Make one file per school year');
        await waitForPanelText(driver, '5 files · 5 ready', WORK_MS);
        const after = await panelText(driver);
        expect(after).toContain(`${lines.toLocaleString('en-US')} lines, as many as the file has`);
        expect(portal.loaded(), 'files at the server before the click').toEqual([]);
        await expectPromises(stage, 'cut by year');

        await pressInPanel(driver, 'Fix and attach');
        await waitForPanelText(driver, 'Attached.', WORK_MS);
        expect(await readForm(driver)).toMatchObject({
          purpose: 'CALPADS',
          description: WANTED.map((year) => `SENR ${year}`).join(', '),
        });
        await submitPage(driver, portal);
        const [submission] = portal.submissions();
        const received = new Map(submission?.files.map((file) => [file.name, file]));
        expect([...received.keys()].toSorted()).toEqual(WANTED.map((year) => `SENR ${year}.zip`));
        for (const year of WANTED) {
          const name = `SENR ${year}.zip`;
          const file = received.get(name);
          expect(file?.bytes).toBeLessThanOrEqual(30_000_000);
          const text = await inflated(name, await readFile(file?.path ?? ''));
          expect(sha256Of(text), name).toBe(sha256[year]);
        }
        await driver.goto(portal.url({ variant: 'plain' }));
        await openPanel(driver);
        const sent = WANTED.map((year) => `SENR, ${year}, sent`);
        await expectNoPersonValuesStored(await waitForCells(driver, sent));
      },
      TEST_MS,
    );
  });
}

/** The file ends with a record without a school year and a line that is not a record. */
async function writeTenYears(path: string): Promise<void> {
  const [schoolYear = '', ...others] = YEARS;
  const otherYears = Object.fromEntries(others.map((year) => [year, 0.1]));
  await writeExtract(path, specOfBytes({ fileType: 'SENR', schoolYear, otherYears }, BYTES));
  const [record = ''] = extractRows({ fileType: 'SENR', schoolYear, rows: 1 });
  const withoutYear = record.split('^').with(YEAR_FIELD - 1, '');
  await appendFile(path, `${withoutYear.join('^')}\r\n(3 rows affected)\r\n`);
}

/** Reads line by line. Gives each year's number of records and the hash of their bytes. */
async function recordsByYear(path: string) {
  const hashes = new Map(YEARS.map((year) => [year, createHash('sha256')]));
  const rows: Record<string, number> = {};
  let lines = 0;
  const input = createReadStream(path, { encoding: 'latin1' });
  for await (const line of createInterface({ input })) {
    lines += 1;
    const written = line.split('^', YEAR_FIELD)[YEAR_FIELD - 1] ?? '';
    const year = `${written.slice(0, 4)}-${written.slice(-2)}`;
    const hash = hashes.get(year);
    if (!hash) continue;
    hash.update(`${line}\r\n`, 'latin1');
    rows[year] = (rows[year] ?? 0) + 1;
  }
  const sha256 = Object.fromEntries([...hashes].map(([year, hash]) => [year, hash.digest('hex')]));
  return { rows, sha256, lines };
}
