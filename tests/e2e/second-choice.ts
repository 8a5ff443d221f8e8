import { describe, expect, it } from 'vitest';
import type { KnownVariant, PortalVariant } from '../portal/variants.ts';
import { PORTAL_VARIANTS } from '../portal/variants.ts';
import { extract } from './files.ts';
import { openPanel, pressInPanel, waitForPanelText } from './panel.ts';
import { expectNoRequestFromExtension } from './promises.ts';
import type { Stage } from './stage.ts';
import { forgetEarlierScenarios } from './stage.ts';
import { chooseIn, submitWith } from './upload-page.ts';

/**
 * One page for each way to take files: an input that keeps them, one whose files a script has loaded
 * besides (`aspnet`), and widgets that empty theirs.
 */
const WAYS: readonly PortalVariant[] = [
  'plain',
  'aspnet',
  'filepond',
  'dropzone',
  'uppy',
  'blueimp',
  'flow',
  'telerik',
  'react-controlled',
  'same-origin-frame',
  'shadow-dom',
  'files-behind-button',
  'files-created-on-click',
  'paste-zone',
];
const VARIANTS: readonly KnownVariant[] = PORTAL_VARIANTS;
/** What a person clicks before another choice, if the widget hides its input behind it. */
const ADD_MORE: Partial<Record<PortalVariant, string>> = {
  uppy: '.uppy-DashboardContent-addMore',
};

/** Files that are chosen later go with those that the page has: nothing is dropped, nothing twice. */
export function describeSecondChoice(stageOf: () => Stage): void {
  describe('a second choice', () => {
    it.each(
      VARIANTS.filter(({ id }) => WAYS.includes(id)).map(
        ({ id, controls }) => [id, controls] as const,
      ),
    )('goes together with the first on the %s page', async (variant, { files, submit }) => {
      const stage = stageOf();
      const { driver, portal } = stage;
      await stage.open(portal.url({ variant }));
      await openPanel(driver);
      await forgetEarlierScenarios(stage);
      await driver.toFront();
      const choose = async (...given: Parameters<Stage['write']>[0]) =>
        chooseIn(driver, files, await stage.write(given));

      await choose(extract('SENR 2022-23.txt', 'SENR'), extract('CRSC 2022-23.txt', 'CRSC'));
      await waitForPanelText(driver, 'Attached. 2 files ready.');
      const addMore = ADD_MORE[variant];
      if (addMore) await driver.click(addMore);
      await choose(extract('SELA_3.txt', 'SELA'));
      await waitForPanelText(driver, '2 already there + 1 new = 3');
      await pressInPanel(driver, 'Fix and attach');
      await waitForPanelText(driver, 'Attached. 3 files ready.');

      const submission = await submitWith(driver, portal, submit);
      expect(submission.files.map(({ name }) => name).toSorted()).toEqual([
        'CRSC 2022-23.txt',
        'SELA 2022-23.txt',
        'SENR 2022-23.txt',
      ]);
      expectNoRequestFromExtension(portal);
    });
  });
}
