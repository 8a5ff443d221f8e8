import { describe, expect, it } from 'vitest';
import { FILE_TYPES, SCHOOL_YEARS } from '../corpus/file-types.ts';
import { bytes, extract } from './files.ts';
import { openPanel, panelText, pressInPanel, waitForPanelText } from './panel.ts';
import {
  expectAccessiblePage,
  expectNoPersonValues,
  expectNoRequestFromExtension,
} from './promises.ts';
import type { Stage } from './stage.ts';
import { forgetEarlierScenarios } from './stage.ts';
import { FILE_INPUT, submitPage } from './upload-page.ts';
import { waitFor } from './wait-for.ts';

/** As CALPADS names its downloads: each has to be renamed. */
const THIRTY_FIVE = SCHOOL_YEARS.slice(-5).flatMap((year) =>
  FILE_TYPES.map((fileType) => extract(`${fileType}_${year}_88127.txt`, fileType, year)),
);

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
      const stage = await choose(THIRTY_FIVE);
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
      const stage = await choose([...THIRTY_FIVE.slice(2), bytes('notes_1.csv', '')]);
      const { driver } = stage;
      await waitForPanelText(driver, '34 files · 33 ready · 1 needs you');
      const text = await panelText(driver);
      expect(text).toContain('No data in file: it has 0 bytes.');
      expect(text).not.toContain('The site takes only names like');
      await expectPromises(stage, 'one held');
    });
  });
}
