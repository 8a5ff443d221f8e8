import { afterAll, describe, expect, it } from 'vitest';
import { plain } from '../portal/variants/plain.ts';
import { focusedIn } from './checklist.ts';
import type { Driver } from './drivers/driver.ts';
import { bytes, mixedThirtyFive, thirtyFive } from './files.ts';
import { openPanel, panelText, pressInPanel, waitForPanelText } from './panel.ts';
import {
  expectNothingCovered,
  openIfBar,
  openInWindow,
  resetWindow,
  SOON_MS,
  WINDOWS,
} from './panel-box.ts';
import {
  expectAccessiblePage,
  expectNoPersonValues,
  expectNoRequestFromExtension,
} from './promises.ts';
import type { Stage } from './stage.ts';
import { forgetEarlierScenarios } from './stage.ts';
import {
  FILE_INPUT,
  focusedOnSite,
  namesInInput,
  SUBMIT,
  submitPage,
  tabToControl,
  waitForSubmission,
  waitForThanks,
} from './upload-page.ts';
import { waitFor } from './wait-for.ts';

const MOST_TABS = 6;

/** The usual work: all files of five years at once. What is routine takes no room. */
export function describeManyFiles(stageOf: () => Stage): void {
  async function choose(files: Parameters<Stage['write']>[0]): Promise<Stage> {
    const stage = stageOf();
    const { driver, portal } = stage;
    await stage.open(portal.url({ variant: 'plain' }));
    await openPanel(driver);
    await forgetEarlierScenarios(stage);
    await driver.toFront();
    await driver.chooseFiles(FILE_INPUT, await stage.write(files));
    return stage;
  }

  async function expectPromises(stage: Stage, name: string): Promise<void> {
    await stage.picture(`many files ${name}`);
    await expectAccessiblePage(stage.driver);
    await expectNoPersonValues(stage.driver);
    expectNoRequestFromExtension(stage.portal);
  }

  describe('thirty-five files', () => {
    it('are one line while all is routine, and one Tab leads to the button', async () => {
      const stage = await choose(thirtyFive());
      const { driver, portal } = stage;
      await waitForPanelText(driver, '35 files · 35 ready');
      const text = await panelText(driver);
      expect(text).toContain('Renamed automatically (35)');
      expect(text).toContain('Renamed copies go in; your originals stay.');
      expect(text).not.toContain('The site takes only the exact name');
      const panel = await openPanel(driver);
      const rows = () => panel.evaluate(() => document.querySelectorAll('.file-row').length, 0);
      expect(await rows(), 'rows drawn in a closed group').toBe(0);
      await expectPromises(stage, 'ready');
      await driver.press('Tab');
      expect(await panel.evaluate(() => document.activeElement?.textContent, 0)).toBe(
        'Fix and attach 35 files',
      );
      await pressInPanel(driver, 'Renamed automatically (35)');
      await waitFor('all rows', async () => (await rows()) === 35 || undefined);
      await expectPromises(stage, 'opened');
      await pressInPanel(driver, 'Fix and attach 35 files');
      await waitForPanelText(driver, 'Attached. 35 files ready. Click CLICK TO SUBMIT.');
      await expectPromises(stage, 'attached');
      const { files } = await submitPage(driver, portal);
      expect(files).toHaveLength(35);
    });

    it('show first what needs the person, each with one cause', async () => {
      const stage = await choose([...thirtyFive().slice(2), bytes('notes_1.csv', '')]);
      const { driver } = stage;
      await waitForPanelText(driver, '34 files · 33 ready · 1 needs you');
      const text = await panelText(driver);
      expect(text).toContain('No data in file: it has 0 bytes.');
      expect(text).not.toContain('The site takes only names like');
      await expectPromises(stage, 'one held');
    });
  });
  describe('thirty-five files in a window', () => {
    afterAll(() => resetWindow(stageOf()));

    it.each(WINDOWS)(
      'of %d × %d go by the keyboard alone, and no control is covered',
      async (width, height) => {
        const stage = stageOf();
        const { driver, portal } = stage;
        const paths = await stage.write(mixedThirtyFive());
        await openInWindow(stage, 'plain', width, height);
        const step = async (name: string) => {
          await expectFocusKept(driver, name);
          await expectNothingCovered(driver, Object.values(plain.controls), name);
          await stage.picture(`many files ${width} ${name}`);
        };
        await tabToControl(driver, FILE_INPUT);
        await step('waiting');
        await driver.chooseFiles(FILE_INPUT, paths);
        await waitForPanelText(driver, '34 ready · 1 needs you');
        await step('held');

        // Where only the bar has room, the person themselves opens the panel over the page.
        await openIfBar(driver, 'Fix and attach 34 files');
        await expectFocusKept(driver, 'open');
        const tabs = await tabsInPanel(driver, 'Fix and attach 34 files');
        expect(tabs, 'Tabs from the start of the panel').toBeLessThanOrEqual(MOST_TABS);
        await pressInPanel(driver, 'Fix and attach 34 files');
        await waitFor('the files to be attached', async () => {
          return (await namesInInput(driver)).length === 34 || undefined;
        });
        await step('attached');

        await openIfBar(driver, 'Go to CLICK TO SUBMIT');
        await pressInPanel(driver, 'Go to CLICK TO SUBMIT');
        await waitFor(
          'the focus to be on the button of the page',
          async () => (await focusedOnSite(driver)) === 'CLICK TO SUBMIT' || undefined,
        );
        await step('at the button');
        expect(portal.submissions(), 'submissions before the person’s own key').toEqual([]);
        await driver.activateFocused('page');
        const { files } = await waitForSubmission(driver, portal, SUBMIT);
        await waitForThanks(driver);
        const expected = mixedThirtyFive()
          .filter(({ name }) => !name.startsWith('SCSC_2018-19'))
          .map(({ name }) => name.replace('_88127', '').replace('_', ' '));
        expect(files.map(({ name }) => name).toSorted()).toEqual(expected.toSorted());
      },
    );
  });
}

/** Something has the focus, on the page or in the panel. */
async function expectFocusKept(driver: Driver, step: string): Promise<void> {
  await waitFor(
    `the focus to be on something when ${step}`,
    async () => {
      const onSite = await focusedOnSite(driver);
      const place = onSite === 'the panel' ? await focusedIn(await openPanel(driver)) : onSite;
      return place !== 'nothing' || undefined;
    },
    undefined,
    SOON_MS,
  );
}

/** How many Tabs lead from the page to this button. The first one leads to the panel's start. */
async function tabsInPanel(driver: Driver, name: string): Promise<number> {
  const panel = await openPanel(driver);
  await panel.evaluate(() => document.querySelector('button')?.focus(), undefined);
  for (let tabs = 1; tabs <= 2 * MOST_TABS; tabs += 1) {
    if ((await focusedIn(panel)).startsWith(name)) return tabs;
    await driver.press('Tab');
  }
  return Number.POSITIVE_INFINITY;
}
