import { describe, expect, it } from 'vitest';
import { extractBytes } from '../corpus/extract.ts';
import type { Driver } from './drivers/driver.ts';
import { extract } from './files.ts';
import { openPanel, panelText, pressInPanel, waitForPanelText } from './panel.ts';
import {
  expectAccessiblePage,
  expectNoPersonValues,
  expectNoRequestFromExtension,
} from './promises.ts';
import type { Stage } from './stage.ts';
import { forgetEarlierScenarios } from './stage.ts';
import { tellBackground } from './tell-background.ts';
import { FILE_INPUT, namesInInput, SUBMIT, submitPage } from './upload-page.ts';
import { waitFor } from './wait-for.ts';

const NAME = 'SENR 2022-23.txt';
const RECORDS = new TextDecoder().decode(
  extractBytes({ fileType: 'SENR', schoolYear: '2022-23', rows: 50 }),
);

/** Does what a hostile page does to make a click on something else land in the panel. */
async function setPanelOpacity(driver: Driver, opacity: string): Promise<void> {
  await driver.page.evaluate((value) => {
    const panel = document.querySelector<HTMLElement>('[data-upload-assistant=panel]');
    panel?.style.setProperty('opacity', value, 'important');
  }, opacity);
}

/** Tries until the panel says these words, because it may grow or scroll just before a click. */
async function clickWhereButtonIs(driver: Driver, name: string, words: string): Promise<void> {
  await waitFor(
    `the panel to say "${words}"`,
    async () => {
      await clickOnce(driver, name);
      return (await panelText(driver)).includes(words) || undefined;
    },
    () => 'it does not',
    60_000,
  );
}

async function clickOnce(driver: Driver, name: string): Promise<void> {
  const panel = await openPanel(driver);
  const { left, top } = await driver.page.evaluate(() => {
    const host = document.querySelector('[data-upload-assistant=panel]');
    return host?.getBoundingClientRect() ?? new DOMRect();
  }, undefined);
  const { x, y } = await panel.evaluate((wanted) => {
    const buttons = [...document.querySelectorAll('button')];
    const button = buttons.find(({ textContent }) => textContent === wanted);
    button?.scrollIntoView({ block: 'center' });
    const place = button?.getBoundingClientRect() ?? new DOMRect(-99, -99);
    return { x: place.x + place.width / 2, y: place.y + place.height / 2 };
  }, name);
  // Longer than the browser takes to report what is visible, and the wait before a click counts.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await driver.clickAt(left + x, top + y);
}

/** The click on the page's button is the last moment to notice what went wrong before it. */
export function describeAtSubmit(stageOf: () => Stage): void {
  async function open(page: Parameters<Stage['portal']['url']>[0]): Promise<Stage> {
    const stage = stageOf();
    const { driver, portal } = stage;
    await stage.open(portal.url(page));
    await openPanel(driver);
    await forgetEarlierScenarios(stage);
    await driver.toFront();
    return stage;
  }

  /** Like a form filler or another extension, it sends no event. */
  async function slipPast({ driver }: Stage, { name, text }: { name: string; text: string }) {
    await driver.page.evaluate(
      ([selector, fileName, content]) => {
        const input = document.querySelector<HTMLInputElement>(selector);
        const transfer = new DataTransfer();
        transfer.items.add(new File([content], fileName, { type: 'text/plain' }));
        if (input) input.files = transfer.files;
      },
      [FILE_INPUT, name, text] as const,
    );
  }

  async function expectPromises(stage: Stage, name: string): Promise<void> {
    await stage.picture(`at submit ${name}`);
    await expectAccessiblePage(stage.driver);
    await expectNoPersonValues(stage.driver);
    expectNoRequestFromExtension(stage.portal);
  }

  describe('at the click on the page’s button', () => {
    it('a file that got past the guard is checked first, and goes with the second click', async () => {
      const stage = await open({ variant: 'plain' });
      const { driver, portal } = stage;
      await slipPast(stage, { name: NAME, text: RECORDS });
      await driver.click(SUBMIT);
      await waitForPanelText(driver, 'Attached.');
      expect(portal.submissions()).toEqual([]);
      await expectPromises(stage, 'checked');
      const submission = await submitPage(driver, portal);
      expect(submission).toMatchObject({
        purpose: 'CALPADS',
        description: 'SENR 2022-23',
        files: [{ name: NAME }],
      });
    });

    it('a bad file is stopped, and goes only when the person insists twice', async () => {
      const stage = await open({ variant: 'plain' });
      const { driver, portal } = stage;
      await slipPast(stage, { name: 'notes.txt', text: '' });
      await driver.click(SUBMIT);
      await waitForPanelText(driver, 'There is a problem');
      await waitForPanelText(driver, 'We paused your click');
      await expectPromises(stage, 'stopped');
      expect(await namesInInput(driver)).toEqual([]);
      await pressInPanel(driver, 'Send anyway');
      await waitForPanelText(driver, 'Put them back on the page as they are?');
      await expectPromises(stage, 'asked');
      await pressInPanel(driver, 'Yes, put 1 file back');
      await waitForPanelText(driver, 'The files are back on the page');
      await waitFor('the file in the input', async () => {
        const names = await namesInInput(driver);
        return names.join() === 'notes.txt' || undefined;
      });
      expect(portal.submissions()).toEqual([]);
      const submission = await submitPage(driver, portal);
      expect(submission.files.map(({ name }) => name)).toEqual(['notes.txt']);
      const checklist = await driver.openExtensionPage('checklist');
      const events = await tellBackground(checklist, 'read everything', {});
      expect(events).toMatchObject([
        { kind: 'sent-anyway', files: 1, rules: expect.arrayContaining(['empty-file']) },
      ]);
    });

    it('a click that the page has won by hiding the panel does not count', async ({ skip }) => {
      const stage = await open({ variant: 'plain' });
      const { driver } = stage;
      skip(driver.name !== 'chromium', 'only Chromium tells what a page shows of a frame');
      await slipPast(stage, { name: 'notes.txt', text: '' });
      await driver.click(SUBMIT);
      await waitForPanelText(driver, 'We paused your click');
      await setPanelOpacity(driver, '0');
      await clickWhereButtonIs(driver, 'Send anyway', 'This click did not count');
      expect(await panelText(driver)).not.toContain('Put them back on the page as they are?');
      await setPanelOpacity(driver, '1');
      await clickWhereButtonIs(driver, 'Send anyway', 'Put them back on the page as they are?');
    });

    it('an issue that the page has with a file is shown, and the same file tried again', async () => {
      const stage = await open({ variant: 'telerik', behaviour: 'issue-with-one-file' });
      const { driver, portal } = stage;
      await driver.chooseFiles(FILE_INPUT, await stage.write([extract(NAME, 'SENR')]));
      await waitForPanelText(driver, 'The page rejected SENR 2022-23. Do not submit yet.');
      await expectPromises(stage, 'issue');
      await pressInPanel(driver, 'Try again with the same file');
      await waitForPanelText(driver, 'The page says Ready to Submit for each file');
      expect(portal.submissions()).toEqual([]);
      await expectPromises(stage, 'ready after all');
    });

    it('a click while the page still loads is stopped once', async () => {
      const stage = await open({ variant: 'flow', behaviour: 'slow-load' });
      const { driver, portal } = stage;
      await driver.chooseFiles(FILE_INPUT, await stage.write([extract(NAME, 'SENR')]));
      await waitForPanelText(driver, 'Still loading: 1 of 1.');
      // Most pages lock their button while they load. This one does not.
      await driver.page.evaluate((selector) => {
        const button = document.querySelector<HTMLButtonElement>(selector);
        button?.removeAttribute('disabled');
        if (button) Object.defineProperty(button, 'disabled', { value: false, writable: true });
        button?.focus();
      }, SUBMIT);
      await driver.activateFocused('page');
      await waitForPanelText(driver, 'We paused your click: 1 file is still loading.');
      expect(portal.submissions()).toEqual([]);
      await expectPromises(stage, 'too early');
      await waitForPanelText(driver, 'The page says Ready to Submit for each file');
      await submitPage(driver, portal);
    });
  });
}
