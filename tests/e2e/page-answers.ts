import { describe, expect, it } from 'vitest';
import type { PortalPage } from '../portal/portal.ts';
import type { UploadPageControls } from '../portal/variants/upload-page-variant.ts';
import type { PortalVariant } from '../portal/variants.ts';
import { findVariant } from '../portal/variants.ts';
import { checklistCells, waitForCells } from './checklist.ts';
import type { Driver } from './drivers/driver.ts';
import { extract, sized } from './files.ts';
import { readPlace } from './page-places.ts';
import { openPanel, pressInPanel, textOf, waitForPanelText } from './panel.ts';
import {
  expectAccessiblePage,
  expectNoPersonValues,
  expectNoRequestFromExtension,
} from './promises.ts';
import type { Stage } from './stage.ts';
import { forgetEarlierScenarios } from './stage.ts';
import {
  FILE_INPUT,
  SUBMIT,
  scriptedClicks,
  spyOnScriptedClicks,
  submitPage,
  waitForSubmission,
} from './upload-page.ts';
import { waitFor } from './wait-for.ts';

const SENR = extract('SENR 2022-23.txt', 'SENR');
const THANKS_FOR_LAST_YEAR = 'Thank you for uploading your files last year!';
/** Longer than the assistant waits for a page's thanks. */
const THANK_YOU_MS = 6000;

/** What the page says after a submission, and where it lets the person go on. */
export function describePageAnswers(stageOf: () => Stage): void {
  async function open(page: Exclude<PortalPage, string>): Promise<Stage> {
    const stage = stageOf();
    const { driver, portal } = stage;
    await stage.open(portal.url(page));
    await openPanel(driver);
    await forgetEarlierScenarios(stage);
    await driver.toFront();
    return stage;
  }

  async function attach(stage: Stage): Promise<void> {
    await stage.driver.chooseFiles(FILE_INPUT, await stage.write([SENR]));
    await waitForPanelText(stage.driver, 'Attached.');
  }

  async function expectPromises(stage: Stage, name: string): Promise<void> {
    await stage.picture(`page answers ${name}`);
    await expectAccessiblePage(stage.driver);
    await expectNoPersonValues(stage.driver);
    expectNoRequestFromExtension(stage.portal);
  }

  describe("the page's answer", () => {
    it('counts in other words, beside news that thank for last year', async () => {
      const stage = await open({ variant: 'other-thanks' });
      const { driver, portal } = stage;
      expect(await textOf(driver.page)).toContain(THANKS_FOR_LAST_YEAR);
      await attach(stage);
      const before = await checklistCells(await driver.openExtensionPage('checklist'));
      expect(before).toContain('SENR, 2022-23, ready');
      await driver.toFront();
      await submitPage(driver, portal);
      await waitForPanelText(driver, '1 sent at ');
      await expectPromises(stage, 'other thanks');
      await waitForCells(driver, ['SENR, 2022-23, sent']);
    });

    it('counts the moment it can be read, though its page still loads', async () => {
      const stage = await open({ variant: 'plain', behaviour: 'slow-thanks' });
      const { driver, portal } = stage;
      await attach(stage);
      await submitPage(driver, portal);
      expect(await driver.page.evaluate(() => document.readyState, undefined)).toBe('interactive');
      await driver.goto(portal.url({ variant: 'plain' }));
      await waitForPanelText(driver, 'Assistant is on');
      await expectPromises(stage, 'thanks left at once');
      await waitForCells(driver, ['SENR, 2022-23, sent']);
    });

    it('is no thanks where it only thanks for last year', async () => {
      const stage = await open({ variant: 'table-layout', behaviour: 'fails-at-submit' });
      const { driver, portal } = stage;
      await attach(stage);
      await driver.click(SUBMIT);
      await waitForPanelText(driver, 'Submitted');
      await driver.page.evaluate((news) => {
        const place = document.querySelector('main') ?? document.body;
        place.append(Object.assign(document.createElement('p'), { textContent: news }));
      }, THANKS_FOR_LAST_YEAR);
      await new Promise((resolve) => setTimeout(resolve, THANK_YOU_MS));
      await expectPromises(stage, 'thanks for last year');
      await driver.goto(portal.url('help'));
      await new Promise((resolve) => setTimeout(resolve, THANK_YOU_MS));
      await driver.goto(portal.url({ variant: 'plain' }));
      await openPanel(driver);
      await waitForCells(driver, ['SENR, 2022-23, not sure']);
    });

    it('has a link to another upload, where the next part goes', async () => {
      const { stage, files, paths } = await goToAnotherUpload('table-layout');
      const { driver } = stage;
      await driver.press('Enter');
      await waitFor('the form again', () => readPlace(driver, files).catch(() => undefined));
      await waitForPanelText(driver, 'Assistant is on');
      await driver.chooseFiles(files, paths);
      await waitForPanelText(driver, 'Fix and attach part 2 of 4');
      await pressInPanel(driver, 'Cancel');
    });

    it('has that link inside a frame, too', async () => {
      await goToAnotherUpload('same-origin-frame');
    });
  });

  /** Sends the first of four parts, then moves from the panel to the page's link by keyboard alone. */
  async function goToAnotherUpload(id: PortalVariant) {
    const stage = await open({ variant: id });
    const { driver, portal } = stage;
    const { files, submit } = controlsOf(id);
    const paths = await stage.write([sized('SCSC 2022-23.txt', 'SCSC', 31_000_000)]);
    await driver.chooseFiles(files, paths);
    await waitForPanelText(driver, '31 MB → a zip');
    await pressInPanel(driver, 'Send text files of at most 10 MB instead');
    await waitForPanelText(driver, 'Fix and attach part 1 of 4');
    await pressInPanel(driver, 'Fix and attach part 1 of 4');
    await waitForPanelText(driver, 'Attached.');
    await waitFor('the page to let the person submit', async () => {
      return (await readPlace(driver, submit))?.isEnabled || undefined;
    });
    await driver.click(submit);
    await waitForSubmission(driver, portal, submit);
    await waitForPanelText(driver, 'Next: part 2 of 4.');
    await waitForPanelText(driver, "takes you to the page's own link");
    await spyOnScriptedClicks(driver);
    await pressInPanel(driver, "Go to the page's link");
    await waitFor('the focus on the link', async () => {
      return (await focused(driver)) === 'click here' || undefined;
    });
    expect(await scriptedClicks(driver)).toEqual([]);
    await expectPromises(stage, `another upload ${id}`);
    return { stage, files, paths };
  }
}

function controlsOf(id: PortalVariant): UploadPageControls {
  const variant = findVariant(id);
  if (!variant) throw new Error(`There is no ${id} page.`);
  return variant.controls;
}

/** Text of the focused element on the page, also inside a frame. */
function focused({ page }: Driver): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    const inside =
      activeElement instanceof HTMLIFrameElement
        ? activeElement.contentDocument?.activeElement
        : activeElement;
    return (inside ?? activeElement)?.textContent ?? '';
  }, undefined);
}
