import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { extractRows } from '../corpus/extract.ts';
import { ended } from '../corpus/faults/edit.ts';
import { waitForCells } from './checklist.ts';
import type { GivenFile } from './files.ts';
import { openPanel, pressInPanel, waitForPanelText } from './panel.ts';
import {
  expectAccessiblePage,
  expectNoPersonValues,
  expectNoPersonValuesStored,
  expectNoRequestFromExtension,
} from './promises.ts';
import type { Stage } from './stage.ts';
import { forgetEarlierScenarios } from './stage.ts';
import { FILE_INPUT, readForm, submitPage } from './upload-page.ts';

const SCSC = { fileType: 'SCSC', schoolYear: '2022-23', rows: 400 } as const;
const SENR = { fileType: 'SENR', schoolYear: '2022-23', rows: 200 } as const;

/** One label in two files, each sent in a separate upload. */
interface PartsScenario {
  readonly id: string;
  readonly label: string;
  readonly files: readonly GivenFile[];
  /** All records of both files, in the order of the parts. */
  readonly source: readonly string[];
  /** What the panel says of the files before the first click. */
  readonly says: string;
}

const SCENARIOS: readonly PartsScenario[] = [
  handMadeParts(),
  {
    id: 'the files of a district and of its charter',
    label: 'SENR 2022-23',
    files: ['0199901', '0199902'].map((reportingLea) =>
      given('SENR 2022-23.txt', [...extractRows({ ...SENR, reportingLea })]),
    ),
    source: ['0199901', '0199902'].flatMap((reportingLea) => [
      ...extractRows({ ...SENR, reportingLea }),
    ]),
    says: 'each file has its own reporting LEA',
  },
];

function handMadeParts(): PartsScenario {
  const source = [...extractRows(SCSC)];
  return {
    id: 'two parts that a person made',
    label: 'SCSC 2022-23',
    files: [
      given('SCSC 2022-23 part 1.txt', source.slice(0, 150)),
      given('SCSC 2022-23 part 2.txt', source.slice(150)),
    ],
    source,
    says: 'as the names say',
  };
}

function given(name: string, records: readonly string[]): GivenFile {
  return { name, write: (path) => writeFile(path, ended(records)) };
}

export function describeHandMadeParts(stageOf: () => Stage): void {
  describe('several files for one label', () => {
    it.each(SCENARIOS.map((scenario) => [scenario.id, scenario] as const))(
      '%s arrive whole, one by one',
      async (id, { label, files, source, says }) => {
        const stage = stageOf();
        const { driver, portal } = stage;
        const paths = await stage.write(files);
        const page = portal.url({ variant: 'plain' });
        await stage.open(page);
        await openPanel(driver);
        await forgetEarlierScenarios(stage);
        await driver.toFront();

        await driver.chooseFiles(FILE_INPUT, paths);
        await waitForPanelText(driver, says);
        await expectAccessiblePage(driver);
        await stage.picture(`${id} held`);
        expect(portal.loaded(), 'files at the server before the click').toEqual([]);
        await sendPart(stage, label, 1);

        await driver.goto(page);
        await openPanel(driver);
        const [fileType] = label.split(' ');
        await waitForCells(driver, [`${fileType}, 2022-23, ready`]);
        await driver.toFront();
        await driver.chooseFiles(FILE_INPUT, paths);
        await waitForPanelText(driver, 'Sent before (1)');
        await sendPart(stage, label, 2);

        await driver.goto(page);
        await openPanel(driver);
        const checklist = await waitForCells(driver, [`${fileType}, 2022-23, sent`]);
        await expectNoPersonValuesStored(checklist);
        expectNoRequestFromExtension(portal);
        expect((await receivedText(stage, label)) === textOf(source), 'the same records').toBe(
          true,
        );
      },
    );

    it('ask what one part alone is', async () => {
      const stage = stageOf();
      const { driver, portal } = stage;
      const [, second] = await stage.write(handMadeParts().files);
      await stage.open(portal.url({ variant: 'plain' }));
      await openPanel(driver);
      await forgetEarlierScenarios(stage);
      await driver.toFront();
      await driver.chooseFiles(FILE_INPUT, [second ?? '']);
      await waitForPanelText(driver, 'The name says that this is part 2');
      await waitForPanelText(driver, 'What is this file?');
      await expectAccessiblePage(driver);
      await stage.picture('one part alone');
      expect(portal.loaded()).toEqual([]);
    });
  });
}

async function sendPart(stage: Stage, label: string, part: number): Promise<void> {
  const { driver, portal } = stage;
  await pressInPanel(driver, `Fix and attach part ${part} of 2`);
  await waitForPanelText(driver, 'Attached.');
  await expectNoPersonValues(driver);
  expect(await readForm(driver)).toMatchObject({
    purpose: 'CALPADS',
    description: `${label} part ${part} of 2`,
  });
  await submitPage(driver, portal);
  expect(portal.submissions()).toHaveLength(part);
}

function textOf(records: readonly string[]): string {
  return Buffer.from(ended(records)).toString('latin1');
}

/** The bytes of both parts at the server, joined. */
async function receivedText({ portal }: Stage, label: string): Promise<string> {
  const submissions = portal.submissions();
  expect(submissions.map(({ description }) => description)).toEqual([
    `${label} part 1 of 2`,
    `${label} part 2 of 2`,
  ]);
  const files = submissions.flatMap((submission) => submission.files);
  expect(files.map(({ name }) => name)).toEqual([`${label}.txt`, `${label}.txt`]);
  const texts = await Promise.all(files.map(({ path }) => readFile(path, 'latin1')));
  return texts.join('');
}
