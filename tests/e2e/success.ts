import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { newOrganization } from '../../lib/requirements/organization.ts';
import type { PortalPage } from '../portal/portal.ts';
import { waitForCells } from './checklist.ts';
import type { Doc, Driver } from './drivers/driver.ts';
import { waitForText } from './extension-tab.ts';
import { extract } from './files.ts';
import {
  focusInPanel,
  openPanel,
  panelButtons,
  panelText,
  pressInPanel,
  waitForPanelText,
} from './panel.ts';
import {
  expectAccessiblePage,
  expectNoPersonValues,
  expectNoRequestFromExtension,
} from './promises.ts';
import type { Stage } from './stage.ts';
import { forgetEarlierScenarios } from './stage.ts';
import { tellBackground } from './tell-background.ts';
import {
  FILE_INPUT,
  SUBMIT,
  scriptedClicks,
  spyOnScriptedClicks,
  submitPage,
  traces,
  waitForThanks,
} from './upload-page.ts';
import { waitFor } from './wait-for.ts';

const SENR = extract('SENR 2022-23.txt', 'SENR');
const SELA = extract('SELA 2022-23.txt', 'SELA');
const TO_RENAME = extract('SENR_8812731.txt', 'SENR');
const ORGANIZATION = {
  ...newOrganization('00000000-0000-4000-8000-000000000001', 2023),
  name: 'Maple Leaf Unified',
  rounds: [1, 2, 3, 4, 5],
};
/** Longer than the assistant waits for a page's thanks. */
const THANK_YOU_MS = 6000;
const SAID_WHEN = /2 sent at \d{1,2}:\d\d [AP]M \u00B7 33 to go/;

/** What the panel says once the page has answered, on the same page or on the next one. */
export function describeSuccess(stageOf: () => Stage): void {
  async function open(page: Exclude<PortalPage, string>): Promise<Stage> {
    const stage = stageOf();
    const { driver, portal } = stage;
    await driver.resize(1280, 900);
    await stage.open(portal.url(page));
    await openPanel(driver);
    await forgetEarlierScenarios(stage);
    const tab = await driver.openExtensionPage('checklist');
    const saved = { organization: ORGANIZATION.id, saved: ORGANIZATION };
    const events = [{ kind: 'organization-saved' as const, ...saved }];
    expect(await tellBackground(tab, 'record', { events })).toBe('done');
    await driver.toFront();
    return stage;
  }

  async function attach(stage: Stage): Promise<void> {
    await stage.driver.chooseFiles(FILE_INPUT, await stage.write([SENR, SELA]));
    await waitForPanelText(stage.driver, 'Attached.');
  }

  async function expectPromises(stage: Stage, name: string): Promise<void> {
    await stage.picture(`success ${name}`);
    await expectAccessiblePage(stage.driver);
    await expectNoPersonValues(stage.driver);
    expectNoRequestFromExtension(stage.portal);
  }

  async function expectSaid(driver: Driver): Promise<void> {
    await waitForPanelText(driver, '33 to go');
    const text = await panelText(driver);
    expect(text).toMatch(SAID_WHEN);
    expect(text).not.toContain('Assistant is off');
  }

  describe('after the submission', () => {
    it('the next page says what was sent, until it is dismissed', async () => {
      const stage = await open({ variant: 'plain' });
      const { driver, portal, downloadsDir } = stage;
      await attach(stage);
      const { files } = await submitPage(driver, portal);
      await expectSaid(driver);
      await expectLinkInView(driver);
      await expectPromises(stage, 'plain');

      await driver.reload();
      await waitForThanks(driver);
      await expectSaid(driver);
      const receipt = await saveReceipt(driver, downloadsDir);
      for (const { name, sha256 } of files) {
        expect(receipt).toContain(name);
        expect(receipt).toContain(sha256);
      }
      await expectPromises(stage, 'plain receipt');

      const checklist = await driver.tabOpenedBy(() => pressInPanel(driver, 'Checklist'));
      await waitForText(checklist, 'Maple Leaf Unified');
      await driver.toFront();
      await spyOnScriptedClicks(driver);
      await pressInPanel(driver, 'Next files');
      await waitFor("the focus on the page's link", () => focusedText(driver.page, 'click here'));
      expect(await scriptedClicks(driver)).toEqual([]);

      await pressInPanel(driver, 'Dismiss');
      await waitFor('the panel to go', async () => {
        return (await traces(driver)).length === 0 || undefined;
      });
      expect(await focusedText(driver.page, 'click here')).toBe(true);
      await driver.reload();
      await waitForThanks(driver);
      await new Promise((resolve) => setTimeout(resolve, THANK_YOU_MS));
      expect(await traces(driver)).toEqual([]);
    });

    it.each(['dropzone', 'filepond'] as const)(
      'the same page says it, too: %s',
      async (variant) => {
        const stage = await open({ variant });
        const { driver, portal } = stage;
        await attach(stage);
        await submitPage(driver, portal);
        await expectSaid(driver);
        await expectLinkInView(driver);
        await expectPromises(stage, variant);
        await pressInPanel(driver, 'Dismiss');
        await waitFor('the words to go', async () => {
          return !(await panelText(driver)).includes('to go') || undefined;
        });
        expect(await panelText(driver)).not.toContain('Assistant is off');
        await expectFocusInPanel(driver);
      },
    );

    it('a page without thanks is not sure, and says what to do', async () => {
      const stage = await open({ variant: 'plain', behaviour: 'fails-at-submit' });
      const { driver } = stage;
      await attach(stage);
      await driver.click(SUBMIT);
      await waitForPanelText(driver, '2 not sure');
      const text = await panelText(driver);
      expect(text).toContain('the page that came next did not say thank you');
      expect(text).toContain('Look for the confirmation e-mail');
      expect(text).not.toContain(' sent at ');
      expect(await panelButtons(driver)).not.toContain('Save receipt');
      await focusInPanel(driver, 'Next files');
      await expectPromises(stage, 'not sure');
      await driver.goto(stage.portal.url({ variant: 'plain' }));
      await openPanel(driver);
      await waitForCells(driver, ['SENR, 2022-23, not sure', 'SELA, 2022-23, not sure']);
    });
  });

  describe('the bar of the collapsed panel', () => {
    // The scenarios after this one use the same window.
    afterAll(() => stageOf().driver.resize(1280, 900));

    it.each([1280, 320])('counts, and has the button to go on, at %d px', async (width) => {
      const stage = await open({ variant: 'plain' });
      const { driver, portal } = stage;
      await driver.resize(width, 900);
      await driver.chooseFiles(FILE_INPUT, await stage.write([TO_RENAME, SELA]));
      await waitFor('the files to be ready', async () => {
        return (await panelText(driver)).includes('2 ready') || undefined;
      });
      await collapse(driver);
      await waitForPanelText(driver, '2 ready Fix and attach 2 files');
      await expectPromises(stage, `bar ready ${width}`);
      await pressInPanel(driver, 'Fix and attach 2 files');
      await waitFor('the files on the page', async () => {
        return /2 ready Go to CLICK|Attached\./.test(await panelText(driver)) || undefined;
      });
      await collapse(driver);
      await waitForPanelText(driver, '2 ready Go to CLICK TO SUBMIT');
      await expectPromises(stage, `bar attached ${width}`);
      await spyOnScriptedClicks(driver);
      await pressInPanel(driver, 'Go to CLICK TO SUBMIT');
      await waitFor('the focus on the button', () => focusedText(driver.page, 'CLICK TO SUBMIT'));
      expect(await scriptedClicks(driver)).toEqual([]);
      expect(portal.submissions()).toEqual([]);
    });
  });
}

/** The receipt that is downloaded, as text. */
async function saveReceipt(driver: Driver, downloadsDir: string): Promise<string> {
  await pressInPanel(driver, 'Save receipt');
  await waitForPanelText(driver, 'The receipt was saved');
  const name = await waitFor('the receipt', async () => {
    const names = await readdir(downloadsDir);
    return names.find((one) => /^upload-receipt-.*\.html$/.test(one));
  });
  return waitFor('the receipt to be whole', async () => {
    const text = await readFile(join(downloadsDir, name), 'utf8');
    return text.includes('</html>') ? text : undefined;
  });
}

/** The window may have room for the bar only. */
async function collapse(driver: Driver): Promise<void> {
  if ((await panelButtons(driver)).includes('Collapse')) await pressInPanel(driver, 'Collapse');
}

async function focusedText(doc: Doc, words: string): Promise<true | undefined> {
  const isIt = await doc.evaluate(
    (wanted) => document.activeElement?.textContent?.includes(wanted) === true,
    words,
  );
  return isIt || undefined;
}

async function expectFocusInPanel(driver: Driver): Promise<void> {
  const panel = await openPanel(driver);
  const place = await panel.evaluate(() => document.activeElement?.tagName, undefined);
  expect(place, 'the element that has the focus').not.toBe('BODY');
}

/** The panel does not lie over the page's own way on. */
async function expectLinkInView({ page }: Driver): Promise<void> {
  const isSeen = await page.evaluate(() => {
    const link = document.querySelector('.confirmation a');
    const box = link?.getBoundingClientRect();
    return box && document.elementFromPoint(box.left + 2, box.top + box.height / 2) === link;
  }, undefined);
  expect(isSeen).toBe(true);
}
