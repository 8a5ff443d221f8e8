import { describe, expect, it } from 'vitest';
import { extract } from './files.ts';
import { openPanel, pressInPanel, waitForPanelText } from './panel.ts';
import {
  expectAccessiblePage,
  expectNoPersonValues,
  expectNoRequestFromExtension,
} from './promises.ts';
import type { Stage } from './stage.ts';
import { forgetEarlierScenarios } from './stage.ts';
import {
  choosePurpose,
  FILE_INPUT,
  namesInInput,
  pressMarkUndo,
  readForm,
  typeDescription,
} from './upload-page.ts';
import { waitFor } from './wait-for.ts';

const GOOD = extract('SENR 2022-23.txt', 'SENR');

/** The person stays in charge. Their words stand, and they can undo every step. */
export function describePersonInCharge(stageOf: () => Stage): void {
  async function open(): Promise<Stage> {
    const stage = stageOf();
    await stage.open(stage.portal.url({ variant: 'plain' }));
    await openPanel(stage.driver);
    await forgetEarlierScenarios(stage);
    await stage.driver.toFront();
    return stage;
  }

  async function chooseGood(stage: Stage): Promise<void> {
    await stage.driver.chooseFiles(FILE_INPUT, await stage.write([GOOD]));
    await waitForPanelText(stage.driver, 'Attached.');
    await expectAccessiblePage(stage.driver);
    await expectNoPersonValues(stage.driver);
    expectNoRequestFromExtension(stage.portal);
  }

  async function waitForDescription({ driver }: Stage, wanted: string): Promise<void> {
    await waitFor(`the description "${wanted}"`, async () => {
      const { description } = await readForm(driver);
      return description === wanted || undefined;
    });
  }

  describe('the person in charge', () => {
    it('their own description stays, until they ask for ours; undo brings it back', async () => {
      const stage = await open();
      const { driver } = stage;
      await typeDescription(driver, 'fall files');
      await chooseGood(stage);
      expect(await readForm(driver)).toMatchObject({ description: 'fall files' });
      await waitForPanelText(driver, 'your own words stay');
      await stage.picture('own words');
      await pressInPanel(driver, 'Fill description');
      await waitForDescription(stage, 'SENR 2022-23');
      await pressMarkUndo(driver, 'description');
      await waitForDescription(stage, 'fall files');
    });

    it('their own purpose stays', async () => {
      const stage = await open();
      await choosePurpose(stage.driver, OTHER_PURPOSE);
      await chooseGood(stage);
      expect(await readForm(stage.driver)).toMatchObject({ purpose: OTHER_PURPOSE });
      await waitForPanelText(stage.driver, 'your own choice stays');
    });

    it('both fillings can be undone on the page', async () => {
      const stage = await open();
      await chooseGood(stage);
      await pressMarkUndo(stage.driver, 'purpose');
      await pressMarkUndo(stage.driver, 'description');
      await waitForDescription(stage, '');
      expect(await readForm(stage.driver)).toEqual({
        purpose: 'Select purpose',
        description: '',
        marks: [],
      });
    });

    it('undo takes attached files out of the form again', async () => {
      const stage = await open();
      const { driver } = stage;
      await chooseGood(stage);
      expect(await namesInInput(driver)).toEqual(['SENR 2022-23.txt']);
      await pressInPanel(driver, 'Undo');
      await waitForPanelText(driver, 'Attach 1 file');
      expect(await namesInInput(driver)).toEqual([]);
    });

    it('removing a file can be undone', async () => {
      const stage = await open();
      const { driver } = stage;
      const files = [extract('SENR_1.txt', 'SENR'), extract('CRSC_2.txt', 'CRSC')];
      await driver.chooseFiles(FILE_INPUT, await stage.write(files));
      await waitForPanelText(driver, 'Fix and attach 2 files');
      await pressInPanel(driver, 'Remove SENR_1.txt');
      await waitForPanelText(driver, 'Fix and attach 1 file');
      await pressInPanel(driver, 'Undo');
      await waitForPanelText(driver, 'Fix and attach 2 files');
    });

    it('cancel lets go of the files, and nothing is attached', async () => {
      const stage = await open();
      const { driver, portal } = stage;
      await driver.chooseFiles(FILE_INPUT, await stage.write([extract('SENR_1.txt', 'SENR')]));
      await waitForPanelText(driver, 'Fix and attach 1 file');
      await pressInPanel(driver, 'Cancel');
      await waitForPanelText(driver, 'Choose your files on the page');
      expect(await namesInInput(driver)).toEqual([]);
      expect(portal.loaded()).toEqual([]);
      await expectAccessiblePage(driver);
      await stage.picture('waiting');
    });
  });
}

const OTHER_PURPOSE = 'Other';
