import { describe, expect, it } from 'vitest';
import { bytes, extract } from './files.ts';
import { focusedInPanel, openPanel, panelText, pressInPanel, waitForPanelText } from './panel.ts';
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
      await pressInPanel(driver, 'Renamed automatically (2)');
      await pressInPanel(driver, 'SENR_1.txt');
      await stage.picture('a row opened');
      await expectAccessiblePage(driver);
      await pressInPanel(driver, 'Remove SENR_1.txt');
      await waitForPanelText(driver, 'Fix and attach 1 file');
      await waitForPanelText(driver, 'Removed: SENR_1.txt');
      expect(await focusedInPanel(driver), 'the row beside it').toMatch(/^SUMMARY/);
      await stage.picture('removed');
      await pressInPanel(driver, 'Undo');
      await waitForPanelText(driver, 'Fix and attach 2 files');
      expect(await focusedInPanel(driver)).not.toMatch(/^BODY/);
    });

    it('Esc collapses the panel, which then counts the files in its bar', async () => {
      const stage = await open();
      const { driver } = stage;
      const files = [extract('SENR_1.txt', 'SENR'), bytes('SINF 2022-23.txt', '')];
      await driver.chooseFiles(FILE_INPUT, await stage.write(files));
      await waitForPanelText(driver, '2 files · 1 ready · 1 needs you');
      await driver.press('Escape');
      await waitForPanelText(driver, '1 ready · 1 needs you Fix and attach 1 file ▴');
      expect(await focusedInPanel(driver)).toBe('BUTTON Expand');
      await expectAccessiblePage(driver);
      await stage.picture('collapsed with counts');
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
      expect(await focusedInPanel(driver)).not.toMatch(/^BODY/);
      await expectAccessiblePage(driver);
      await stage.picture('waiting');
      await waitForPanelText(driver, OFFER);
      await driver.click(DESCRIPTION);
      const isOver = async () => !(await panelText(driver)).includes(OFFER) || undefined;
      await waitFor('the offer to end', isOver, undefined, 20_000);
    });

    it('cancel can be undone, and the files go without being chosen again', async () => {
      const stage = await open();
      const { driver } = stage;
      const files = [extract('SENR_1.txt', 'SENR'), extract('CRSC_2.txt', 'CRSC')];
      await driver.chooseFiles(FILE_INPUT, await stage.write(files));
      await waitForPanelText(driver, 'Fix and attach 2 files');
      await pressInPanel(driver, 'Cancel');
      await waitForPanelText(driver, '2 files taken off the list.');
      await pressInPanel(driver, 'Undo');
      await pressInPanel(driver, 'Fix and attach 2 files');
      await waitForPanelText(driver, 'Attached. 2 files ready. Click CLICK TO SUBMIT.');
      expect(await namesInInput(driver)).toEqual(['SENR 2022-23.txt', 'CRSC 2022-23.txt']);
    });

    it('a second choice goes together with what the page has, or alone', async () => {
      const stage = await open();
      const { driver } = stage;
      const first = [extract('SENR 2022-23.txt', 'SENR'), extract('CRSC 2022-23.txt', 'CRSC')];
      await driver.chooseFiles(FILE_INPUT, await stage.write(first));
      await waitForPanelText(driver, 'Attached. 2 files ready.');
      await driver.chooseFiles(FILE_INPUT, await stage.write([extract('SELA_3.txt', 'SELA')]));
      await waitForPanelText(driver, '2 already there + 1 new = 3');
      await expectAccessiblePage(driver);
      await stage.picture('second choice');
      await pressInPanel(driver, 'Send only the new one');
      await waitForPanelText(driver, 'Fix and attach 1 file');
      await pressInPanel(driver, 'Undo');
      await pressInPanel(driver, 'Fix and attach 3 files');
      await waitForPanelText(driver, 'Attached. 3 files ready.');
      const names = await namesInInput(driver);
      expect(names.toSorted()).toEqual(
        ['CRSC', 'SELA', 'SENR'].map((fileType) => `${fileType} 2022-23.txt`),
      );
    });

    it('a held file leads back to the page’s own field', async () => {
      const stage = await open();
      const { driver } = stage;
      const files = [extract('SENR 2022-23.txt', 'SENR'), bytes('SINF 2022-23.txt', '')];
      await driver.chooseFiles(FILE_INPUT, await stage.write(files));
      await pressInPanel(driver, 'Attach the good file');
      await waitForPanelText(driver, 'Not on the page: these need you');
      await expectAccessiblePage(driver);
      await stage.picture('held after attaching');
      await pressInPanel(driver, 'Choose the corrected file for SINF 2022-23.txt');
      await waitFor('the focus on the page’s field', async () => {
        const focused = await driver.page.evaluate(
          () => document.activeElement?.getAttribute('type'),
          undefined,
        );
        return focused === 'file' || undefined;
      });
    });
  });
}

const OTHER_PURPOSE = 'Other';
const DESCRIPTION = 'input[type=text]';
/** What the bar with `Undo` says after `Cancel`. */
const OFFER = '1 file taken off the list.';
